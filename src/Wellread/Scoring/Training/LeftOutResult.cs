using System.Text.Json;

namespace Wellread.Scoring.Training;

/// <summary>How a model does on a corpus that it was trained without, by the same settings as the one at work. <paramref name="Model"/> is the one that was measured.</summary>
internal sealed record LeftOutResult(string Corpus, string Model, IReadOnlyList<LengthResult> Lengths)
{
    /// <summary>Takes the figures of other runs over into a model's metrics and card.</summary>
    /// <param name="folder">The model's.</param>
    /// <param name="runs">Folders of runs with more corpora left out.</param>
    public static void Add(string folder, IReadOnlyList<string> runs)
    {
        var report = Read(folder);
        var without = report.Corpora.Where(corpus => corpus.LeftOut).Select(corpus => corpus.Corpus).ToHashSet(StringComparer.Ordinal);
        var results = runs.Select(Read).SelectMany(run => Of(run, report, without)).OrderBy(result => result.Corpus, StringComparer.Ordinal).ToList();
        var added = report with { LeftOut = results };
        WholeFile.Write(Path.Combine(folder, ModelFigures.FileName), JsonSerializer.Serialize(added, TrainingRun.Json) + "\n");
        ModelCard.Refresh(Path.Combine(folder, "card.md"), added);
    }

    private static List<LeftOutResult> Of(TrainingReport run, TrainingReport report, HashSet<string> without)
    {
        if (run.Settings != report.Settings) throw new InvalidDataException($"{run.Model} was trained with other settings than {report.Model}. Train it again.");
        var left = run.Corpora.Where(corpus => corpus.LeftOut && !without.Contains(corpus.Corpus)).ToList();
        return left.Count == 1 ? [new LeftOutResult(left[0].Corpus, run.Model, left[0].Lengths)] : throw new InvalidDataException($"{run.Model} was not trained without exactly one more corpus.");
    }

    private static TrainingReport Read(string folder)
    {
        var file = Path.Combine(folder, ModelFigures.FileName);
        return JsonSerializer.Deserialize<TrainingReport>(File.ReadAllBytes(file), TrainingRun.Json) ?? throw new InvalidDataException($"{file} is empty.");
    }
}

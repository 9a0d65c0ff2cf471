using System.Text.Json;

namespace Wellread.Scoring.Training;

/// <summary>How a model does on a corpus that it was trained without, by the same settings as the one at work. <paramref name="Model"/> is the one that was measured.</summary>
internal sealed record LeftOutResult(string Corpus, string Model, IReadOnlyList<LengthResult> Lengths)
{
    /// <summary>What was left out with it, as two corpora may tell of the same things.</summary>
    public IReadOnlyList<string> Besides { get; init; } = [];

    /// <summary>Takes the figures of other runs over into a model's metrics and card.</summary>
    /// <param name="folder">The model's.</param>
    /// <param name="runs">Folders of runs with more corpora left out.</param>
    public static void Add(string folder, IReadOnlyList<string> runs)
    {
        var report = Read(folder);
        var without = report.Corpora.Where(corpus => corpus.LeftOut).Select(corpus => corpus.Corpus).ToHashSet(StringComparer.Ordinal);
        var results = runs.Select(Read).SelectMany(run => Of(run, report, without)).OrderBy(result => result.Corpus, StringComparer.Ordinal).ThenBy(result => result.Besides.Count).ToList();
        var added = report with { LeftOut = results };
        WholeFile.Write(Path.Combine(folder, ModelFigures.FileName), JsonSerializer.Serialize(added, TrainingRun.Json) + "\n");
        ModelCard.Refresh(Path.Combine(folder, "card.md"), added);
    }

    private static IEnumerable<LeftOutResult> Of(TrainingReport run, TrainingReport report, HashSet<string> without)
    {
        if (run.Settings != report.Settings) throw new InvalidDataException($"{run.Model} was trained with other settings than {report.Model}. Train it again.");
        var left = run.Corpora.Where(corpus => corpus.LeftOut && !without.Contains(corpus.Corpus)).ToList();
        if (left.Count == 0) throw new InvalidDataException($"{run.Model} left no more corpora out than {report.Model}.");
        return left.Select(corpus => new LeftOutResult(corpus.Corpus, run.Model, corpus.Lengths) { Besides = [.. left.Select(other => other.Corpus).Where(name => name != corpus.Corpus)] });
    }

    private static TrainingReport Read(string folder)
    {
        var file = Path.Combine(folder, ModelFigures.FileName);
        return JsonSerializer.Deserialize<TrainingReport>(File.ReadAllBytes(file), TrainingRun.Json) ?? throw new InvalidDataException($"{file} is empty.");
    }
}

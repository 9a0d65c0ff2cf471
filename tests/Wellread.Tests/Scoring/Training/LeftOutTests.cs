using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public sealed class LeftOutTests
{
    [Fact]
    public void How_a_model_does_on_texts_that_it_was_trained_without_stands_in_the_card()
    {
        using var folder = Two();
        var model = folder.Train();

        LeftOutResult.Add(folder.Output, [folder.TrainWithout("other")]);

        var left = Assert.Single(ModelFigures.Read(folder.Output, model.Version)!.LeftOut);
        Assert.Equal("other", left.Corpus);
        Assert.NotEqual(model.Version, left.Model);
        Assert.Contains($"| other | title only | {left.Lengths[0].AreaUnderCurve.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)} | {left.Model} |", Card(folder), StringComparison.Ordinal);
        folder.Train();
        Assert.DoesNotContain(left.Model, Card(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Corpora_that_were_left_out_together_each_say_so()
    {
        using var folder = Two();
        folder.Write("third.jsonl", TrainingFolder.Rows().Take(50));
        folder.Train();

        LeftOutResult.Add(folder.Output, [folder.TrainWithout(["other", "third"]), folder.TrainWithout("third")]);

        var card = Card(folder);
        Assert.Contains("| other (and without third) | title only |", card, StringComparison.Ordinal);
        Assert.Contains("| third | title only |", card, StringComparison.Ordinal);
        Assert.Contains("| third (and without other) | title only |", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_other_settings_or_of_a_run_that_left_nothing_out_are_refused()
    {
        using var folder = Two();
        folder.Train();

        Assert.Throws<InvalidDataException>(() => LeftOutResult.Add(folder.Output, [folder.TrainWithout("other", seed: 2)]));
        Assert.Throws<InvalidDataException>(() => LeftOutResult.Add(folder.Output, [folder.Output]));
    }

    private static string Card(TrainingFolder folder) => File.ReadAllText(Path.Combine(folder.Output, "card.md"));

    private static TrainingFolder Two()
    {
        var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows());
        folder.Write("other.jsonl", TrainingFolder.Rows().Take(50));
        return folder;
    }
}

using System.Text.Json;
using Wellread.Scoring;

namespace Wellread.Tests.Scoring.Training;

public sealed class TrainingRunTests
{
    [Fact]
    public void A_folder_of_labelled_texts_gives_a_model_its_metrics_its_card_and_a_picture()
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl.gz", TrainingFolder.Rows());
        List<string> progress = [];

        var model = folder.Train(progress);

        Assert.True(Score(model, 1) > Score(model, 0));
        using var metrics = JsonDocument.Parse(folder.Metrics);
        Assert.Equal(model.Version, metrics.RootElement.GetProperty("model").GetString());
        Assert.Equal("1970-01-01T00:00:00+00:00", metrics.RootElement.GetProperty("trainedAt").GetString());
        Assert.Equal("mine", metrics.RootElement.GetProperty("corpora")[0].GetProperty("corpus").GetString());
        Assert.Contains($"`{model.Version}`", File.ReadAllText(Path.Combine(folder.Output, "card.md")), StringComparison.Ordinal);
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(folder.Output, "calibration.svg")), StringComparison.Ordinal);
        Assert.Contains(progress, line => line.StartsWith("mine: 60 texts", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_file()
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows());
        folder.Train();
        var first = File.ReadAllBytes(folder.ModelFile);

        folder.Train();

        Assert.Equal(first, File.ReadAllBytes(folder.ModelFile));
    }

    [Theory]
    [InlineData("grade")]
    [InlineData("title")]
    [InlineData("split")]
    [InlineData("group")]
    public void What_is_optional_may_be_left_out(string field)
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows().Select(row => row.Where(pair => pair.Key != field).ToDictionary()));

        var model = folder.Train();

        Assert.True(Score(model, 1) > Score(model, 0));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("text")]
    public void Items_and_passages_are_both_judged_whatever_the_texts_were(string field)
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows().Select(row => row.Where(pair => pair.Key != field).ToDictionary()));

        var model = folder.Train();

        foreach (var read in (Func<(string Title, string Text), Prediction>[])[one => model.Predict(one.Title, "", out _), one => model.Predict("", one.Title, out _)])
        {
            Assert.True(ScoringSamples.Plain.Average(one => read(one).Probability) > ScoringSamples.Technical.Average(one => read(one).Probability));
        }
    }

    [Fact]
    public void Where_no_split_is_given_some_groups_are_kept_back_to_measure_with()
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows().Select(row => row.Where(pair => pair.Key != "split").ToDictionary()));

        folder.Train();

        using var metrics = JsonDocument.Parse(folder.Metrics);
        var corpus = metrics.RootElement.GetProperty("corpora")[0];
        var trained = corpus.GetProperty("trainedFriendly").GetInt32() + corpus.GetProperty("trainedTechnical").GetInt32();
        var title = corpus.GetProperty("lengths")[0];
        Assert.InRange(trained, 40, 59);
        Assert.Equal(60, trained + title.GetProperty("friendly").GetInt32() + title.GetProperty("technical").GetInt32());
    }

    [Fact]
    public void Texts_of_one_side_only_are_told_with_their_numbers()
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows(technical: false));

        var problem = folder.TrainingProblem();

        Assert.Contains("have 24 and 0", problem, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.ModelFile));
    }

    [Fact]
    public void A_few_texts_again_and_again_are_told()
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows().Select(row => new Dictionary<string, object?> { ["text"] = row["label"] is 1 ? "Wash your hands." : "Randomized trial of x.", ["label"] = row["label"] }));

        Assert.Contains("different texts", folder.TrainingProblem(), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.ModelFile));
    }

    [Fact]
    public void A_split_that_nobody_knows_is_trained_with_and_told()
    {
        using var folder = new TrainingFolder();
        List<string> progress = [];
        folder.Write("mine.jsonl", TrainingFolder.Rows().Select(row => row.ToDictionary(pair => pair.Key, pair => pair is { Key: "split", Value: "train" } ? "banana" : pair.Value)));

        folder.Train(progress);

        Assert.DoesNotContain(progress, line => line.Contains("Spanish", StringComparison.Ordinal));
        Assert.Contains("48 texts of the split \"banana\" are trained with: only \"dev\" and \"test\" are kept back.", progress);
    }

    [Fact]
    public void Spanish_texts_are_told_as_the_model_is_one_of_English()
    {
        using var folder = new TrainingFolder();
        List<string> progress = [];
        folder.Write("mine.jsonl", TrainingFolder.Rows());
        folder.Write("suyos.jsonl", Enumerable.Range(0, 3).Select(i => new Dictionary<string, object?> { ["text"] = $"Camine {i + 2} minutos cada día y pregunte a su médico.", ["label"] = 1 }));

        folder.Train(progress);

        Assert.Contains(progress, line => line.StartsWith("3 texts are in Spanish.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_files_is_told()
    {
        using var folder = new TrainingFolder();

        Assert.Contains("have 0 and 0", folder.TrainingProblem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_corpus_that_is_left_out_change_nothing()
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows());
        folder.Train();
        var without = File.ReadAllBytes(folder.ModelFile);
        folder.Write("readmepp_en.jsonl", TrainingFolder.Rows().Take(9));

        folder.Train();

        Assert.Equal(without, File.ReadAllBytes(folder.ModelFile));
    }

    [Fact]
    public void The_words_around_the_figures_of_a_card_are_kept()
    {
        using var folder = new TrainingFolder();
        folder.Write("mine.jsonl", TrainingFolder.Rows());
        Directory.CreateDirectory(folder.Output);
        var card = Path.Combine(folder.Output, "card.md");
        File.WriteAllText(card, "# Ours\n\nBefore.\n\n<!-- figures: written by train -->\nold\n<!-- end of figures -->\n\nAfter.\n");

        folder.Train();

        var text = File.ReadAllText(card);
        Assert.StartsWith("# Ours\n\nBefore.", text, StringComparison.Ordinal);
        Assert.EndsWith("After.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("old", text, StringComparison.Ordinal);
        Assert.Contains("| mine | 24 / 24 | unknown |", text, StringComparison.Ordinal);
    }

    private static double Score(FriendlinessModel model, int label)
    {
        var (title, text) = (label == 1 ? ScoringSamples.Plain : ScoringSamples.Technical)[0];
        return model.Predict(title, text, out _).Probability;
    }
}

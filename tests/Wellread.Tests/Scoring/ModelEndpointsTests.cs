using Wellread.Scoring;
using Wellread.Tests.Support;
using Folder = Wellread.Tests.Support.TemporaryFolder;

namespace Wellread.Tests.Scoring;

public sealed class ModelEndpointsTests
{
    [Fact]
    public async Task The_model_card_says_what_scores_how_it_was_made_and_how_good_it_is()
    {
        await using var host = new WellreadHost();
        var card = await host.CreateClient().GetJsonAsync("/api/v1/model");

        Assert.Matches("^friendliness-[0-9a-f]{8}$", (string?)card["version"]);
        Assert.Equal((false, null), ((bool?)card["degraded"], (string?)card["problem"]));
        Assert.Equal($"The trained model {card["version"]} scores.", (string?)card["summary"]);
        Assert.Equal(["en", "es"], card["languages"]!.AsArray().Select(language => (string?)language!["language"]));
        Assert.True((int)card["training"]!["sizeBytes"]! > 1_000_000);
        var feeds = card["training"]!["corpora"]!.AsArray().Single(corpus => (string?)corpus!["name"] == "feed_visible")!;
        Assert.Contains("MIT", (string?)feeds["licence"]);
        Assert.True((int)feeds["friendly"]! > 1000 && (bool)feeds["trained"]!);
        Assert.All(card["training"]!["corpora"]!.AsArray(), corpus => Assert.NotNull(corpus!["licence"]));
        var title = card["metrics"]!["byLength"]!.AsArray().Single(row => (string?)row!["corpus"] == "feed_visible" && (string?)row["shown"] == "title only")!;
        Assert.InRange((double)title["auc"]!, 0.8, 1);
        Assert.Contains(card["metrics"]!["byLength"]!.AsArray(), row => row!["auc"] is null);
        Assert.NotEmpty(card["metrics"]!["difficulty"]!.AsArray());
        Assert.All(card["metrics"]!["byTopic"]!.AsArray(), row => Assert.NotNull(Wellread.Articles.TopicCatalog.Find((string)row!["topic"]!)));
        Assert.NotNull(card["training"]!["trainedAt"]);
        Assert.Null(card["rescoring"]);
    }

    [Fact]
    public async Task The_card_of_a_person_says_the_same()
    {
        var card = string.Join(' ', (await File.ReadAllTextAsync(Repository.Path("models", "card.md"))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(ModelWords.IntendedUse.Concat(ModelWords.Limits), sentence => Assert.Contains(sentence, card));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"model\":")]
    [InlineData("{\"model\":\"friendliness-00000000\"}")]
    [InlineData("[]")]
    public async Task Figures_that_are_not_the_models_are_left_out(string? metrics)
    {
        using var folder = new Folder();
        File.Copy(Path.Combine(Repository.Path("models"), FriendlinessModelFile.Name), folder.Path(FriendlinessModelFile.Name));
        if (metrics is not null) await File.WriteAllTextAsync(folder.Path(ModelFigures.FileName), metrics);
        await using var host = new WellreadHost().With("Scoring:ModelPath", folder.Root);
        var card = await host.CreateClient().GetJsonAsync("/api/v1/model");

        Assert.NotNull((string?)card["version"]);
        Assert.Null(card["training"]);
        Assert.Null(card["metrics"]);
    }

    [Fact]
    public async Task Without_a_model_the_card_says_what_is_wrong_and_what_scores_instead()
    {
        using var folder = new Folder();
        await using var host = new WellreadHost().With("Scoring:ModelPath", folder.Root);
        var card = await host.CreateClient().GetJsonAsync("/api/v1/model");

        Assert.Null(card["version"]);
        Assert.Equal((true, "The model file is missing."), ((bool?)card["degraded"], (string?)card["problem"]));
        Assert.Equal(EnglishFormula.Version, (string?)card["languages"]![0]!["version"]);
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

/// <summary>Stored articles are read as their JSON says, whichever way they are read.</summary>
public sealed class ArticleReaderTests
{
    private static readonly Article Full = Make.Article("full", topics: ["sleep", "heart"], sensitive: ["abuse"]) with
    {
        Link = "https://news.example/a?b=1&c=café",
        Title = "What's “new” in salud & sueño <b> 💤",
        Summary = "It's 5 > 4.\nÁrbol \\ \"quoted\" \u0001",
        Categories = ["Health", "Women's health", ""],
        AlsoFrom = [new ArticleSource("feed_b", "Source B's", PublisherType.Journal, FeedAudience.Professional)],
        StoryId = "art_first",
        LastSeen = Make.Morning.AddDays(-2),
        Updated = new DateTimeOffset(2026, 11, 1, 8, 0, 0, 123, TimeSpan.FromHours(-5)),
        Dating = ArticleDating.Text,
        Author = "Ann O'Brien",
        ImageUrl = "https://images.example/1+2.jpg",
        IsSample = true,
        Assessment = new Assessment(0.12345678901234567, 1e-7, ArticleAudience.Colleagues, [new AssessmentReason("a", "It's one."), new AssessmentReason("b", "")], "model-1")
        {
            RulesVersion = "rules-1",
            SecondChoice = true,
            Cautions = AssessmentCautions.Hype | AssessmentCautions.AnimalStudy,
        },
        Page = new PageCheck(Make.Morning, PageState.Ok) { Headline = "It's here" },
        Notice = new PaperNotice(PaperStanding.Concern, Make.Morning) { SeenAt = Make.Morning },
    };

    public static TheoryData<string> Bodies => new(
        [
            Json(Full),
            Json(Make.Article("plain")),
            Json(Make.Article("bare") with { Assessment = null, Topics = [], Summary = "" }),
            .. Without("summary", "imageUrl", "isSample", "page", "notice", "author", "storyId", "lastSeen", "updated", "assessment"),
            With(article => article["of-a-newer-version"] = new JsonObject { ["a"] = 1 }),
            With(article => article["author"] = null),
            With(article => article["assessment"]!["of-a-newer-version"] = true),
            With(article => article["assessment"]!["rulesVersion"] = null),
            Json(Full).Replace("\"id\"", "\"\\u0069d\"", StringComparison.Ordinal),
            " " + Json(Full).Replace(",\"", " ,\r\n \"", StringComparison.Ordinal) + "\n",
        ]);

    [Theory]
    [MemberData(nameof(Bodies))]
    public void An_article_is_read_as_its_json_says(string json)
    {
        var known = JsonSerializer.Deserialize(json, ArticleJson.Default.Article)!;
        for (var time = 0; time < 2; time++) Assert.Equal(Json(known), Json(ArticleStore.Read(Encoding.UTF8.GetBytes(json))));
    }

    [Fact]
    public void What_this_version_writes_is_read_the_short_way()
    {
        Assert.Equal(Json(Full), Json(ArticleReader.TryRead(Encoding.UTF8.GetBytes(Json(Full)))!));
        Assert.Null(ArticleReader.TryRead(Encoding.UTF8.GetBytes(With(article => article["author"] = null))));
    }

    [Theory]
    [InlineData("topics")]
    [InlineData("categories")]
    [InlineData("sensitiveTopics")]
    [InlineData("alsoFrom")]
    public void A_list_that_is_not_there_is_empty(string name)
    {
        var known = ArticleStore.Read(Encoding.UTF8.GetBytes(With(article => article[name] = new JsonArray())));
        Assert.Equal(Json(known), Json(ArticleStore.Read(Encoding.UTF8.GetBytes(Without(name).Single()))));
    }

    public static TheoryData<string> Broken => new(
        [
            "", "null", "[]", "{", "{}", Json(Full)[..^1], Json(Full) + "x", .. Without("id", "link", "title", "language", "source", "published", "firstSeen"),
            With(article => article["id"] = 1), With(article => article["published"] = "yesterday"), With(article => article["topics"] = "sleep"),
            With(article => article["source"]!["publisher"] = "Nobody"), With(article => article["assessment"]!["grade"] = "9"), With(article => article["isSample"] = 1),
            Json(Full).Replace("\"art_first\"", "\"\\uD800\"", StringComparison.Ordinal),
            Json(Full).Replace("Source B", "\\x", StringComparison.Ordinal),
        ]);

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_no_article_is_refused_as_json_is(string json)
    {
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(json, ArticleJson.Default.Article) ?? throw new JsonException());
        Assert.ThrowsAny<JsonException>(() => ArticleStore.Read(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Json(Full));
        bytes[bytes.AsSpan().IndexOf("news.example"u8)] = 0xFF;
        Assert.ThrowsAny<JsonException>(() => ArticleStore.Read(bytes));
    }

    [Fact]
    public void What_two_articles_have_in_common_is_there_once()
    {
        var (one, other) = (ArticleStore.Read(ArticleStore.Write(Full)), ArticleStore.Read(ArticleStore.Write(Full with { Id = "art_other", Title = "Other" })));
        Assert.Same(one.Source, other.Source);
        Assert.Same(one.Assessment!.Reasons[0], other.Assessment!.Reasons[0]);
        Assert.Same(one.Topics[0], other.Topics[0]);
        Assert.Same(one.Author, other.Author);
    }

    private static string Json(Article article) => Encoding.UTF8.GetString(ArticleStore.Write(article));

    private static IEnumerable<string> Without(params string[] names) => names.Select(name => With(article => article.Remove(name)));

    private static string With(Action<JsonObject> change)
    {
        var article = JsonNode.Parse(Json(Full))!.AsObject();
        change(article);
        return article.ToJsonString();
    }
}

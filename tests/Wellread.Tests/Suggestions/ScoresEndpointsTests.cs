using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Wellread.Articles;
using Wellread.Scoring;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

public sealed class ScoresEndpointsTests : IAsyncLifetime
{
    private const string Title = "Walk a little every day to help your heart";
    private const string Text = "A short walk each day can lower hypertension. Start with ten minutes. Ask your doctor if you are not sure.";
    private readonly WellreadHost _host = new();
    private HttpClient _client = null!;

    public Task InitializeAsync()
    {
        _client = _host.CreateClient();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task A_text_gets_the_whole_explanation()
    {
        var answer = await PostAsync(new { title = Title, text = Text });

        Assert.Equal(("patients", "en", true, false), ((string?)answer["verdict"], (string?)answer["language"], (bool?)answer["languageDetected"], (bool?)answer["degraded"]));
        Assert.Equal("Good for patients. 1 medical term has plain words to use instead.", (string?)answer["summary"]);
        Assert.InRange((double)answer["probability"]!, 0.5, 1);
        Assert.InRange((double)answer["difficulty"]!, 1, 6);
        Assert.InRange((double)answer["reading"]!["grade"]!, 1, 12);
        Assert.NotNull(answer["reading"]!["fleschKincaid"]);
        Assert.NotNull(answer["reading"]!["smog"]);
        Assert.Contains("heart", answer["topics"]!.AsArray().Select(topic => (string?)topic!["slug"]));
        Assert.True((bool?)answer["healthGate"]!["passes"]);
        Assert.Equal("useful", (string?)answer["healthGate"]!["code"]);
        Assert.Empty(answer["sensitiveTopics"]!.AsArray());
        Assert.Equal(_host.Get<FriendlinessScorer>().ModelVersion, (string?)answer["modelVersion"]);
        Assert.Equal(ScoringRules.Version, (string?)answer["rulesVersion"]);
        var swap = Assert.Single(answer["jargon"]!.AsArray())!;
        Assert.Equal(("hypertension", "high blood pressure"), ((string?)swap["term"], (string?)swap["plainWords"]));
        Assert.Equal("hypertension", Cut(swap["spans"]![0]!, Title, Text));
        foreach (var name in new[] { "articleId", "title", "text", "links" }) Assert.Null(answer[name]);
    }

    [Theory]
    [InlineData("Flu shots", "")]
    [InlineData("", "Drink more water when it is hot.")]
    [InlineData("🏃‍♀️ Walk more! 💧", "  👩‍⚕️ Ask your doctor about hypertension.\r\n\r\nBreakthrough miracle cure 🎉 in mice. Take 10 minutes a day.  ")]
    [InlineData("مرحبا", "المشي كل يوم مفيد لقلبك")]
    [InlineData("‮Walk‬ every day", "Your heart‏ will thank you; hypertension is common.")]
    [InlineData("Camine cada día para cuidar su corazón", "La hipertensión es frecuente. Consulte a su médico.")]
    public async Task Every_span_can_be_cut_out_of_what_was_sent(string title, string text)
    {
        var answer = await PostAsync(new { title, text });
        var spans = new[] { "reasons", "jargon", "hype", "labels" }.SelectMany(list => answer[list]!.AsArray()).SelectMany(item => item!["spans"]!.AsArray()).ToList();
        Assert.NotEmpty(spans);
        Assert.All(spans, span => Assert.NotEmpty(Cut(span!, title, text)));
        Assert.All(answer["jargon"]!.AsArray(), term => Assert.Equal((string?)term!["term"], Cut(term["spans"]![0]!, title, text)));
    }

    [Fact]
    public async Task What_is_sensitive_comes_with_its_places_and_a_help_line_in_its_language()
    {
        const string title = "Talking about suicide with your teen", text = "If your teen speaks of suicide, listen, stay with them and call for help.";
        var subject = Assert.Single((await PostAsync(new { title, text }))["sensitiveTopics"]!.AsArray())!;
        Assert.Equal("suicide", (string?)subject["subject"]);
        Assert.Equal(["title suicide", "text suicide"], subject["spans"]!.AsArray().Select(span => $"{span!["part"]} {Cut(span, title, text)}"));
        Assert.StartsWith("https://", (string?)subject["helpLines"]![0]!["url"]);
        var spanish = await PostAsync(new { title = "Hablar del suicidio con su hijo adolescente", language = "es" });
        Assert.NotEqual((string?)subject["helpLines"]![0]!["text"], (string?)spanish["sensitiveTopics"]![0]!["helpLines"]![0]!["text"]);
    }

    [Fact]
    public async Task What_is_no_use_to_a_patient_is_told_with_the_places_that_say_so()
    {
        const string title = "Senate votes on hospital budget", text = "Senators and the president argued over the election and the hospital bill.";
        var gate = (await PostAsync(new { title, text }))["healthGate"]!;
        Assert.False((bool)gate["passes"]!);
        Assert.Equal("politics", (string?)gate["code"]);
        Assert.NotEmpty(gate["spans"]!.AsArray());
        Assert.All(gate["spans"]!.AsArray(), span => Assert.NotEmpty(Cut(span!, title, text)));
    }

    [Fact]
    public async Task What_a_patient_can_use_is_told_with_the_places_that_say_so()
    {
        const string title = "How to lower your blood pressure", text = "Walk every day, eat less salt and ask your doctor for advice.";
        var gate = (await PostAsync(new { title, text }))["healthGate"]!;
        Assert.True((bool)gate["passes"]!);
        Assert.Contains(gate["spans"]!.AsArray(), span => Cut(span!, title, text).Contains("doctor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_is_found_out_and_can_be_said()
    {
        var spanish = await PostAsync(new { title = "Camine cada día para cuidar su corazón", text = "La hipertensión es muy frecuente. Consulte a su médico antes de empezar." });
        Assert.Equal(("es", true, false), ((string?)spanish["language"], (bool?)spanish["languageDetected"], (bool?)spanish["degraded"]));
        Assert.NotNull(spanish["reading"]!["inflesz"]);

        var said = await PostAsync(new { title = "Salud", language = "ES" });
        Assert.Equal(("es", false), ((string?)said["language"], (bool?)said["languageDetected"]));

        var german = await PostAsync(new { text = "Wie viel Wasser soll man am Tag trinken? Sechs bis acht Gläser sind für die meisten genug." });
        Assert.Equal(("de", "neither", "none"), ((string?)german["language"], (string?)german["verdict"], (string?)german["modelVersion"]));
        Assert.Null(german["healthGate"]);
        Assert.NotEmpty(german["reasons"]!.AsArray());
    }

    [Fact]
    public async Task Without_a_model_a_formula_answers_and_says_so()
    {
        using var empty = new TemporaryFolder();
        await using var host = new WellreadHost().With("Scoring:ModelPath", empty.Root);
        var answer = await host.CreateClient().PostJsonAsync("/api/v1/scores", new { title = Title, text = Text }, HttpStatusCode.OK);
        Assert.Equal((true, EnglishFormula.Version), ((bool?)answer["degraded"], (string?)answer["modelVersion"]));
        Assert.Null(answer["difficulty"]);
    }

    [Theory]
    [InlineData("{}", "text", "Send a title, a text or both, or the articleId of an article.")]
    [InlineData("""{"title":"  ","text":"\n"}""", "text", "Send a title, a text or both, or the articleId of an article.")]
    [InlineData("""{"title":"a","articleId":"art_a"}""", "articleId", "Send either a title and text, or an articleId, not both.")]
    [InlineData("""{"language":"en","articleId":"art_a"}""", "language", "An article has its language. Leave 'language' out when you send an articleId.")]
    public async Task A_wrong_request_is_told_what_would_be_right(string body, string field, string message)
    {
        using var response = await _client.PostAsync("/api/v1/scores", new StringContent(body, MediaTypeHeaderValue.Parse("application/json")));
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
        Assert.Equal(message, (string?)problem["errors"]![field]![0]);
    }

    [Fact]
    public async Task Length_and_language_have_bounds_that_are_said()
    {
        using var title = await _client.PostAsJsonAsync("/api/v1/scores", new { title = new string('a', 501) });
        Assert.Contains("500", (string?)(await Api.ProblemAsync(title, HttpStatusCode.BadRequest, "validation"))["errors"]!["title"]![0]);
        using var text = await _client.PostAsJsonAsync("/api/v1/scores", new { text = new string('a', 20_001) });
        Assert.Contains("20,000", (string?)(await Api.ProblemAsync(text, HttpStatusCode.BadRequest, "validation"))["errors"]!["text"]![0]);
        using var language = await _client.PostAsJsonAsync("/api/v1/scores", new { text = "Bonjour", language = "fr" });
        Assert.Contains("en, es", (string?)(await Api.ProblemAsync(language, HttpStatusCode.BadRequest, "unknown-language"))["detail"]);
        using var article = await _client.PostAsJsonAsync("/api/v1/scores", new { articleId = "art_nothing" });
        Assert.NotNull((await Api.ProblemAsync(article, HttpStatusCode.NotFound, "unknown-article"))["errors"]!["articleId"]);
    }

    [Fact]
    public async Task The_longest_text_is_taken_however_it_is_escaped()
    {
        var answer = await PostAsync(new { title = string.Concat(Enumerable.Repeat("😀", 250)), text = string.Concat(Enumerable.Repeat("😀", 10_000)) });
        Assert.Equal("neither", (string?)answer["verdict"]);
    }

    [Fact]
    public async Task A_stored_article_is_explained_by_its_id_and_at_its_own_address()
    {
        var article = await StoreAsync();
        var byId = await PostAsync(new { articleId = article.Id });
        var byAddress = await _client.GetJsonAsync($"/api/v1/articles/{article.Id}/explanation");

        Assert.True(JsonNode.DeepEquals(byId, byAddress));
        Assert.Equal((article.Id, Title, Text), ((string?)byId["articleId"], (string?)byId["title"], (string?)byId["text"]));
        Assert.Equal("hypertension", Cut(byId["jargon"]![0]!["spans"]![0]!, Title, Text));
        var suggestion = await _client.GetJsonAsync((string)byId["links"]!["suggestion"]!);
        Assert.Equal($"/api/v1/articles/{article.Id}/explanation", (string?)suggestion["links"]!["explanation"]);
        Assert.Equal((string?)suggestion["audience"], (string?)byId["verdict"]);
        Assert.Equal((double?)suggestion["score"], (double?)byId["probability"]);
    }

    [Fact]
    public async Task An_explanation_that_has_not_changed_is_not_sent_again()
    {
        var article = await StoreAsync();
        var path = $"/api/v1/articles/{article.Id}/explanation";
        using var first = await _client.GetAsync(path);
        var tag = first.Headers.ETag!;
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true, NoStore: false });
        foreach (var header in new[] { tag.Tag, $"W/{tag.Tag}", $"\"other\", {tag.Tag}", "*" })
        {
            using var same = await GetAsync(path, header);
            Assert.Equal((HttpStatusCode.NotModified, tag, 0), (same.StatusCode, same.Headers.ETag, (await same.Content.ReadAsByteArrayAsync()).Length));
        }

        // Seen once more by its feed, or scored the same way: no change. Another headline: a change.
        await StoreAsync(article with { LastSeen = Make.Morning, Assessment = null });
        using (var same = await GetAsync(path, tag.Tag)) Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        await StoreAsync(article with { Title = "Another headline" });
        using var changed = await GetAsync(path, tag.Tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [Fact]
    public async Task Another_model_gives_another_tag()
    {
        var article = Make.Article("a") with { Title = Title };
        using var empty = new TemporaryFolder();
        await using var host = new WellreadHost().With("Scoring:ModelPath", empty.Root);
        Assert.NotEqual(_host.Get<TextScoring>().ETag(article), host.Get<TextScoring>().ETag(article));
    }

    [Fact]
    public async Task An_article_that_is_not_there_has_no_explanation()
    {
        using var response = await _client.GetAsync("/api/v1/articles/art_nothing/explanation");
        await Api.ProblemAsync(response, HttpStatusCode.NotFound, "unknown-article");
    }

    private static string Cut(JsonNode span, string title, string text)
    {
        var part = (string?)span["part"] switch { "title" => title, "text" => text, var other => throw new InvalidOperationException(other) };
        return part[(int)span["start"]!..(int)span["end"]!];
    }

    private Task<JsonNode> PostAsync(object body) => _client.PostJsonAsync("/api/v1/scores", body, HttpStatusCode.OK);

    private async Task<HttpResponseMessage> GetAsync(string path, string ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await _client.SendAsync(request);
    }

    private async Task<Article> StoreAsync(Article? article = null)
    {
        article ??= _host.Get<ArticleScoring>().Assess(Make.Article("walk", topics: ["heart"]) with { Title = Title, Summary = Text });
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        return article;
    }
}

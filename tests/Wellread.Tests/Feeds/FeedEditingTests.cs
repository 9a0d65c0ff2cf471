using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class FeedEditingTests : IAsyncLifetime
{
    private const string Listed = "https://listed.example.org/feed";
    private const string New = "https://new.example.org/rss";

    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _web.Respond(Listed, Rss("Listed", "Drink more water every day", "A short walk helps your heart"));
        _web.Respond(New, Rss("News &amp;amp; <b>views</b>", "Eat more fruit and vegetables"));
        _host = new WellreadHost().WithFeeds(_web, $"text=\"Listed\" xmlUrl=\"{Listed}\" publisher=\"government\" audience=\"consumer\" language=\"en\"");
        _client = _host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_that_is_added_is_read_with_the_next_refresh_and_suggested_from()
    {
        using var response = await _client.PostAsJsonAsync("/api/v1/feeds", new { url = New, publisher = "nonProfit", topics = new[] { "nutrition" } });
        var feed = await ReadAsync(response, HttpStatusCode.Created);
        Assert.Equal($"/api/v1/feeds/{feed["id"]}", response.Headers.Location?.OriginalString);
        Assert.Equal(("News & views", "nonProfit", "new"), ((string?)feed["title"], (string?)feed["publisher"], (string?)feed["health"]!["condition"]));
        Assert.Empty(feed["packs"]!.AsArray());
        Assert.Equal(2, (await _host.RefreshAsync()).Feeds.Length);
        Assert.Contains("Eat more fruit and vegetables", await SuggestedAsync());
        Assert.Equal("healthy", (string?)(await _client.GetJsonAsync($"/api/v1/feeds/{feed["id"]}"))["health"]!["condition"]);
    }

    [Fact]
    public async Task A_feed_on_the_list_is_not_added_twice_whatever_address_leads_to_it()
    {
        _web.Redirect("https://old.example.org/feed", Listed, 301);
        foreach (var url in new[] { Listed, Listed + "#top", "https://old.example.org/feed" })
        {
            using var response = await _client.PostAsJsonAsync("/api/v1/feeds", new { url });
            await Api.ProblemAsync(response, HttpStatusCode.Conflict, "feed-exists");
            Assert.Equal($"/api/v1/feeds/{FeedId.Of(new Uri(Listed))}", response.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1/feed", HttpStatusCode.UnprocessableEntity, "blocked-address")]
    [InlineData("http://user:secret@new.example.org/rss", HttpStatusCode.UnprocessableEntity, "blocked-address")]
    [InlineData("file:///etc/passwd", HttpStatusCode.UnprocessableEntity, "blocked-address")]
    [InlineData("not an address", HttpStatusCode.UnprocessableEntity, "blocked-address")]
    [InlineData("https://inside.example.org/feed", HttpStatusCode.UnprocessableEntity, "blocked-address")]
    [InlineData("https://no-such.example.org/feed", HttpStatusCode.BadGateway, "source-unreachable")]
    [InlineData("https://new.example.org/missing", HttpStatusCode.BadGateway, "source-unreachable")]
    [InlineData("https://text.example.org/", HttpStatusCode.UnsupportedMediaType, "unsupported-feed")]
    public async Task What_can_not_be_read_is_not_added(string url, HttpStatusCode status, string code)
    {
        _web.Resolve("inside.example.org", ["10.0.0.7"]);
        _web.Respond("https://text.example.org/", "just words", contentType: "text/plain");
        using var response = await _client.PostAsJsonAsync("/api/v1/feeds", new { url });
        var problem = await Api.ProblemAsync(response, status, code);
        Assert.NotNull(problem["errors"]!["url"]);
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await _client.GetJsonAsync("/api/v1/feeds"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_web_page_is_not_added_but_the_feeds_that_it_points_to_are_named()
    {
        _web.Respond("https://new.example.org/", "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss\"></head><body>Welcome</body></html>", contentType: "text/html");
        using var response = await _client.PostAsJsonAsync("/api/v1/feeds", new { url = "https://new.example.org/" });
        var problem = await Api.ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-feed");
        var feed = Assert.Single(problem["feeds"]!.AsArray())!;
        Assert.Equal((New, "News & views"), ((string?)feed["url"], (string?)feed["title"]));
    }

    [Fact]
    public async Task A_feed_that_is_switched_off_or_paused_is_not_visited_and_says_so()
    {
        var id = await ListedIdAsync();
        var off = await PatchAsync(id, new { enabled = false });
        Assert.Equal("off", (string?)off["health"]!["condition"]);
        Assert.Empty((await _host.RefreshAsync()).Feeds);

        var paused = await PatchAsync(id, new { enabled = true, pausedUntil = _host.Time.GetUtcNow().AddDays(3) });
        Assert.Equal("This feed is paused for 3 days more. Nothing is read from it until then.", (string?)paused["health"]!["summary"]);
        Assert.Empty((await _host.RefreshAsync()).Feeds);
        using var asked = await _client.PostAsync($"/api/v1/feeds/{id}/refresh", null);
        await Api.ProblemAsync(asked, HttpStatusCode.Conflict, "feed-switched-off");

        _host.Time.Advance(TimeSpan.FromDays(3));
        Assert.Single((await _host.RefreshAsync()).Feeds);
        await PatchAsync(id, new { pausedUntil = _host.Time.GetUtcNow().AddDays(3) });
        Assert.Null((await PatchAsync(id, new { enabled = true }))["pausedUntil"]);
    }

    [Fact]
    public async Task Rules_hold_at_once_and_lifting_them_brings_articles_back()
    {
        await _host.RefreshAsync();
        var id = await ListedIdAsync();
        var all = await SuggestedAsync();
        Assert.Equal(2, all.Count);
        await PatchAsync(id, new { block = new[] { "walk" } });
        Assert.Equal(["Drink more water every day"], await SuggestedAsync());
        await PatchAsync(id, new { keep = new[] { "walk" }, block = Array.Empty<string>() });
        Assert.Equal(["A short walk helps your heart"], await SuggestedAsync());
        await PatchAsync(id, new { keep = Array.Empty<string>() });
        Assert.Equal(all, await SuggestedAsync());
    }

    [Fact]
    public async Task Settings_outlive_a_restart_and_reach_the_other_instance()
    {
        var id = await ListedIdAsync();
        await PatchAsync(id, new { title = "Our  favourite\n", folders = new[] { new[] { "News", "Local / near" } } });
        await using var other = new WellreadHost().WithFeeds(_web, $"text=\"Listed\" xmlUrl=\"{Listed}\"").With("Storage:Connection", StoreOf(_host));
        using var client = other.CreateClient();
        var seen = await client.GetJsonAsync($"/api/v1/feeds/{id}");
        Assert.Equal("Our favourite", (string?)seen["title"]);
        Assert.Equal("Local / near", (string?)seen["folders"]![0]![1]);

        await PatchAsync(id, new { enabled = false });
        using var added = await _client.PostAsJsonAsync("/api/v1/feeds", new { url = New });
        Assert.True(await other.Get<Wellread.Suggestions.StoreFollower>().CatchUpAsync(CancellationToken.None));
        Assert.Equal(["News & views", "Our favourite"], Titles(await client.GetJsonAsync("/api/v1/feeds")));
        Assert.Equal("off", (string?)(await client.GetJsonAsync($"/api/v1/feeds/{id}"))["health"]!["condition"]);
    }

    [Fact]
    public async Task A_feed_taken_off_the_list_stays_off_and_comes_back_when_it_is_added_again()
    {
        await _host.RefreshAsync();
        var id = await ListedIdAsync();
        using (var gone = await _client.DeleteAsync($"/api/v1/feeds/{id}")) Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using (var again = await _client.DeleteAsync($"/api/v1/feeds/{id}")) await Api.ProblemAsync(again, HttpStatusCode.NotFound, "unknown-feed");
        Assert.Empty((await _client.GetJsonAsync("/api/v1/feeds"))["items"]!.AsArray());
        Assert.Empty(await SuggestedAsync());
        Assert.Empty((await _host.RefreshAsync()).Feeds);

        await _client.PostJsonAsync("/api/v1/feeds", new { url = Listed }, HttpStatusCode.Created);
        var visited = Assert.Single((await _host.RefreshAsync()).Feeds);
        Assert.Equal("fetched", visited.Outcome);
        Assert.Equal(2, (await SuggestedAsync()).Count);
    }

    [Fact]
    public async Task A_change_made_on_what_somebody_else_changed_meanwhile_is_refused()
    {
        var id = await ListedIdAsync();
        using var first = await _client.GetAsync($"/api/v1/feeds/{id}");
        var tag = first.Headers.ETag!.Tag;
        using (var mine = await SendAsync(HttpMethod.Patch, id, tag, new { title = "Mine" }))
        {
            Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
            Assert.NotEqual(tag, mine.Headers.ETag!.Tag);
        }

        using (var yours = await SendAsync(HttpMethod.Patch, id, tag, new { title = "Yours" })) await Api.ProblemAsync(yours, HttpStatusCode.PreconditionFailed, "stale-etag");
        using (var delete = await SendAsync(HttpMethod.Delete, id, tag, null)) await Api.ProblemAsync(delete, HttpStatusCode.PreconditionFailed, "stale-etag");
        Assert.Equal("Mine", (string?)(await _client.GetJsonAsync($"/api/v1/feeds/{id}"))["title"]);
    }

    [Theory]
    [InlineData("""{ "title": " " }""", "title")]
    [InlineData("""{ "publisher": "me" }""", "publisher")]
    [InlineData("""{ "audience": "all" }""", "audience")]
    [InlineData("""{ "language": "english" }""", "language")]
    [InlineData("""{ "topics": ["no-such-topic"] }""", "topics")]
    [InlineData("""{ "folders": [[""]] }""", "folders")]
    [InlineData("""{ "folders": [null] }""", "folders")]
    [InlineData("""{ "keep": [""] }""", "keep")]
    [InlineData("""{ "block": ["title:"] }""", "block")]
    [InlineData("""{ "block": [null] }""", "block")]
    [InlineData("""{ "pausedUntil": "2020-01-01T00:00:00Z" }""", "pausedUntil")]
    public async Task A_change_that_makes_no_sense_is_answered_with_what_would(string body, string field)
    {
        var id = await ListedIdAsync();
        using var response = await _client.PatchAsync($"/api/v1/feeds/{id}", new StringContent(body, null, "application/json"));
        var code = field == "topics" ? "unknown-topic" : "validation";
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, code);
        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task A_mistyped_address_is_answered_with_the_one_that_is_meant()
    {
        using var response = await _client.PostAsJsonAsync("/api/v1/feeds", new { url = "http//who.int/feed.xml" });
        var problem = await Api.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "blocked-address");
        Assert.Equal("The address is mistyped. Did you mean http://who.int/feed.xml?", (string?)problem["detail"]);
    }

    [SkippableFact]
    public async Task No_address_that_leads_inside_is_ever_dialled()
    {
        var rows = 0;
        foreach (var line in await File.ReadAllLinesAsync(SharedData.Path("hostile/ssrf_urls.jsonl")))
        {
            var row = JsonNode.Parse(line)!;
            var kind = (string)row["kind"]!;
            if ((string?)row["must"] != "block" || string.IsNullOrWhiteSpace((string?)row["url"]) || kind == "redirect" || kind.StartsWith("dns", StringComparison.Ordinal)) continue;
            using var response = await _client.PostAsJsonAsync("/api/v1/feeds", new { url = (string)row["url"]! });
            await Api.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "blocked-address");
            rows++;
        }

        Assert.True(rows > 500, $"Only {rows} rows.");
        Assert.Empty(_web.Dialled);
    }

    [Fact]
    public async Task A_list_from_another_reader_is_added_with_its_folders_and_comes_back_as_a_file()
    {
        const string list = """
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="Health &amp; more"><outline text="News" type="rss" xmlUrl="https://new.example.org/rss" htmlUrl="https://new.example.org" />
                <outline text="Local"><outline text="News" xmlUrl="https://new.example.org/rss"/></outline></outline>
              <outline text="News" xmlUrl="https://new.example.org/rss"/>
              <outline text="Known" xmlUrl="https://listed.example.org/feed" />
              <outline text="Router" xmlUrl="http://192.168.1.1/feed" />
              <outline text="A site" htmlUrl="https://site.example.org" />
            </body></opml>
            """;
        using var form = new MultipartFormDataContent { { new StringContent(list), "file", "mine.opml" } };
        foreach (var content in new HttpContent[] { form, new StringContent(list, null, "text/x-opml") })
        {
            using var response = await _client.PostAsync("/api/v1/feeds/opml", content);
            var report = await ReadAsync(response, HttpStatusCode.OK);
            var isFirst = content == form;
            Assert.Equal(("Mine", isFirst ? 1 : 0, isFirst ? 1 : 2), ((string?)report["title"], (int?)report["added"], (int?)report["known"]));
            Assert.Equal(["Router", "A site"], report["unused"]!.AsArray().Select(line => (string?)line!["name"]));
            Assert.Equal("The address leads into a private network.", (string?)report["unused"]![0]!["message"]);
        }

        Assert.Equal(2, (await _host.RefreshAsync()).Feeds.Length);
        using var file = await _client.GetAsync("/api/v1/feeds/opml");
        Assert.Equal("text/x-opml", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("wellread-feeds.opml", file.Content.Headers.ContentDisposition?.FileName);
        var read = Assert.IsType<OpmlImport.Read>(OpmlReader.ReadImport(await file.Content.ReadAsByteArrayAsync()));
        Assert.Empty(read.Mistakes);
        Assert.Equal(["Listed ()", "News ()", "News (Health & more)", "News (Health & more/Local)"], read.Feeds.Select(feed => $"{feed.Title} ({string.Join('/', feed.Folder)})").Order());
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("<html><body>Sign in</body></html>", "This is a web page, not a list of feeds.")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><opml><body><outline text=\"&a;\" xmlUrl=\"https://a.example.org/\"/></body></opml>", "entities")]
    public async Task What_is_no_list_of_feeds_is_refused(string body, string words)
    {
        using var response = await _client.PostAsync("/api/v1/feeds/opml", new StringContent(body, null, "application/xml"));
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-opml");
        Assert.Contains(words, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_is_told_so()
    {
        using var broken = new StringContent("garbage");
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var empty = new MultipartFormDataContent { { new StringContent("words"), "text" } };
        foreach (var content in new HttpContent[] { broken, empty })
        {
            using var response = await _client.PostAsync("/api/v1/feeds/opml", content);
            await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-opml");
        }
    }

    [Fact]
    public async Task A_list_of_ten_thousand_feeds_is_taken_and_one_more_is_not()
    {
        static string List(int count) => $"<opml version=\"2.0\"><body>{string.Concat(Enumerable.Range(0, count).Select(i => $"<outline text=\"{i}\" xmlUrl=\"https://f{i}.example.org/\"/>"))}</body></opml>";
        using var all = await _client.PostAsync("/api/v1/feeds/opml", new StringContent(List(10_000), null, "text/xml"));
        var report = await ReadAsync(all, HttpStatusCode.OK);
        Assert.Equal(9_999, (int?)report["added"]);
        Assert.Equal("The list of feeds is full.", (string?)Assert.Single(report["unused"]!.AsArray())!["message"]);
        using var one = await _client.PostAsJsonAsync("/api/v1/feeds", new { url = New });
        await Api.ProblemAsync(one, HttpStatusCode.Conflict, "too-many-feeds");
        using var more = await _client.PostAsync("/api/v1/feeds/opml", new StringContent(List(10_001), null, "text/xml"));
        await Api.ProblemAsync(more, HttpStatusCode.BadRequest, "invalid-opml");
    }

    private static string Rss(string title, params string[] items) =>
        $"<rss version=\"2.0\"><channel><title>{title}</title>{string.Concat(items.Select((item, i) => $"<item><title>{item}</title><link>https://items.example.org/{Uri.EscapeDataString(title)}/{i}</link><description>You can do this at home. It is easy and it helps you stay well. Start today with a small step.</description></item>"))}</channel></rss>";

    private static string StoreOf(WellreadHost host) => host.Get<Microsoft.Extensions.Configuration.IConfiguration>()["Storage:Connection"]!;

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    private static IEnumerable<string?> Titles(JsonNode list) => list["items"]!.AsArray().Select(item => (string?)item!["title"]);

    private async Task<string> ListedIdAsync() => (string)(await _client.GetJsonAsync("/api/v1/feeds"))["items"]![0]!["id"]!;

    private async Task<JsonNode> PatchAsync(string id, object body)
    {
        using var response = await _client.PatchAsJsonAsync($"/api/v1/feeds/{id}", body);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string id, string tag, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/feeds/{id}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await _client.SendAsync(request);
    }

    private async Task<IReadOnlyList<string?>> SuggestedAsync() => [.. Titles(await _client.GetJsonAsync("/api/v1/suggestions")).Order()];
}

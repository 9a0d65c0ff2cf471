using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>Adding a feed, changing it, taking it off.</summary>
public sealed class FeedEditingTests : FeedEditingStage
{
    [Fact]
    public async Task Few_feeds_are_visited_side_by_side_to_be_added()
    {
        var silence = new TaskCompletionSource();
        Web.Respond("https://silent.example.org/", _ => silence.Task);
        var adding = Enumerable.Range(0, FeedDiscovery.MaxAtOnce + 1).Select(_ => Client.PostAsJsonAsync("/api/v1/feeds", new { url = "https://silent.example.org/" })).ToArray();
        using var first = await await Task.WhenAny(adding);
        await Api.ProblemAsync(first, HttpStatusCode.TooManyRequests, "discovery-busy");
        silence.SetResult();
        foreach (var response in await Task.WhenAll(adding)) response.Dispose();
    }

    [Fact]
    public async Task A_feed_that_is_added_is_read_with_the_next_refresh_and_suggested_from()
    {
        using var response = await Client.PostAsJsonAsync("/api/v1/feeds", new { url = New, publisher = "nonProfit", topics = new[] { "nutrition" } });
        var feed = await ReadAsync(response, HttpStatusCode.Created);
        Assert.Equal($"/api/v1/feeds/{feed["id"]}", response.Headers.Location?.OriginalString);
        Assert.Equal(("News & views", "nonProfit", "new"), ((string?)feed["title"], (string?)feed["publisher"], (string?)feed["health"]!["condition"]));
        Assert.Empty(feed["packs"]!.AsArray());
        Assert.Equal(2, (await Host.RefreshAsync()).Feeds.Length);
        Assert.Contains("Eat more fruit and vegetables", await SuggestedAsync());
        Assert.Equal("healthy", (string?)(await Client.GetJsonAsync($"/api/v1/feeds/{feed["id"]}"))["health"]!["condition"]);
    }

    [Fact]
    public async Task A_feed_on_the_list_is_not_added_twice_whatever_address_leads_to_it()
    {
        Web.Redirect("https://old.example.org/feed", Listed, 301);
        foreach (var url in new[] { Listed, Listed + "#top", "https://old.example.org/feed" })
        {
            using var response = await Client.PostAsJsonAsync("/api/v1/feeds", new { url });
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
        Web.Resolve("inside.example.org", ["10.0.0.7"]);
        Web.Respond("https://text.example.org/", "just words", contentType: "text/plain");
        using var response = await Client.PostAsJsonAsync("/api/v1/feeds", new { url });
        var problem = await Api.ProblemAsync(response, status, code);
        Assert.NotNull(problem["errors"]!["url"]);
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await Client.GetJsonAsync("/api/v1/feeds"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_web_page_is_not_added_but_the_feeds_that_it_points_to_are_named()
    {
        Web.Respond("https://new.example.org/", "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss\"></head><body>Welcome</body></html>", contentType: "text/html");
        using var response = await Client.PostAsJsonAsync("/api/v1/feeds", new { url = "https://new.example.org/" });
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
        Assert.Empty((await Host.RefreshAsync()).Feeds);

        var paused = await PatchAsync(id, new { enabled = true, pausedUntil = Host.Time.GetUtcNow().AddDays(3) });
        Assert.Equal("This feed is paused for 3 days more. Nothing is read from it until then.", (string?)paused["health"]!["summary"]);
        Assert.Empty((await Host.RefreshAsync()).Feeds);
        using var asked = await Client.PostAsync($"/api/v1/feeds/{id}/refresh", null);
        await Api.ProblemAsync(asked, HttpStatusCode.Conflict, "feed-switched-off");

        Host.Time.Advance(TimeSpan.FromDays(3));
        Assert.Single((await Host.RefreshAsync()).Feeds);
        await PatchAsync(id, new { pausedUntil = Host.Time.GetUtcNow().AddDays(3) });
        Assert.Null((await PatchAsync(id, new { enabled = true }))["pausedUntil"]);
    }

    [Fact]
    public async Task Rules_hold_at_once_and_lifting_them_brings_articles_back()
    {
        await Host.RefreshAsync();
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
        await using var other = new WellreadHost().WithFeeds(Web, $"text=\"Listed\" xmlUrl=\"{Listed}\"").With("Storage:Connection", StoreOf(Host));
        using var client = other.CreateClient();
        var seen = await client.GetJsonAsync($"/api/v1/feeds/{id}");
        Assert.Equal("Our favourite", (string?)seen["title"]);
        Assert.Equal("Local / near", (string?)seen["folders"]![0]![1]);

        await PatchAsync(id, new { enabled = false });
        using var added = await Client.PostAsJsonAsync("/api/v1/feeds", new { url = New });
        Assert.True(await other.Get<Wellread.Suggestions.StoreFollower>().CatchUpAsync(CancellationToken.None));
        Assert.Equal(["News & views", "Our favourite"], Titles(await client.GetJsonAsync("/api/v1/feeds")));
        Assert.Equal("off", (string?)(await client.GetJsonAsync($"/api/v1/feeds/{id}"))["health"]!["condition"]);
    }

    [Fact]
    public async Task A_feed_taken_off_the_list_stays_off_and_comes_back_when_it_is_added_again()
    {
        await Host.RefreshAsync();
        var id = await ListedIdAsync();
        using (var gone = await Client.DeleteAsync($"/api/v1/feeds/{id}")) Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using (var again = await Client.DeleteAsync($"/api/v1/feeds/{id}")) await Api.ProblemAsync(again, HttpStatusCode.NotFound, "unknown-feed");
        Assert.Empty((await Client.GetJsonAsync("/api/v1/feeds"))["items"]!.AsArray());
        Assert.Empty(await SuggestedAsync());
        Assert.Empty((await Host.RefreshAsync()).Feeds);

        await Client.PostJsonAsync("/api/v1/feeds", new { url = Listed }, HttpStatusCode.Created);
        var visited = Assert.Single((await Host.RefreshAsync()).Feeds);
        Assert.Equal("fetched", visited.Outcome);
        Assert.Equal(2, (await SuggestedAsync()).Count);
    }

    [Fact]
    public async Task A_change_made_on_what_somebody_else_changed_meanwhile_is_refused()
    {
        var id = await ListedIdAsync();
        using var first = await Client.GetAsync($"/api/v1/feeds/{id}");
        var tag = first.Headers.ETag!.Tag;
        using (var mine = await SendAsync(HttpMethod.Patch, id, tag, new { title = "Mine" }))
        {
            Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
            Assert.NotEqual(tag, mine.Headers.ETag!.Tag);
        }

        using (var yours = await SendAsync(HttpMethod.Patch, id, tag, new { title = "Yours" })) await Api.ProblemAsync(yours, HttpStatusCode.PreconditionFailed, "stale-etag");
        using (var delete = await SendAsync(HttpMethod.Delete, id, tag, null)) await Api.ProblemAsync(delete, HttpStatusCode.PreconditionFailed, "stale-etag");
        Assert.Equal("Mine", (string?)(await Client.GetJsonAsync($"/api/v1/feeds/{id}"))["title"]);
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
        using var response = await Client.PatchAsync($"/api/v1/feeds/{id}", new StringContent(body, null, "application/json"));
        var code = field == "topics" ? "unknown-topic" : "validation";
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, code);
        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task A_mistyped_address_is_answered_with_the_one_that_is_meant()
    {
        using var response = await Client.PostAsJsonAsync("/api/v1/feeds", new { url = "http//who.int/feed.xml" });
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
            using var response = await Client.PostAsJsonAsync("/api/v1/feeds", new { url = (string)row["url"]! });
            await Api.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "blocked-address");
            rows++;
        }

        Assert.True(rows > 500, $"Only {rows} rows.");
        Assert.Empty(Web.Dialled);
    }
}

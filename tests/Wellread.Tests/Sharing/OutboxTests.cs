using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ical.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Feeds.Parsing;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>What a practice approved, as other tools read it over the whole service.</summary>
public sealed partial class OutboxTests : IAsyncLifetime
{
    private const string Hostile = "Fish & chips <b>now</b> ]]> &amp; \u0001\uFFFF <3 &lt;";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly RecordedTelemetry _telemetry = new();
    private readonly TemporaryFolder _folder = new();
    private readonly WellreadHost _host;
    private HttpClient _client = null!;

    public OutboxTests()
    {
        _host = new WellreadHost().With("Storage:Connection", $"sqlite:{_folder.Path("wellread.db")}").With(services =>
        {
            services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None), ("feed_b", FeedRules.None)));
            services.AddLogging(logging => logging.AddProvider(_telemetry));
        });
        foreach (var category in new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "System" }) _host.With($"Logging:LogLevel:{category}", "Trace");
        // A log that has settings of its own, as the console mostly has.
        _host.With($"Logging:{typeof(RecordedTelemetry).FullName}:LogLevel:Default", "Trace");
    }

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync(
            Make.Article("lunch") with { Summary = "Eat fruit each day. It tastes good." },
            Make.Article("walk", feed: "feed_b", topics: ["exercise"]),
            Make.Article("sleep", topics: ["sleep"]),
            Make.Article("hostile", topics: ["vaccines"]) with { Title = Hostile, Summary = $"{Hostile}. So it is." });
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _telemetry.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("rss", "Rss20", "application/rss+xml")]
    [InlineData("atom", "Atom10", "application/atom+xml")]
    [InlineData("json", "JsonFeed", "application/feed+json")]
    public async Task What_is_approved_is_read_back_as_it_went_out(string format, string kind, string type)
    {
        await ApproveAsync("lunch");
        _host.Time.Advance(TimeSpan.FromHours(1));
        await ApproveAsync("hostile");
        var token = await OpenAsync();

        using var response = await _client.GetAsync($"/api/v1/outbox/default.{format}?token={token}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        var feed = Reading.Feed(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(kind, feed.Format.ToString());
        Assert.False(feed.Repaired);
        Assert.Equal("Our practice: approved to share", feed.Title);
        Assert.Equal(2, feed.Entries.Length);
        var (newest, oldest) = (feed.Entries[0], feed.Entries[1]);
        Assert.Equal($"urn:wellread:outbox:default:{IdOf("lunch")}", oldest.Id);
        Assert.Equal("lunch", oldest.Title);
        Assert.Equal("https://news.example/lunch", oldest.Link);
        Assert.Equal(Make.Morning, oldest.Published);
        Assert.Equal(Make.Morning.AddHours(1), newest.Published);
        Assert.Contains("Eat fruit each day. It tastes good.", oldest.Content ?? oldest.Summary!, StringComparison.Ordinal);
        Assert.Contains("Source: Source feed_a", oldest.Content ?? oldest.Summary!, StringComparison.Ordinal);
        Assert.Equal(Hostile.Replace("\u0001\uFFFF", "", StringComparison.Ordinal), format == "rss" ? WebUtility.HtmlDecode(newest.Title) : newest.Title);
        Assert.DoesNotContain(token, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rss_holds_what_the_W3C_validator_asks_for()
    {
        await ApproveAsync("lunch");
        await ApproveAsync("hostile");
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        var rss = XDocument.Parse(await _client.GetStringAsync($"/api/v1/outbox/default.rss?token={await OpenAsync()}")).Root!;
        Assert.Equal("2.0", (string?)rss.Attribute("version"));
        var channel = rss.Element("channel")!;
        foreach (var needed in new[] { "title", "link", "description" }) Assert.False(string.IsNullOrWhiteSpace((string?)Assert.Single(channel.Elements(needed))));
        Assert.Matches(Rfc822(), (string?)channel.Element("lastBuildDate"));
        var self = Assert.Single(channel.Elements(Atom + "link"));
        Assert.Equal("self", (string?)self.Attribute("rel"));
        Assert.EndsWith("/api/v1/outbox/default.rss", (string?)self.Attribute("href"), StringComparison.Ordinal);
        var items = channel.Elements("item").ToList();
        Assert.Equal(2, items.Count);
        Assert.Equal(2, items.Select(item => (string?)item.Element("guid")).Distinct().Count());
        foreach (var item in items)
        {
            Assert.Equal("false", (string?)item.Element("guid")!.Attribute("isPermaLink"));
            Assert.Matches(Rfc822(), (string?)item.Element("pubDate"));
            Assert.True(Uri.TryCreate((string?)item.Element("link"), UriKind.Absolute, out _));
            Assert.DoesNotContain(item.Elements(), element => element.HasElements);
        }
    }

    [Fact]
    public async Task Atom_holds_what_RFC_4287_asks_for()
    {
        await ApproveAsync("lunch");
        var feed = XDocument.Parse(await _client.GetStringAsync($"/api/v1/outbox/default.atom?token={await OpenAsync()}")).Root!;
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        foreach (var element in new[] { feed, entry })
        {
            foreach (var needed in new[] { "id", "title", "updated" }) Assert.False(string.IsNullOrWhiteSpace((string?)Assert.Single(element.Elements(Atom + needed))));
            Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$", (string?)element.Element(Atom + "updated"));
            Assert.True(Uri.TryCreate((string?)element.Element(Atom + "id"), UriKind.Absolute, out _));
        }
        Assert.False(string.IsNullOrWhiteSpace((string?)feed.Element(Atom + "author")!.Element(Atom + "name")));
        Assert.Equal(["self", "alternate"], feed.Elements(Atom + "link").Select(link => (string?)link.Attribute("rel")));
        Assert.Equal("alternate", (string?)Assert.Single(entry.Elements(Atom + "link")).Attribute("rel"));
        Assert.Equal("text", (string?)entry.Element(Atom + "content")!.Attribute("type"));
    }

    [Fact]
    public async Task Json_holds_what_JSON_Feed_1_1_asks_for()
    {
        await ApproveAsync("lunch");
        var feed = await _client.GetJsonAsync($"/api/v1/outbox/default.json?token={await OpenAsync()}");
        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.Equal("Our practice", (string?)feed["authors"]![0]!["name"]);
        var item = Assert.Single(feed["items"]!.AsArray())!;
        Assert.Equal(["id", "url", "title", "content_text", "date_published", "language", "tags"], item.AsObject().Select(member => member.Key));
        Assert.Equal("2026-11-23T08:00:00Z", (string?)item["date_published"]);
    }

    [Fact]
    public async Task Items_come_out_a_minute_apart_and_never_ahead_of_time()
    {
        var token = await OpenAsync();
        foreach (var title in new[] { "lunch", "walk", "sleep" }) await ApproveAsync(title);
        Assert.Single(await DatesAsync(token));
        _host.Time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(2, (await DatesAsync(token)).Length);
        _host.Time.Advance(TimeSpan.FromHours(5));
        Assert.Equal([Make.Morning.AddMinutes(2), Make.Morning.AddMinutes(1), Make.Morning], await DatesAsync(token));
    }

    [Fact]
    public async Task What_is_taken_back_shared_or_corrected_is_no_longer_there()
    {
        var token = await OpenAsync();
        foreach (var title in new[] { "lunch", "walk", "sleep" })
        {
            await ApproveAsync(title);
            _host.Time.Advance(TimeSpan.FromHours(1));
        }
        Assert.Equal(["sleep", "walk", "lunch"], await TitlesAsync(token));
        await DecideAsync("lunch", new { action = "undo" });
        await DecideAsync("walk", new { action = "shared", channel = "facebook" });
        Assert.Equal(["sleep"], await TitlesAsync(token));
        await StoreAsync(Make.Article("sleep", topics: ["sleep"]) with { Title = "Retracted: sleep" });
        Assert.Empty(await TitlesAsync(token));
    }

    [Fact]
    public async Task The_words_are_those_that_were_approved_even_when_the_article_has_gone()
    {
        var token = await OpenAsync();
        await ApproveAsync("lunch");
        await StoreAsync(Make.Article("lunch") with { Title = "lunch, they say, is for the rich", Summary = "Eat fruit each day. It tastes good." });
        Assert.Equal(["lunch"], await TitlesAsync(token));
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Remove(batch, IdOf("lunch"));
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(["lunch"], await TitlesAsync(token));
    }

    [Fact]
    public async Task A_reader_that_has_it_all_is_told_so()
    {
        var token = await OpenAsync();
        var tags = new List<(string Path, string Tag)>();
        foreach (var path in new[] { "default.rss", "default.atom", "default.json", "default/calendar.ics" })
        {
            using var first = await _client.GetAsync($"/api/v1/outbox/{path}?token={token}");
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
            _host.Time.Advance(TimeSpan.FromMinutes(1));
            using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/outbox/{path}?token={token}");
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await _client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync());
            tags.Add((path, first.Headers.ETag!.Tag));
        }
        await ApproveAsync("lunch");
        await DecideAsync("walk", new { action = "shared", channel = "x" });
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var (path, tag) in tags)
        {
            using var news = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/outbox/{path}?token={token}");
            news.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag));
            using var third = await _client.SendAsync(news);
            Assert.Equal(HttpStatusCode.OK, third.StatusCode);
            Assert.NotEqual(tag, third.Headers.ETag!.Tag);
        }
    }

    [Fact]
    public async Task The_calendar_shows_what_was_and_will_be_shared_and_when()
    {
        await DecideAsync("walk", new { action = "shared", channel = "x", sharedAt = Make.Morning.AddDays(3) });
        await DecideAsync("hostile", new { action = "shared", channel = "facebook" });
        await ApproveAsync("lunch");
        var text = await _client.GetStringAsync($"/api/v1/outbox/default/calendar.ics?token={await OpenAsync()}");
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\u0001', text);
        var events = Calendar.Load(text)!.Events.OrderBy(item => item.Start!.AsUtc).ToList();
        Assert.Equal(2, events.Count);
        Assert.Equal(Make.Morning.UtcDateTime, events[0].Start!.AsUtc);
        Assert.Equal("X: walk", events[1].Summary);
        Assert.Equal(Make.Morning.AddDays(3).UtcDateTime, events[1].Start!.AsUtc);
        Assert.Equal(TimeSpan.FromMinutes(15), events[1].EffectiveDuration.ToTimeSpanUnspecified());
        Assert.Equal("https://news.example/walk", events[1].Url!.AbsoluteUri);
        Assert.Contains("Source: Source feed_b", events[1].Description, StringComparison.Ordinal);
        Assert.Equal(2, events.Select(item => item.Uid).Distinct().Count());
    }

    [Fact]
    public async Task An_empty_calendar_has_the_one_component_that_RFC_5545_asks_for()
    {
        var text = await _client.GetStringAsync($"/api/v1/outbox/default/calendar.ics?token={await OpenAsync()}");
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETFROM:+0000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETTO:+0000\r\n", text, StringComparison.Ordinal);
        Assert.Empty(Calendar.Load(text)!.Events);
    }

    [Fact]
    public async Task Only_the_token_of_now_opens_an_outbox_and_it_is_kept_nowhere()
    {
        await ApproveAsync("lunch");
        await _client.PutAsJsonAsync("/api/v1/practices/other", new { name = "Other" });
        await ClosedAsync("default.rss", null);
        await ClosedAsync("default.rss", "wr_x");
        var first = await OpenAsync();
        Assert.Equal(["lunch"], await TitlesAsync(first));
        await ClosedAsync("other.rss", first);
        await ClosedAsync("nobody.rss", first);
        await ClosedAsync("default/calendar.ics", first[..^1]);
        Assert.True((bool)(await _client.GetJsonAsync("/api/v1/practices/default/outbox-token"))["isOpen"]!);

        var second = await OpenAsync();
        Assert.NotEqual(first, second);
        await ClosedAsync("default.rss", first);
        using var byHeader = new HttpRequestMessage(HttpMethod.Get, "/api/v1/outbox/default.atom");
        byHeader.Headers.Authorization = new AuthenticationHeaderValue("Bearer", second);
        using var opened = await _client.SendAsync(byHeader);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);

        using var revoked = await _client.DeleteAsync("/api/v1/practices/default/outbox-token");
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await ClosedAsync("default.atom", second);
        Assert.False((bool)(await _client.GetJsonAsync("/api/v1/practices/default/outbox-token"))["isOpen"]!);

        await _host.DisposeAsync();
        Assert.Contains(_telemetry.Lines, line => line.Contains("/api/v1/outbox/default.rss", StringComparison.Ordinal));
        foreach (var token in new[] { first, second })
        {
            Assert.DoesNotContain(_telemetry.Lines, line => line.Contains(token, StringComparison.Ordinal));
            foreach (var file in Directory.GetFiles(_folder.Root))
                Assert.False((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(token)) >= 0, $"{Path.GetFileName(file)} holds the token");
        }
    }

    [Fact]
    public async Task A_text_is_made_for_the_network_that_the_address_names()
    {
        var token = await OpenAsync();
        await ApproveAsync("lunch");
        var tip = Reading.Feed(await _client.GetByteArrayAsync($"/api/v1/outbox/default.rss?token={token}&channel=email&tone=tip"));
        Assert.StartsWith("Tip: Eat fruit each day.", tip.Entries[0].Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("#", tip.Entries[0].Summary!, StringComparison.Ordinal);
        var self = await _client.GetJsonAsync($"/api/v1/outbox/default.json?tone=TIP&token={token}&channel=email");
        Assert.EndsWith("/api/v1/outbox/default.json?channel=email&tone=tip", (string)self["feed_url"]!, StringComparison.Ordinal);
        using var wrong = await _client.GetAsync($"/api/v1/outbox/default.rss?token={token}&channel=pigeon");
        await Api.ProblemAsync(wrong, HttpStatusCode.BadRequest, "unknown-channel");
        await ClosedAsync("default.csv", token);
    }

    [GeneratedRegex("^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$")]
    private static partial Regex Rfc822();

    private async Task ClosedAsync(string path, string? token)
    {
        using var response = await _client.GetAsync($"/api/v1/outbox/{path}{(token is null ? "" : $"?token={token}")}");
        var problem = await Api.ProblemAsync(response, HttpStatusCode.NotFound, "unknown-outbox");
        if (token is not null) Assert.DoesNotContain(token, problem.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<string> OpenAsync() =>
        (string)(await _client.PostJsonAsync("/api/v1/practices/default/outbox-token", null, HttpStatusCode.OK))["token"]!;

    private async Task<string[]> TitlesAsync(string token) => [.. (await FeedAsync(token)).Entries.Select(entry => entry.Title!)];

    private async Task<DateTimeOffset[]> DatesAsync(string token) => [.. (await FeedAsync(token)).Entries.Select(entry => entry.Published!.Value)];

    private async Task<ParsedFeed> FeedAsync(string token) => Reading.Feed(await _client.GetByteArrayAsync($"/api/v1/outbox/default.atom?token={token}"));

    private static string IdOf(string name) => Make.Article(name).Id;

    private Task<JsonNode> ApproveAsync(string name) => DecideAsync(name, new { action = "approve" });

    private Task<JsonNode> DecideAsync(string name, object decision) =>
        _client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(IdOf(name))}/decisions", decision, HttpStatusCode.Created);

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}

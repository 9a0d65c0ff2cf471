using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ical.Net;
using Wellread.Tests.Feeds.Parsing;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>What a practice approved, in each format: as readers find it, and as its specification asks for.</summary>
public sealed partial class OutboxFormatsTests : IAsyncLifetime
{
    private const string Hostile = "Fish & chips <b>now</b> ]]> &amp; \u0001\uFFFF <3 &lt;";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private OutboxDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await OutboxDesk.OpenAsync(
        Make.Article("lunch") with { Summary = "Eat fruit each day. It tastes good." },
        Make.Article("walk", feed: "feed_b", topics: ["exercise"]),
        Make.Article("hostile", topics: ["vaccines"]) with { Title = Hostile, Summary = $"{Hostile}. So it is." });

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("rss", "Rss20", "application/rss+xml")]
    [InlineData("atom", "Atom10", "application/atom+xml")]
    [InlineData("json", "JsonFeed", "application/feed+json")]
    public async Task What_is_approved_is_read_back_as_it_went_out(string format, string kind, string type)
    {
        await _desk.ApproveAsync("lunch");
        _desk.Wait(TimeSpan.FromHours(1));
        await _desk.ApproveAsync("hostile");

        using var response = await _desk.Client.GetAsync($"/api/v1/outbox/default.{format}?token={_desk.Token}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        var feed = Reading.Feed(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(kind, feed.Format.ToString());
        Assert.False(feed.Repaired);
        Assert.Equal("Our practice: approved to share", feed.Title);
        Assert.Equal(2, feed.Entries.Length);
        var (newest, oldest) = (feed.Entries[0], feed.Entries[1]);
        Assert.Equal($"urn:wellread:outbox:default:{Make.Article("lunch").Id}", oldest.Id);
        Assert.Equal("lunch", oldest.Title);
        Assert.Equal("https://news.example/lunch", oldest.Link);
        Assert.Equal(Make.Morning, oldest.Published);
        Assert.Equal(Make.Morning.AddHours(1), newest.Published);
        Assert.Contains("Eat fruit each day. It tastes good.", oldest.Content ?? oldest.Summary!, StringComparison.Ordinal);
        Assert.Contains("Source: Source feed_a", oldest.Content ?? oldest.Summary!, StringComparison.Ordinal);
        Assert.Equal(Hostile.Replace("\u0001\uFFFF", "", StringComparison.Ordinal), format == "rss" ? WebUtility.HtmlDecode(newest.Title) : newest.Title);
        Assert.DoesNotContain(_desk.Token, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rss_holds_what_the_W3C_validator_asks_for()
    {
        await _desk.ApproveAsync("lunch");
        await _desk.ApproveAsync("hostile");
        _desk.Wait(TimeSpan.FromMinutes(1));
        var rss = XDocument.Parse(await _desk.Client.GetStringAsync($"/api/v1/outbox/default.rss?token={_desk.Token}")).Root!;
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
        await _desk.ApproveAsync("lunch");
        var feed = XDocument.Parse(await _desk.Client.GetStringAsync($"/api/v1/outbox/default.atom?token={_desk.Token}")).Root!;
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
        await _desk.ApproveAsync("lunch");
        var feed = await _desk.Client.GetJsonAsync($"/api/v1/outbox/default.json?token={_desk.Token}");
        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.Equal("Our practice", (string?)feed["authors"]![0]!["name"]);
        var item = Assert.Single(feed["items"]!.AsArray())!;
        Assert.Equal(["id", "url", "title", "content_text", "date_published", "language", "tags"], item.AsObject().Select(member => member.Key));
        Assert.Equal("2026-11-23T08:00:00Z", (string?)item["date_published"]);
    }

    [Fact]
    public async Task The_calendar_shows_what_was_and_will_be_shared_and_when()
    {
        await _desk.DecideAsync("walk", new { action = "shared", channel = "x", sharedAt = Make.Morning.AddDays(3) });
        await _desk.DecideAsync("hostile", new { action = "shared", channel = "facebook" });
        _desk.Wait(TimeSpan.FromSeconds(1));
        await _desk.ApproveAsync("lunch");
        _desk.Wait(TimeSpan.FromHours(1));
        var text = await _desk.Client.GetStringAsync($"/api/v1/outbox/default/calendar.ics?token={_desk.Token}");
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\u0001', text);
        var events = Calendar.Load(text)!.Events.OrderBy(item => item.Start!.AsUtc).ToList();
        Assert.Equal(4, events.Count);
        Assert.StartsWith("Shared on Facebook: Fish", events[0].Summary, StringComparison.Ordinal);
        Assert.Equal(["Given out for X: lunch", "Given out for Facebook: lunch"], events[1..3].Select(item => item.Summary));
        Assert.Equal([Make.Morning, Make.Morning.AddSeconds(1), Make.Morning.AddMinutes(1)], events[..3].Select(item => new DateTimeOffset(item.Start!.AsUtc)));
        Assert.Equal("Set up on X: walk", events[3].Summary);
        Assert.Equal(Make.Morning.AddDays(3).UtcDateTime, events[3].Start!.AsUtc);
        Assert.Equal(TimeSpan.FromMinutes(15), events[3].EffectiveDuration.ToTimeSpanUnspecified());
        Assert.Equal("https://news.example/walk", events[3].Url!.AbsoluteUri);
        Assert.Contains("Source: Source feed_b", events[3].Description, StringComparison.Ordinal);
        Assert.Equal(4, events.Select(item => item.Uid).Distinct().Count());
    }

    [Fact]
    public async Task An_empty_calendar_has_the_one_component_that_RFC_5545_asks_for()
    {
        var text = await _desk.Client.GetStringAsync($"/api/v1/outbox/default/calendar.ics?token={_desk.Token}");
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETFROM:+0000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETTO:+0000\r\n", text, StringComparison.Ordinal);
        Assert.Empty(Calendar.Load(text)!.Events);
    }

    [GeneratedRegex("^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$")]
    private static partial Regex Rfc822();
}

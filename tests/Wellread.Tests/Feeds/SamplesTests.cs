using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class SamplesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Rss10 = "http://purl.org/rss/1.0/";

    private static IReadOnlyList<Outline> Feeds { get; } = [.. PackFiles.Read(Repository.Path("feeds", "samples", "samples.opml"))];

    private static IReadOnlyList<Sample> Items { get; } = [.. Feeds.SelectMany(Read)];

    [Fact]
    public void The_samples_come_in_four_formats_and_the_pack_lists_every_file()
    {
        var files = Directory.EnumerateFiles(Repository.Path("feeds", "samples")).Select(Path.GetFileName);
        var listed = Feeds.Select(feed => FileOf(feed)).Append("samples.opml");
        Assert.Equal(files.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(4, Items.Select(item => item.Format).Distinct().Count());
    }

    [Fact]
    public void There_are_enough_samples_of_each_kind()
    {
        var patients = Items.Where(item => item.Feed["audience"] == "consumer").ToList();
        Assert.True(patients.Count(item => item.Feed["language"] == "en") >= 36);
        Assert.Equal(6, patients.Count(item => item.Feed["language"] == "es"));
        Assert.Equal(6, Items.Count(item => item.Feed["audience"] == "professional"));
        Assert.True(patients.SelectMany(item => item.Topics).Distinct().Count() >= 18);
    }

    [Fact]
    public void No_sample_can_be_taken_for_a_real_source() => Assert.All(Feeds, feed =>
    {
        Assert.Matches("Sample|muestra", feed["text"]);
        Assert.StartsWith("https://example.org/", feed["htmlUrl"], StringComparison.Ordinal);
        var hosts = Regex.Matches(File.ReadAllText(PathOf(feed)), "https?://[^\\s\"'<]+").Select(match => new Uri(match.Value).Host);
        Assert.Subset(new HashSet<string> { "example.org", "www.w3.org", "purl.org", "prismstandard.org", "jsonfeed.org" }, hosts.ToHashSet());
    });

    [Fact]
    public void Every_sample_has_its_own_link_on_example_org()
    {
        Assert.All(Items, item => Assert.StartsWith("https://example.org/", item.Link, StringComparison.Ordinal));
        Assert.Equal(Items.Count, Items.Select(item => item.Link).Distinct().Count());
        Assert.Equal(Items.Count, Items.Select(item => item.Title).Distinct().Count());
    }

    [Fact]
    public void Every_sample_has_a_title_and_a_text_of_a_few_sentences() => Assert.All(Items, item =>
    {
        Assert.InRange(item.Title.Length, 15, 160);
        Assert.InRange(item.Text.Length, 120, 600);
    });

    [Fact]
    public void The_samples_were_published_within_the_last_weeks_before_the_newest()
    {
        var newest = Items.Max(item => item.Published);
        Assert.Equal(new DateOnly(2026, 11, 20), DateOnly.FromDateTime(newest.UtcDateTime));
        Assert.All(Items, item => Assert.InRange(newest - item.Published, TimeSpan.Zero, TimeSpan.FromDays(21)));
    }

    [Fact]
    public void No_sample_has_markup_other_than_paragraphs_and_lists() =>
        Assert.All(Items, item => Assert.DoesNotMatch("<(?!/?(p|b|ul|ol|li)>)", item.Text));

    /// <summary>A sample's address is one that nothing answers at; its file has the address's last part as its name.</summary>
    private static string FileOf(Outline feed) => new Uri(feed.Address).Segments[^1];

    private static string PathOf(Outline feed) => Repository.Path("feeds", "samples", FileOf(feed));

    private static IEnumerable<Sample> Read(Outline feed)
    {
        if (FileOf(feed).EndsWith(".json", StringComparison.Ordinal)) return ReadJson(feed);
        var root = XDocument.Load(PathOf(feed)).Root!;
        return root.Name.LocalName switch
        {
            "feed" => root.Elements(Atom + "entry").Select(entry => new Sample(
                feed, "Atom", entry.Element(Atom + "title")!.Value, entry.Element(Atom + "link")!.Attribute("href")!.Value,
                entry.Element(Atom + "summary")!.Value, Iso(entry.Element(Atom + "published")!.Value),
                [.. entry.Elements(Atom + "category").Select(category => category.Attribute("term")!.Value)])),
            "RDF" => root.Elements(Rss10 + "item").Select(item => new Sample(
                feed, "RSS 1.0", item.Element(Rss10 + "title")!.Value, item.Element(Rss10 + "link")!.Value,
                item.Element(Rss10 + "description")!.Value, Iso(item.Element(Dc + "date")!.Value),
                [.. item.Elements(Dc + "subject").Select(subject => subject.Value)])),
            _ => root.Descendants("item").Select(item => new Sample(
                feed, "RSS 2.0", item.Element("title")!.Value, item.Element("link")!.Value,
                item.Element("description")!.Value, Rfc822(item.Element("pubDate")!.Value),
                [.. item.Elements("category").Select(category => category.Value)])),
        };
    }

    private static IEnumerable<Sample> ReadJson(Outline feed)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(feed)));
        return [.. document.RootElement.GetProperty("items").EnumerateArray().Select(item => new Sample(
            feed, "JSON Feed", item.GetProperty("title").GetString()!, item.GetProperty("url").GetString()!,
            (item.TryGetProperty("content_text", out var text) ? text : item.GetProperty("content_html")).GetString()!,
            Iso(item.GetProperty("date_published").GetString()!),
            [.. item.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)]))];
    }

    private static DateTimeOffset Iso(string date) => DateTimeOffset.Parse(date, CultureInfo.InvariantCulture);

    /// <summary>Exact, so that a weekday that doesn't fit its date fails.</summary>
    private static DateTimeOffset Rfc822(string date) =>
        DateTimeOffset.ParseExact(date, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private sealed record Sample(
        Outline Feed, string Format, string Title, string Link, string Text, DateTimeOffset Published, string[] Topics);
}

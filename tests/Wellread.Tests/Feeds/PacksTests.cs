using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class PacksTests
{
    private static readonly string[] Packs =
    [
        "children", "colleagues", "dental", "diabetes", "general", "heart", "mental-health", "nutrition-and-exercise", "skin", "spanish",
        "womens-health",
    ];

    private static readonly string[] Attributes =
        ["audience", "enabled", "htmlUrl", "language", "publisher", "text", "title", "topics", "type", "xmlUrl"];

    private static IEnumerable<Outline> Feeds => PackFiles.Listed.Select(line => line.Feed);

    [Fact]
    public void Every_pack_is_there_and_lists_feeds() =>
        Assert.Equal(Packs, PackFiles.Listed.Select(line => line.Pack).Distinct());

    [Fact]
    public void More_than_eighty_feeds_are_listed_and_most_are_read()
    {
        var feeds = Feeds.DistinctBy(feed => feed.Address).ToList();
        Assert.True(feeds.Count >= 80, $"{feeds.Count} feeds");
        Assert.True(feeds.Count(feed => feed.Enabled) > feeds.Count / 2);
    }

    [Fact]
    public void Every_pack_reads_at_least_one_feed() =>
        Assert.All(PackFiles.Listed.GroupBy(line => line.Pack), pack => Assert.Contains(pack, line => line.Feed.Enabled));

    [Fact]
    public void Every_feed_has_the_attributes_that_the_readme_names_and_no_other() =>
        Assert.All(Feeds, feed =>
            Assert.Equal(Attributes, feed.Element.Attributes().Select(a => a.Name.LocalName).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_attribute_has_an_allowed_value() => Assert.All(Feeds, feed =>
    {
        Assert.Equal("rss", feed["type"]);
        Assert.NotEmpty(feed["text"].Trim());
        Assert.Equal(feed["text"], feed["title"]);
        Assert.Contains(feed["publisher"], new[] { "government", "academic", "non-profit", "news", "journal", "other" });
        Assert.Contains(feed["audience"], new[] { "consumer", "professional" });
        Assert.Contains(feed["language"], new[] { "en", "es" });
        Assert.Contains(feed["enabled"], new[] { "true", "false" });
        Assert.All(feed["topics"].Split(';', StringSplitOptions.RemoveEmptyEntries), slug => Assert.NotNull(TopicCatalog.Find(slug)));
    });

    [Fact]
    public void Every_address_is_https_unless_the_feed_is_off() => Assert.All(Feeds, feed =>
    {
        Assert.True(Uri.TryCreate(feed.Address, UriKind.Absolute, out var address), feed.Address);
        Assert.True(address.Scheme == "https" || (address.Scheme == "http" && !feed.Enabled), feed.Address);
        Assert.Equal(Uri.UriSchemeHttps, new Uri(feed["htmlUrl"]).Scheme);
        Assert.DoesNotMatch(new Regex("[<>{} ]"), feed.Address);
    });

    [Fact]
    public void No_pack_lists_a_feed_twice() =>
        Assert.All(PackFiles.Listed.GroupBy(line => line.Pack), pack =>
            Assert.All(pack.CountBy(line => line.Feed.Address, StringComparer.OrdinalIgnoreCase), feed => Assert.Equal(1, feed.Value)));

    [Fact]
    public void A_feed_in_several_packs_has_the_same_attributes_in_each() =>
        Assert.All(Feeds.GroupBy(feed => feed.Address, StringComparer.OrdinalIgnoreCase), same =>
            Assert.Single(same.Select(feed => feed.AllAttributes).Distinct()));

    [Fact]
    public void Feeds_for_professionals_are_in_the_pack_for_colleagues_and_no_others_are()
    {
        var colleagues = PackFiles.Listed.Where(line => line.Pack == "colleagues").Select(line => line.Feed.Address);
        var professional = Feeds.Where(feed => feed["audience"] == "professional").Select(feed => feed.Address).Distinct();
        Assert.Equal(professional.Order(StringComparer.Ordinal), colleagues.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public void A_feed_is_read_only_where_the_evidence_says_that_it_lives()
    {
        var evidence = File.ReadLines(SharedData.Path("feeds/public-feeds.tsv"))
            .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t'))
            .ToDictionary(row => row[2], row => (Grade: row[7], Why: row[8]));
        Assert.All(Feeds.DistinctBy(feed => feed.Address), feed =>
        {
            var (grade, why) = evidence[feed.Address];
            Assert.NotEqual("D", grade);
            var lives = grade is "A" or "B" || why.Contains("10 or more public code files", StringComparison.Ordinal);
            Assert.Equal((feed.Address, lives), (feed.Address, feed.Enabled));
        });
    }
}

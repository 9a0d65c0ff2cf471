using Wellread.Feeds;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class RssTests
{
    [Fact]
    public void An_item_of_rss_2_is_read_whole()
    {
        var feed = Reading.Feed(Reading.Rss(
            """
            <title>Heart news</title><link>https://heart.example/</link><description>About hearts</description><language>en_us</language>
            <lastBuildDate>Tue, 10 Jun 2025 04:00:00 GMT</lastBuildDate>
            <item>
              <title>Walk &amp; talk</title><link>https://heart.example/walk</link><guid isPermaLink="false">h-17</guid>
              <pubDate>Mon, 09 Jun 2025 08:30:00 EST</pubDate><author>ann@heart.example (Ann Reed)</author>
              <description>&lt;p&gt;Ten minutes.&lt;/p&gt;</description><content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded>
              <category>Walking</category><category>Heart</category><category>Walking</category>
              <comments>https://heart.example/walk#comments</comments>
              <enclosure url="https://heart.example/walk.mp3" type="audio/mpeg" length="1234"/>
              <media:thumbnail url="https://heart.example/walk.jpg"/>
            </item>
            """));

        Assert.Equal((FeedFormat.Rss20, "Heart news", "https://heart.example/", "About hearts", "en-us"),
            (feed.Format, feed.Title, feed.Link, feed.Description, feed.Language));
        Assert.Equal(Reading.Utc(2025, 6, 10, 4), feed.Updated);
        Assert.False(feed.Repaired);
        var item = Assert.Single(feed.Entries);
        Assert.Equal(("h-17", "Walk & talk", "https://heart.example/walk", "Ann Reed"), (item.Id, item.Title, item.Link, item.Author));
        Assert.Equal(Reading.Utc(2025, 6, 9, 13, 30), item.Published);
        Assert.Equal(("<p>Ten minutes.</p>", "<p>All of it.</p>"), (item.Summary, item.Content));
        Assert.Equal(["Walking", "Heart"], item.Categories.ToArray());
        Assert.Equal([new FeedEnclosure("https://heart.example/walk.mp3", "audio/mpeg", 1234)], item.Enclosures.ToArray());
        Assert.Equal(("https://heart.example/walk.jpg", "https://heart.example/walk#comments"), (item.Thumbnail, item.Comments));
    }

    [Theory]
    [InlineData("<rss version='0.91'>", "</rss>", nameof(FeedFormat.Rss091))]
    [InlineData("<rss version='0.92'>", "</rss>", nameof(FeedFormat.Rss092))]
    [InlineData("<rss>", "</rss>", nameof(FeedFormat.Rss20))]
    [InlineData("<RDF xmlns='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>", "</RDF>", nameof(FeedFormat.Rss10))]
    public void Older_versions_are_read_as_what_they_are(string start, string end, string format)
    {
        var rss = start.Contains("RDF") ? " xmlns='http://purl.org/rss/1.0/'" : "";
        var feed = Reading.Feed($"{start}<channel{rss}><title>Old</title><item><title>One</title><link>http://e.example/1</link></item></channel>{end}");
        Assert.Equal(format, feed.Format.ToString());
        Assert.Equal("http://e.example/1", Assert.Single(feed.Entries).Link);
    }

    [Fact]
    public void Rss_1_has_its_items_beside_the_channel()
    {
        var feed = Reading.Feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="http://e.example/feed"><title>RDF</title><link>http://e.example/</link>
              <items><rdf:Seq><rdf:li rdf:resource="http://e.example/1"/></rdf:Seq></items></channel>
            <item rdf:about="http://e.example/1"><title>One</title><dc:creator>Ben</dc:creator><dc:creator>Cy</dc:creator><dc:date>2025-03-04</dc:date></item>
            </rdf:RDF>
            """);
        var item = Assert.Single(feed.Entries);
        Assert.Equal(("http://e.example/1", "http://e.example/1", "Ben, Cy"), (item.Id, item.Link, item.Author));
        Assert.Equal(Reading.Utc(2025, 3, 4), item.Published);
    }

    [Fact]
    public void Rss_090_and_rss_11_and_cdf_are_read()
    {
        Assert.Equal(FeedFormat.Rss090, Reading.Feed(
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>n</title></channel><item><title>1</title></item></r:RDF>").Format);
        Assert.Single(Reading.Feed(
            "<Channel xmlns='http://purl.org/net/rss1.1#'><title>e</title><items><item><title>1</title></item></items></Channel>").Entries);
        var cdf = Reading.Feed("<CHANNEL HREF='http://c.example/'><TITLE>C</TITLE><ITEM HREF='http://c.example/1' LASTMOD='1998-01-02'><TITLE>One</TITLE></ITEM></CHANNEL>");
        Assert.Equal((FeedFormat.Cdf, "http://c.example/"), (cdf.Format, cdf.Link));
        Assert.Equal(("http://c.example/1", Reading.Utc(1998, 1, 2)), (cdf.Entries[0].Link, cdf.Entries[0].Updated));
    }

    [Fact]
    public void A_guid_is_a_link_only_where_it_says_so()
    {
        Assert.Equal("https://e.example/1", Reading.RssItem("<guid>https://e.example/1</guid>").Link);
        Assert.Null(Reading.RssItem("<guid isPermaLink='false'>https://e.example/1</guid>").Link);
        Assert.Null(Reading.RssItem("<guid>17</guid>").Link);
    }

    [Fact]
    public void Elements_of_other_vocabularies_fill_what_rss_leaves_out()
    {
        var item = Reading.RssItem(
            """
            <media:group><media:title>From media</media:title><media:description>Words</media:description>
              <media:content url="https://e.example/p.jpg" medium="image"/></media:group>
            <atom:link rel="alternate" href="https://e.example/1"/><dc:creator>Ann</dc:creator><dc:subject>Sleep</dc:subject>
            <itunes:author>Nobody</itunes:author><itunes:keywords>rest, night</itunes:keywords>
            """);
        Assert.Equal(("From media", "Words", "https://e.example/1", "Ann"), (item.Title, item.Summary, item.Link, item.Author));
        Assert.Equal(["Sleep", "rest", "night"], item.Categories.ToArray());
        Assert.Equal("https://e.example/p.jpg", item.Thumbnail);
    }

    [Fact]
    public void The_feeds_own_vocabulary_goes_before_others()
    {
        var item = Reading.RssItem("<media:title>Media</media:title><dc:title>Dublin</dc:title><title>Own</title><atom:title>Atom</atom:title>");
        Assert.Equal("Own", item.Title);
    }

    [Fact]
    public void A_redirecting_feed_service_says_where_the_article_is() =>
        Assert.Equal("https://e.example/1", Reading.RssItem(
            "<link>https://feeds.example/~r/1</link><feedburner:origLink>https://e.example/1</feedburner:origLink>").Link);

    [Fact]
    public void An_item_that_names_its_canonical_address_is_known_by_it() =>
        Assert.Equal("https://e.example/1", Reading.RssItem(
            "<link>https://copy.example/1</link><atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='canonical' href='https://e.example/1'/>").Link);

    [Fact]
    public void It_also_says_where_the_one_file_of_an_item_is()
    {
        const string file = "<enclosure url='https://feeds.example/~r/1.mp3' type='audio/mpeg' length='9'/>";
        const string original = "<feedburner:origEnclosureLink>/1.mp3</feedburner:origEnclosureLink>";
        Assert.Equal([new FeedEnclosure("https://e.example/1.mp3", "audio/mpeg", 9)], Reading.RssItem(original + file, "https://e.example/feed").Enclosures.ToArray());
        var two = Reading.RssItem($"{original}{file}<enclosure url='https://feeds.example/~r/2.mp3'/>").Enclosures;
        Assert.Equal(["https://feeds.example/~r/1.mp3", "https://feeds.example/~r/2.mp3"], two.Select(enclosure => enclosure.Url));
    }

    [Fact]
    public void An_item_that_only_plays_links_to_its_player() =>
        Assert.Equal("https://e.example/play", Reading.RssItem("<media:group><media:content><media:player url='https://e.example/play'/></media:content></media:group>").Link);

    [Fact]
    public void A_torrent_is_one_of_an_items_files() =>
        Assert.Equal(
            [new FeedEnclosure("https://e.example/1.torrent", "application/x-bittorrent", null)],
            Reading.RssItem("<media:peerLink type='application/x-bittorrent' href='https://e.example/1.torrent'/>").Enclosures.ToArray());

    [Theory]
    [InlineData("<media:thumbnail url='https://e.example/a.png'/>", "https://e.example/a.png")]
    [InlineData("<media:content url='https://e.example/a.png' type='image/png'/>", "https://e.example/a.png")]
    [InlineData("<media:content url='https://e.example/a.mp3' type='audio/mpeg'/>", null)]
    [InlineData("<media:thumbnail url='https://e.example/a.png'/><image><url>https://e.example/b.png</url></image>", "https://e.example/b.png")]
    public void A_channel_without_an_image_has_the_one_that_its_media_show(string channel, string? image) =>
        Assert.Equal(image, Reading.Feed(Reading.Rss($"<title>t</title>{channel}")).Image);

    [Fact]
    public void An_item_without_a_title_begins_with_its_text_or_shows_its_link()
    {
        Assert.Equal("Salt & sugar", Reading.RssItem("<description>&lt;p&gt;Salt &amp;amp; &lt;b&gt;sugar&lt;/b&gt;&lt;/p&gt;</description>").Title);
        Assert.Equal("https://e.example/1", Reading.RssItem("<link>https://e.example/1</link>").Title);
        Assert.EndsWith("…", Reading.RssItem($"<description>{new string('a', 300)}</description>").Title);
    }

    [Fact]
    public void One_bad_date_costs_that_date_and_nothing_else()
    {
        var feed = Reading.Feed(Reading.Rss("<item><title>a</title><pubDate>soon</pubDate></item><item><title>b</title><pubDate>2025-01-02</pubDate></item>"));
        Assert.Equal([null, Reading.Utc(2025, 1, 2)], feed.Entries.Select(entry => entry.Published));
    }

    [Fact]
    public void The_pace_that_a_feed_asks_for_is_noted()
    {
        var pace = Reading.Feed(Reading.Rss("<ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>")).Pace;
        Assert.Equal(TimeSpan.FromMinutes(90), pace.Interval);
        Assert.Equal([0, 3], pace.SkipHours.ToArray());
        Assert.Equal([DayOfWeek.Sunday], pace.SkipDays.ToArray());
        Assert.Equal(TimeSpan.FromHours(12), Reading.Feed(Reading.Rss(
            "<title>t</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>")).Pace.Interval);
    }

    [Fact]
    public void A_time_to_live_beyond_reason_is_no_fault() =>
        Assert.NotNull(Reading.Feed(Reading.Rss("<ttl>99999999999999999999</ttl><title>t</title>")).Pace.Interval);

    [Theory]
    [InlineData("<prism:publicationName>J. Example</prism:publicationName>", true)]
    [InlineData("<dc:identifier>doi:10.1016/j.example.2025.01.001</dc:identifier>", true)]
    [InlineData("<link>https://journal.example/doi/10.1093/ex/abc123</link>", true)]
    [InlineData("<link>https://news.example/2025/10.1/story</link>", false)]
    public void A_journal_shows_by_prism_and_by_dois(string element, bool journal) =>
        Assert.Equal(journal, Reading.Feed(Reading.Rss($"<item><title>a</title>{element}</item>")).LooksLikeJournal);
}

using System.Globalization;
using System.Text;
using Wellread.Feeds;

namespace Wellread.Tests.Feeds;

public sealed class PageFeedsTests
{
    private static readonly Uri Page = new("https://site.example.org/news/today.html");

    [Theory]
    [InlineData("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">", "https://site.example.org/feed")]
    [InlineData("<LINK REL=Alternate TYPE=Application/Atom+XML HREF=atom.xml>", "https://site.example.org/news/atom.xml")]
    [InlineData("<link href='//cdn.example.org/feed.json' type='application/feed+json; charset=utf-8' rel='alternate home'/>", "https://cdn.example.org/feed.json")]
    [InlineData("<link rel=\"alternate\"\n\ttype = \"application/rdf+xml\"\n\thref = \" https://other.example.org/rdf?a=1&amp;b=2 \" >", "https://other.example.org/rdf?a=1&b=2")]
    [InlineData("<link rel=alternate type=application/json href=/data.json>", "https://site.example.org/data.json")]
    [InlineData("<link rel=feed href=?feed=rss2>", "https://site.example.org/news/today.html?feed=rss2")]
    [InlineData("<link type='application/rss+xml' href='feed:https://site.example.org/x'>", "https://site.example.org/x")]
    [InlineData("<base href='/blog/'><link rel=alternate type=application/rss+xml href=feed>", "https://site.example.org/blog/feed")]
    [InlineData("<base href='https://b.example.org/'><base href='https://c.example.org/'><link rel=alternate type=application/rss+xml href=feed>", "https://b.example.org/feed")]
    [InlineData("<a href=../rss.xml>RSS", "https://site.example.org/rss.xml")]
    [InlineData("<a href='/health/heart.rss#top'>RSS</a>", "https://site.example.org/health/heart.rss#top")]
    [InlineData("<a href='https://site.example.org/blog/feed/'>RSS</a>", "https://site.example.org/blog/feed/")]
    [InlineData("<a href='https://feeds.feedburner.com/site'>RSS</a>", "https://feeds.feedburner.com/site")]
    [InlineData("<area href='/index.php?format=feed&amp;type=rss'>", "https://site.example.org/index.php?format=feed&type=rss")]
    [InlineData("<a type='application/rss+xml' href='/all'>All</a>", "https://site.example.org/all")]
    [InlineData("<p>1 < 2</p><a title=\"<link>\" href=\"/feed\">", "https://site.example.org/feed")]
    public void A_feed_is_found_however_the_page_names_it(string html, string expected) =>
        Assert.Equal(expected, Assert.Single(PageFeeds.Find(html, Page)).Address);

    [Theory]
    [InlineData("<link rel=stylesheet href=/feed.css>")]
    [InlineData("<link rel=alternate hreflang=es href=/es/>")]
    [InlineData("<link rel='alternate' type='application/json+oembed' href='/oembed?url=x'>")]
    [InlineData("<link rel='preload' type='application/rss+xml' href='/feed'>")]
    [InlineData("<link rel='alternate' type='application/rss+xml' href=''>")]
    [InlineData("<!-- <link rel=alternate type=application/rss+xml href=/feed> -->")]
    [InlineData("<script>var x = '<link rel=alternate type=application/rss+xml href=/feed>';</script>")]
    [InlineData("<a href='https://feedly.example.com/add/feed/https%3A%2F%2Fsite.example.org%2Ffeed'>Add</a>")]
    [InlineData("<a href='https://reader.example.com/rss?url=http://site.example.org/feed'>Add</a>")]
    [InlineData("<a href='/feedback'>Feedback</a><a href='/sitemap.xml'>Map</a><a href='#rss'>RSS</a><a>RSS</a>")]
    [InlineData("<link rel=alternate type=application/rss+xml href=/fe")]
    public void What_is_no_feed_is_passed_over(string html) => Assert.Empty(PageFeeds.Find(html, Page));

    [Fact]
    public void The_sites_own_choice_comes_first_and_comments_come_last()
    {
        const string html = """
            <a href="/rss">RSS</a>
            <link rel="alternate" type="application/json" href="/wp-json/1">
            <link rel="alternate" type="application/rss+xml" title="Site &raquo; Comments Feed" href="/replies/feed">
            <link rel="alternate" type="application/rss+xml" title="Site &raquo; Feed" href="/feed">
            <link rel="alternate" type="application/atom+xml" href="/atom">
            <a href="/feed">again</a>
            """;
        var links = PageFeeds.Find(html, Page);
        Assert.Equal(["/feed", "/atom", "/wp-json/1", "/rss", "/replies/feed"], links.Select(link => new Uri(link.Address).AbsolutePath));
        Assert.Equal("Site » Feed", links[0].Title);
    }

    /// <summary>Each would take minutes where time grows with the square of the length.</summary>
    [Theory]
    [InlineData("<link ", "a{0} ")]
    [InlineData("", "<link rel=\"")]
    [InlineData("", "<a href=/feed/{0}>")]
    [InlineData("", "<script>")]
    [InlineData("", "<script></script>")]
    [InlineData("", "<!--")]
    [InlineData("", "<base href=x>")]
    [InlineData("<base href='https://b.example.org/{0}", "a/")]
    [InlineData("<link rel='", "alternate ")]
    public void A_hostile_page_is_looked_at_at_once(string start, string repeated)
    {
        var html = new StringBuilder(start);
        for (var i = 0; html.Length < 3_000_000; i++) html.Append(repeated.Replace("{0}", i.ToString("x", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.True(PageFeeds.Find(html.ToString(), Page).Count <= PageFeeds.MaxLinks);
    }

    [Theory]
    [InlineData("news.example.org", "https://news.example.org http://news.example.org")]
    [InlineData("  news.example.org:8080/x ", "https://news.example.org:8080/x http://news.example.org:8080/x")]
    [InlineData("//news.example.org/x", "https://news.example.org/x http://news.example.org/x")]
    [InlineData("HTTP://news.example.org", "HTTP://news.example.org")]
    [InlineData("feed://news.example.org/x", "http://news.example.org/x")]
    [InlineData("feed:https://news.example.org/x", "https://news.example.org/x")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("mailto:me@example.org", "mailto:me@example.org")]
    [InlineData("heart news", "")]
    [InlineData("www. example.org", "")]
    [InlineData("localhost", "")]
    [InlineData("", "")]
    public void An_address_is_read_as_people_type_it(string typed, string expected) => Assert.Equal(expected, string.Join(' ', TypedAddress.Of(typed)));

    [Theory]
    [InlineData("http//who.int", "http://who.int")]
    [InlineData(" https//www.who.int/news/feed.xml", "https://www.who.int/news/feed.xml")]
    [InlineData("htps://who.int", "https://who.int")]
    [InlineData("http:/who.int", "http://who.int")]
    [InlineData("http;//who.int", "http://who.int")]
    [InlineData("https:\\\\who.int", "https://who.int")]
    [InlineData("https.//who.int", "https://who.int")]
    [InlineData("ttps://who.int", "https://who.int")]
    [InlineData("http://who.int", null)]
    [InlineData("HTTPS://who.int/x", null)]
    [InlineData("http.example.org/x", null)]
    [InlineData("http/x", null)]
    [InlineData("tp.example.org", null)]
    [InlineData("who.int", null)]
    [InlineData("http//<b>who.int", null)]
    public void A_mistyped_beginning_is_told_from_a_name(string typed, string? meant) => Assert.Equal(meant, TypedAddress.MeantBy(typed));
}

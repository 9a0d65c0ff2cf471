using System.Text;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class RepairTests
{
    [Theory]
    [InlineData("<title>Salt & pepper</title>", "Salt & pepper")]
    [InlineData("<title>a=1&b=2&copy=3</title>", "a=1&b=2&copy=3")]
    [InlineData("<title>A &unknown; word</title>", "A &unknown; word")]
    [InlineData("<title>one\u0013two&#1;</title>", "onetwo")]
    [InlineData("<title>2 < 3</title>", "2 < 3")]
    [InlineData("<title>Ann <ann@e.example></title>", "Ann <ann@e.example>")]
    [InlineData("<title><![CDATA[never ended</title>", "never ended")]
    [InlineData("<title kind=plain kind='x'>t</title>", "t")]
    [InlineData("<Title>t</title>", "t")]
    [InlineData("<nodecl:x>y</nodecl:x><title>t</title>", "t")]
    public void An_items_flaws_are_mended(string item, string title)
    {
        var feed = Reading.Feed($"<rss version='2.0'><channel><title>c</title><item>{item}</item><item><title>next</title></item></channel></rss>");
        Assert.Equal([title, "next"], feed.Entries.Select(entry => entry.Title));
        Assert.True(feed.Repaired);
    }

    [Fact]
    public void Letters_of_html_are_known_without_a_doctype() =>
        Assert.Equal("café\u00A0—", Reading.RssItem("<title>caf&eacute;&nbsp;&mdash;</title>").Title);

    [Fact]
    public void A_prefix_that_was_never_declared_means_what_it_means_elsewhere()
    {
        var item = Assert.Single(Reading.Feed("<rss><channel><item><dc:creator>Ann</dc:creator><content:encoded>x</content:encoded></item></channel></rss>").Entries);
        Assert.Equal(("Ann", "x"), (item.Author, item.Content));
    }

    [Theory]
    [InlineData("\r\n  ", "")]
    [InlineData("<br />\n<b>Warning</b>: include() failed\n", "")]
    [InlineData("", "\n<!-- cached --><script>x()</script>")]
    [InlineData("", " trailing words & more")]
    public void Junk_before_and_after_does_not_matter(string before, string after)
    {
        var feed = Reading.Feed($"{before}<?xml version='1.0'?><rss><channel><item><title>t</title></item></channel></rss>{after}");
        Assert.Equal("t", Assert.Single(feed.Entries).Title);
    }

    [Fact]
    public void A_feed_that_ends_early_gives_its_whole_items()
    {
        var whole = Reading.Rss("<title>c</title><item><title>a</title></item><item><title>b</title></item><item><title>c</title><link>http://e.example/c</link></item>");
        var second = whole.IndexOf("<title>b", StringComparison.Ordinal);
        var cut = Reading.Feed(whole[..second]);
        Assert.Equal("a", Assert.Single(cut.Entries).Title);
        Assert.True(cut.Repaired);
    }

    [Fact]
    public void A_cut_anywhere_gives_a_prefix_of_the_items()
    {
        var whole = Reading.Rss("<title>c</title><item><title>a &amp; b</title></item><item><title><![CDATA[d]]></title></item>");
        for (var length = whole.IndexOf("</title>", StringComparison.Ordinal) + 10; length < whole.Length; length++)
        {
            var titles = Reading.Feed(whole[..length]).Entries.Select(entry => entry.Title).ToArray();
            Assert.Equal(new[] { "a & b", "d" }.Take(titles.Length), titles);
        }
    }

    [Fact]
    public void Items_inside_what_was_never_ended_are_found()
    {
        var feed = Reading.Feed("<rss><channel><title>c</title><category text='x'><item><title>a</title><p>one<br>two<item><title>b</title></item></channel></rss>");
        Assert.Equal(["a", "b"], feed.Entries.Select(entry => entry.Title));
    }

    [Fact]
    public void A_feed_wrapped_in_a_page_is_found()
    {
        var feed = Reading.Feed("<html><body><feed xmlns='http://www.w3.org/2005/Atom'><entry><title>t</title></entry></feed></body></html>");
        Assert.Single(feed.Entries);
    }

    [Fact]
    public void A_doctype_is_no_damage_and_its_plain_words_are_known()
    {
        var feed = Reading.Feed(
            "<!DOCTYPE rss [<!ENTITY who 'Ann'><!ENTITY lt '&#38;#60;'>]><rss><channel><item><title>&who; &lt; Ben</title></item></channel></rss>");
        Assert.Equal("Ann < Ben", Assert.Single(feed.Entries).Title);
        Assert.False(feed.Repaired);
    }

    [Fact]
    public void Letters_of_html_need_no_fetching()
    {
        var feed = Reading.Feed(
            """
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd" [
              <!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent"> %HTMLlat1; ]>
            <rss version="0.91"><channel><item><title>caf&eacute;</title></item></channel></rss>
            """);
        Assert.Equal("café", Assert.Single(feed.Entries).Title);
    }

    [Theory]
    [InlineData("<!ENTITY x SYSTEM 'file:///etc/passwd'>")]
    [InlineData("<!ENTITY x SYSTEM 'http://127.0.0.1/'>")]
    [InlineData("<!ENTITY y 'yy'><!ENTITY x '&y;&y;'>")]
    [InlineData("<!ENTITY x '&x;'>")]
    [InlineData("<!ENTITY x '<b>markup</b>'>")]
    [InlineData("<!ENTITY x SYSTEM '/dev/zero'><!ENTITY><!ENTITY %>")]
    [InlineData("<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;")]
    public void Entities_that_reach_out_or_nest_are_refused(string declaration) =>
        Assert.Equal("broken-xml", Reading.Failure($"<!DOCTYPE r [{declaration}]><rss><channel><item><title>&x;</title></item></channel></rss>").Code);

    [Fact]
    public void An_entity_used_to_blow_a_document_up_is_refused()
    {
        var uses = new StringBuilder().Insert(0, "&x;", 1_000);
        Assert.Equal("too-large", Reading.Failure($"<!DOCTYPE r [<!ENTITY x '{new string('a', 900)}'>]><rss><channel><title>{uses}</title></channel></rss>").Code);
    }

    [Fact]
    public void Two_documents_in_one_are_refused()
    {
        const string feed = "<rss><channel><title>t</title></channel></rss>";
        Assert.Equal("broken-xml", Reading.Failure(feed + feed).Code);
        Assert.Equal("broken-xml", Reading.Failure("<rss><channel><?xml version='1.0'?><title>t</title></channel></rss>").Code);
    }

    [Fact]
    public void Letters_written_as_control_characters_are_read_as_meant() =>
        Assert.Equal("don’t", Reading.RssItem("<title>don&#146;t</title>").Title);
}

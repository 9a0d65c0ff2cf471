using Wellread.Feeds.Parsing;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class LinkTests
{
    // RFC 3986, 5.4: the examples with their base, "http://a/b/c/d;p?q".
    [Theory]
    [InlineData("g:h", "g:h")]
    [InlineData("g", "http://a/b/c/g")]
    [InlineData("./g", "http://a/b/c/g")]
    [InlineData("g/", "http://a/b/c/g/")]
    [InlineData("/g", "http://a/g")]
    [InlineData("//g", "http://g")]
    [InlineData("?y", "http://a/b/c/d;p?y")]
    [InlineData("g?y", "http://a/b/c/g?y")]
    [InlineData("#s", "http://a/b/c/d;p?q#s")]
    [InlineData("g#s", "http://a/b/c/g#s")]
    [InlineData(";x", "http://a/b/c/;x")]
    [InlineData("", "http://a/b/c/d;p?q")]
    [InlineData(".", "http://a/b/c/")]
    [InlineData("..", "http://a/b/")]
    [InlineData("../g", "http://a/b/g")]
    [InlineData("../../g", "http://a/g")]
    [InlineData("../../../g", "http://a/g")]
    [InlineData("g;x=1/../y", "http://a/b/c/y")]
    [InlineData("g?y/../x", "http://a/b/c/g?y/../x")]
    public void A_relative_link_is_resolved_as_the_standard_says(string link, string absolute) =>
        Assert.Equal(absolute, LinkResolver.Resolve("http://a/b/c/d;p?q", link));

    [Fact]
    public void An_absolute_link_stays_as_it_was_written() =>
        Assert.Equal("HTTP://E.example:80/ä b/../?q", LinkResolver.Resolve("http://a/", " HTTP://E.example:80/ä b/../?q\n"));

    [Fact]
    public void Rss_links_are_relative_to_the_site_and_atom_links_to_the_document()
    {
        var rss = Reading.Feed(Reading.Rss("<link>https://site.example/news/</link><item><link>a?b</link></item>"), "https://feeds.example/f/x");
        Assert.Equal("https://site.example/news/a?b", rss.Entries[0].Link);
        var atom = Reading.Feed(
            "<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry><link href='a'/></entry></feed>", "https://site.example/news/atom.xml");
        Assert.Equal(("https://site.example/", "https://site.example/news/a"), (atom.Link, atom.Entries[0].Link));
    }

    [Fact]
    public void The_base_that_a_feed_sets_is_inherited_and_refined()
    {
        var feed = Reading.Feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.example/a/">
              <entry xml:base="b/"><link href="1"/><content type="html" xml:base="c/">&lt;a href="2"&gt;&lt;img src=3 alt='x'&gt;&lt;/a&gt;</content></entry>
              <entry><link href="4"/></entry>
            </feed>
            """);
        Assert.Equal("https://e.example/a/b/1", feed.Entries[0].Link);
        Assert.Equal("<a href=\"https://e.example/a/b/c/2\"><img src=https://e.example/a/b/c/3 alt='x'></a>", feed.Entries[0].Content);
        Assert.Equal("https://e.example/a/4", feed.Entries[1].Link);
    }

    [Theory]
    [InlineData("<a href='/x'>y</a> 1 < 2 <b", "<a href='http://e.example/x'>y</a> 1 < 2 <b")]
    [InlineData("<a HREF=/x>", "<a HREF=http://e.example/x>")]
    [InlineData("<a href='mailto:a@b' title='href=/x'>", "<a href='mailto:a@b' title='href=/x'>")]
    [InlineData("<a href='never ended", "<a href='never ended")]
    [InlineData("no tags, /x", "no tags, /x")]
    public void Links_in_markup_are_made_absolute_and_nothing_else_is_touched(string markup, string resolved) =>
        Assert.Equal(resolved, MarkupLinks.Resolve(markup, "http://e.example/dir/"));

    [Theory]
    [InlineData("17", "17")]
    [InlineData("tag:e.example,2025:1", "tag:e.example,2025:1")]
    [InlineData("/posts/1", "https://e.example/posts/1")]
    [InlineData("posts/1", "posts/1")]
    public void An_id_is_resolved_only_where_it_is_a_path(string id, string expected) =>
        Assert.Equal(expected, Reading.AtomEntry($"<id>{id}</id>", "https://e.example/feed").Id);

    [Theory]
    [InlineData("posts/1", "https://e.example/a/posts/1")]
    [InlineData("17", "17")]
    public void An_id_may_lean_on_a_base_that_the_feed_sets(string id, string expected) =>
        Assert.Equal(expected, Reading.AtomEntry($"<id xml:base='https://e.example/a/'>{id}</id>").Id);

    [Fact]
    public void Links_in_markup_stay_as_they_are_where_nothing_says_what_they_are_relative_to()
    {
        const string markup = "<![CDATA[<a href='/x'>y</a>]]>";
        var rss = Reading.Rss($"<link>https://site.example/</link><item><link>/1</link><description>{markup}</description></item>");
        Assert.Equal(("https://site.example/1", "<a href='/x'>y</a>"), (Reading.Feed(rss).Entries[0].Link, Reading.Feed(rss).Entries[0].Summary));
        Assert.Equal("<a href='https://site.example/x'>y</a>", Reading.Feed(rss, "https://feeds.example/1").Entries[0].Summary);
        var atom = Reading.Feed(
            $"<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://site.example/atom'/><entry><summary type='html'>{markup}</summary></entry></feed>");
        Assert.Equal("<a href='https://site.example/x'>y</a>", atom.Entries[0].Summary);
    }

    [Fact]
    public void A_base_longer_than_addresses_are_is_left_aside()
    {
        var feed = Reading.Feed(
            $"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://e.example/{new string('a', 2_000)}/'><entry><link href='x'/></entry></feed>", "https://site.example/atom");
        Assert.Equal("https://site.example/x", feed.Entries[0].Link);
    }

    [Fact]
    public void Markup_of_nothing_but_short_links_does_not_blow_up()
    {
        var markup = string.Concat(Enumerable.Repeat("<a href=b>", 10_000));
        Assert.Equal(markup, MarkupLinks.Resolve(markup, $"https://e.example/{new string('a', 900)}/"));
    }

    [Fact]
    public void A_password_in_a_feeds_address_never_goes_into_links() =>
        Assert.Equal("https://e.example/1", Reading.RssItem("<link>/1</link>", "https://ann:secret@e.example/feed").Link);
}

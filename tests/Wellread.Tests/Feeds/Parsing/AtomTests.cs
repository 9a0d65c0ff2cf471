using Wellread.Feeds;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class AtomTests
{
    [Fact]
    public void An_entry_of_atom_1_is_read_whole()
    {
        var feed = Reading.Feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
              <title>Skin</title><id>urn:skin</id><updated>2025-05-01T10:00:00Z</updated><author><name>Dr. Lee</name></author>
              <link href="https://skin.example/"/><link rel="self" href="https://skin.example/atom"/>
              <entry>
                <title type="html">Sun &amp;amp; shade</title><id>urn:1</id>
                <link rel="alternate" type="text/html" href="https://skin.example/1"/>
                <link rel="enclosure" href="https://skin.example/1.jpg" type="image/jpeg" length="9"/>
                <published>2025-04-30T10:00:00+02:00</published><updated>2025-05-01T10:00:00Z</updated>
                <category term="sun" label="Sun care"/><summary>Short</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long &lt; short</p><br/></div></content>
              </entry>
            </feed>
            """);
        Assert.Equal((FeedFormat.Atom10, "urn:skin", "https://skin.example/", "en"), (feed.Format, feed.Id, feed.Link, feed.Language));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Sun &amp; shade", "https://skin.example/1", "Dr. Lee"), (entry.Title, entry.Link, entry.Author));
        Assert.Equal(Reading.Utc(2025, 4, 30, 8), entry.Published);
        Assert.Equal(("Short", "<p>Long &lt; short</p><br />"), (entry.Summary, entry.Content));
        Assert.Equal(["sun", "Sun care"], entry.Categories.ToArray());
        Assert.Equal("https://skin.example/1.jpg", entry.Thumbnail);
    }

    [Fact]
    public void Atom_03_has_modes_and_other_names_for_dates()
    {
        var entry = Assert.Single(Reading.Feed(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
              <title mode="base64">U3VuICYgc2hhZGU=</title><issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified>
              <content type="text/html" mode="escaped">&lt;b&gt;x&lt;/b&gt;</content></entry></feed>
            """).Entries);
        Assert.Equal(("Sun & shade", "<b>x</b>"), (entry.Title, entry.Content));
        Assert.Equal((Reading.Utc(2004, 1, 1), Reading.Utc(2004, 1, 2)), (entry.Published, entry.Updated));
    }

    [Fact]
    public void A_page_goes_before_other_alternates() =>
        Assert.Equal("https://e.example/page", Reading.AtomEntry(
            "<link rel='alternate' type='application/json' href='https://e.example/data'/><link type='text/html' href='https://e.example/page'/>").Link);

    [Fact]
    public void An_address_for_an_id_is_the_link_of_last_resort() =>
        Assert.Equal("https://e.example/1", Reading.AtomEntry("<id>https://e.example/1</id>").Link);

    [Fact]
    public void Markup_in_html_content_is_read_though_it_should_be_escaped() =>
        Assert.Equal("Some <b>bold</b> &amp; <i>plain</i>", Reading.AtomEntry("<content type='html'>Some &lt;b&gt;bold&lt;/b&gt; &amp;amp; <i>plain</i></content>").Content);

    [Fact]
    public void Any_prefix_will_do()
    {
        var feed = Reading.Feed("<x:feed xmlns:x='http://www.w3.org/2005/Atom'><x:entry><x:title>t</x:title></x:entry></x:feed>");
        Assert.Equal("t", Assert.Single(feed.Entries).Title);
    }

    [Theory]
    [InlineData("http://www.w3.org/2005/Atom", "<b>x</b>")]
    [InlineData("http://purl.org/atom/ns#", "<div><b>x</b></div>")]
    public void The_div_around_xhtml_is_no_content_in_atom_1(string vocabulary, string title)
    {
        var feed = Reading.Feed(
            $"<feed xmlns='{vocabulary}'><entry><title type='application/xhtml+xml'><div xmlns='http://www.w3.org/1999/xhtml'><b>x</b></div></title></entry></feed>");
        Assert.Equal(title, Assert.Single(feed.Entries).Title);
    }

    [Theory]
    [InlineData("<source><author><name>Ann</name></author></source>", "Ann")]
    [InlineData("<source><author><name>Ann</name></author></source><author><name>Ben</name></author>", "Ben")]
    [InlineData("<source><title>No name</title></source>", "The desk")]
    public void An_entry_taken_from_another_feed_is_by_that_feeds_author(string entry, string author)
    {
        var feed = Reading.Feed($"<feed xmlns='http://www.w3.org/2005/Atom'><author><name>The desk</name></author><entry>{entry}</entry></feed>");
        Assert.Equal(author, Assert.Single(feed.Entries).Author);
    }

    [Fact]
    public void The_feed_that_an_entry_was_taken_from_is_not_the_entry() =>
        Assert.Equal("Mine", Reading.AtomEntry("<source><title>Theirs</title><entry/></source><title>Mine</title>").Title);
}

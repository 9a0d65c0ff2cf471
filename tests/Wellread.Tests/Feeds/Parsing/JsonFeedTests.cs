using Wellread.Feeds;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class JsonFeedTests
{
    [Fact]
    public void An_item_is_read_whole()
    {
        var feed = Reading.Feed(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Teeth","home_page_url":"https://teeth.example/","language":"en",
             "authors":[{"name":"Ann"},{"name":"Ben"}],
             "items":[{"id":7,"url":"/7","title":"Floss","content_text":"5 < 6","date_published":"2025-02-03T04:05:06Z","tags":["gums"],
               "image":"/7.jpg","attachments":[{"url":"/7.mp3","mime_type":"audio/mpeg","size_in_bytes":12}]}]}
            """);
        Assert.Equal((FeedFormat.JsonFeed, "Teeth", "https://teeth.example/"), (feed.Format, feed.Title, feed.Link));
        var item = Assert.Single(feed.Entries);
        Assert.Equal(("7", "https://teeth.example/7", "Floss", "5 &lt; 6", "Ann, Ben"), (item.Id, item.Link, item.Title, item.Content, item.Author));
        Assert.Equal(Reading.Utc(2025, 2, 3, 4, 5, 6), item.Published);
        Assert.Equal(item.Published, feed.Published);
        Assert.Equal([new FeedEnclosure("https://teeth.example/7.mp3", "audio/mpeg", 12)], item.Enclosures.ToArray());
        Assert.Equal("https://teeth.example/7.jpg", item.Thumbnail);
    }

    [Fact]
    public void A_feed_that_ends_early_gives_its_whole_items()
    {
        var feed = Reading.Feed("""{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"a"},{"id":"2","title":"b"},{"id":"3","ti""");
        Assert.Equal(["a", "b"], feed.Entries.Select(entry => entry.Title));
        Assert.True(feed.Repaired);
    }

    [Theory]
    [InlineData("line one\nline two", "line one\nline two")]
    [InlineData("C:\\\\x \\q", "C:\\x \\q")]
    [InlineData("half \\ud83d done", "half \uFFFD done")]
    [InlineData("whole \\ud83d\\ude00", "whole 😀")]
    public void Strings_that_json_forbids_are_mended(string written, string title) =>
        Assert.Equal(title, Assert.Single(Reading.Feed($$"""{"version":"https://jsonfeed.org/version/1","items":[{"title":"{{written}}"}]}""").Entries).Title);

    [Theory]
    [InlineData("""{"content_html":"<p>Markup</p>","content_text":"Salt & sugar"}""", "Salt & sugar")]
    [InlineData("""{"content_text":"Text","summary":"Short"}""", "Short")]
    [InlineData("""{"content_html":"<p>Markup</p>"}""", "Markup")]
    public void An_item_without_a_title_begins_with_its_plainest_text(string item, string title) =>
        Assert.Equal(title, Assert.Single(Reading.Feed($$"""{"version":"https://jsonfeed.org/version/1","items":[{{item}}]}""").Entries).Title);

    [Theory]
    [InlineData("""{"users":[1,2]}""", "not-a-feed")]
    [InlineData("""{"items":[{"a":1}]}""", "not-a-feed")]
    [InlineData("[1,2]", "not-a-feed")]
    [InlineData("""{"version":"https://jsonfeed.org/version/1","items":[""", "broken-json")]
    public void What_is_no_feed_fails(string json, string code) => Assert.Equal(code, Reading.Failure(json).Code);
}

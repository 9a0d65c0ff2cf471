using System.Text;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;

namespace Wellread.Tests.Feeds.Parsing;

/// <summary>Short ways to read a document in a test.</summary>
internal static class Reading
{
    public static ParsedFeed Feed(string text, string? address = null) => Feed(Encoding.UTF8.GetBytes(text), address);

    public static ParsedFeed Feed(byte[] body, string? address = null, string? contentType = null) =>
        Assert.IsType<FeedParseResult.Parsed>(Result(body, address, contentType)).Feed;

    public static FeedParseResult.Failed Failure(string text) => Assert.IsType<FeedParseResult.Failed>(Result(Encoding.UTF8.GetBytes(text)));

    public static FeedParseResult Result(byte[] body, string? address = null, string? contentType = null) =>
        FeedParser.Parse(body, new FeedParseContext(address is null ? null : new Uri(address), contentType));

    /// <summary>The one item of an RSS 2.0 feed with every namespace declared.</summary>
    public static FeedEntry RssItem(string item, string? address = null) => Assert.Single(Feed(Rss($"<item>{item}</item>"), address).Entries);

    public static string Rss(string channel) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
          xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
          xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
        <channel>{channel}</channel></rss>
        """;

    public static FeedEntry AtomEntry(string entry, string? address = null) =>
        Assert.Single(Feed($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{entry}</entry></feed>", address).Entries);

    public static DateTimeOffset Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new(year, month, day, hour, minute, second, TimeSpan.Zero);
}

using System.Text;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class FailureTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n ", "empty")]
    [InlineData("<!DOCTYPE html><html><body><p>Log in</body></html>", "web-page")]
    [InlineData("<html><head><title>x</title></head></html>", "web-page")]
    [InlineData("<head><title>x</title></head><body>y", "web-page")]
    [InlineData("<opml version='2.0'><body/></opml>", "not-a-feed")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "not-a-feed")]
    [InlineData("Service unavailable", "not-a-feed")]
    [InlineData("<rss><channel></rss></channel>", "broken-xml")]
    public void What_is_no_feed_says_so_in_plain_words(string text, string code)
    {
        var failure = Reading.Failure(text);
        Assert.Equal(code, failure.Code);
        Assert.EndsWith(".", failure.Message);
    }

    [Fact]
    public void A_feed_without_items_is_a_feed() => Assert.Empty(Reading.Feed(Reading.Rss("<title>Quiet</title>")).Entries);

    [Theory]
    [InlineData("<rss><channel>", "<b>", "")]
    [InlineData("<rss><channel><item><description>", "<b>", "</description></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>", "&amp;", "</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>", "&", "</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>", "<", "")]
    [InlineData("<rss><channel><item ", "a='1' ", "/></channel></rss>")]
    [InlineData("<rss><channel><item ", "a ", "/></channel></rss>")]
    [InlineData("<rss><channel><item><title>", "<![CDATA[</title><title>", "")]
    [InlineData("<rss><channel>", "<?x>", "")]
    [InlineData("<rss><channel>", "</x>", "")]
    [InlineData("", "<!DOCTYPE x>", "")]
    [InlineData("<rss><channel><link>http://e.example/</link><item><description><![CDATA[", "<a href='", "]]></description></item></channel></rss>")]
    [InlineData("{\"items\":", "[", "")]
    public void A_long_document_of_nothing_but_beginnings_is_read_or_refused(string start, string repeated, string end)
    {
        // Long enough that time quadratic in its length would be minutes.
        const int length = FeedLimits.MaxBytes / 4;
        var text = new StringBuilder(start, length);
        while (text.Length < length) text.Append(repeated);
        Reading.Result(Encoding.UTF8.GetBytes(text.Append(end).ToString()));
    }

    [Fact]
    public void A_document_beyond_the_limits_is_refused()
    {
        Assert.Equal("too-large", Assert.IsType<FeedParseResult.Failed>(Reading.Result(new byte[FeedLimits.MaxBytes + 1])).Code);
        var attributes = string.Concat(Enumerable.Range(0, 300).Select(i => $" a{i}='1'"));
        Assert.Equal("too-large", Reading.Failure($"<rss{attributes}><channel/></rss>").Code);
        var deep = new StringBuilder().Insert(0, "<b>", 300).ToString() + new StringBuilder().Insert(0, "</b>", 300);
        Assert.Equal("too-large", Reading.Failure(Reading.Rss($"<item><description>{deep}</description></item>")).Code);
    }

    [Fact]
    public void A_feed_gives_no_more_than_its_first_two_thousand_items()
    {
        var items = string.Concat(Enumerable.Range(0, 2_100).Select(i => $"<item><title>{i}</title></item>"));
        Assert.Equal(FeedLimits.MaxEntries, Reading.Feed(Reading.Rss(items)).Entries.Length);
    }
}

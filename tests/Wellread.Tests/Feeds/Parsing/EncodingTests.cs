using System.Text;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class EncodingTests
{
    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "naïve – 日本")]
    [InlineData("utf-16", "naïve – 日本")]
    [InlineData("utf-16BE", "naïve – 日本")]
    [InlineData("utf-32", "naïve – 日本")]
    public void A_mark_or_zeros_tell_the_wide_encodings(string name, string title)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"<?xml version='1.0'?><rss><channel><item><title>{title}</title></item></channel></rss>";
        Assert.Equal(title, Title([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
        Assert.Equal(title, Title(encoding.GetBytes(text)));
    }

    [Theory]
    [InlineData("windows-1252", "“naïve”")]
    [InlineData("iso-8859-1", "naïve")]
    [InlineData("windows-1251", "Здоровье")]
    [InlineData("koi8-r", "Здоровье")]
    [InlineData("iso-8859-2", "zdrowie żółć")]
    [InlineData("euc-jp", "健康")]
    [InlineData("shift_jis", "健康")]
    [InlineData("iso-2022-jp", "健康")]
    [InlineData("gb2312", "健康")]
    [InlineData("big5", "健康")]
    [InlineData("euc-kr", "건강")]
    public void A_declaration_or_a_header_tells_the_others(string name, string title)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(title, Title(encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?><rss><channel><item><title>{title}</title></item></channel></rss>")));
        Assert.Equal(title, Title(encoding.GetBytes($"<rss><channel><item><title>{title}</title></item></channel></rss>"), $"text/xml; charset=\"{name}\""));
    }

    [Fact]
    public void A_careless_label_does_not_spoil_utf_8()
    {
        var body = Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>naïve – 日本</title></item></channel></rss>");
        Assert.Equal("naïve – 日本", Title(body, "text/xml; charset=us-ascii"));
    }

    [Fact]
    public void Stray_bytes_in_utf_8_are_read_as_windows_1252()
    {
        byte[] body = [.. "<rss><channel><item><title>caf\u00E9 caf"u8, 0xE9, 0x92, .. "</title></item></channel></rss>"u8];
        Assert.Equal("café café’", Title(body));
    }

    [Fact]
    public void The_language_hints_at_an_undeclared_encoding()
    {
        var body = Encoding.GetEncoding(1251).GetBytes("<rss><channel><language>ru</language><item><title>Здоровье</title></item></channel></rss>");
        Assert.Equal("Здоровье", Title(body));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-encoding")]
    [InlineData("utf-16")]
    public void An_encoding_that_cannot_be_is_ignored(string name) =>
        Assert.Equal("+ADw-", Title(Encoding.ASCII.GetBytes($"<?xml version='1.0' encoding='{name}'?><rss><channel><item><title>+ADw-</title></item></channel></rss>")));

    private static string? Title(byte[] body, string? contentType = null) => Assert.Single(Reading.Feed(body, contentType: contentType).Entries).Title;
}

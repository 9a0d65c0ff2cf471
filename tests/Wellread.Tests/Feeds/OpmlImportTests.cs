using System.Text;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>Lists of feeds as other readers and people write them.</summary>
public sealed class OpmlImportTests
{
    [Fact]
    public void A_list_from_another_reader_keeps_its_folders()
    {
        var import = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="1.0">
              <head><title>Ana's subscriptions &amp; more</title></head>
              <body>
                <outline text="Health" title="Health">
                  <outline type="rss" text="Heart" title="Heart" xmlUrl="https://heart.example.org/rss" htmlUrl="https://heart.example.org"/>
                  <outline text="Skin">
                    <outline type="atom" text="Acne" xmlUrl="http://skin.example.org/atom.xml"/>
                  </outline>
                </outline>
                <outline text="Favorites"><outline type="rss" text="Heart" xmlUrl="https://heart.example.org/rss"/></outline>
                <outline text="No folder" xmlUrl="https://alone.example.org/feed" category="/health/Diet,/news" language="es-MX"/>
              </body>
            </opml>
            """);
        Assert.Empty(import.Mistakes);
        Assert.Equal("Ana's subscriptions & more", import.Title);
        Assert.Equal(
            ["Health: Heart", "Health/Skin: Acne", "Favorites: Heart", ": No folder"],
            import.Feeds.Select(feed => $"{string.Join('/', feed.Folder)}: {feed.Title}"));
        Assert.Equal([6, 8, 11, 12], import.Feeds.Select(feed => feed.Line));
        Assert.Equal("https://heart.example.org/", import.Feeds[0].Homepage!.AbsoluteUri);
        Assert.Equal(["diet", "news"], import.Feeds[3].Topics);
        Assert.Equal("es", import.Feeds[3].Language);
    }

    [Theory]
    [InlineData("<outline XMLURL='https://a.example.org/feed'/>", "https://a.example.org/feed")]
    [InlineData("<outline type='RSS' xmlurl=\"\n  https://a.example.org/feed \"/>", "https://a.example.org/feed")]
    [InlineData("<outline type='podcast' xmlUrl='feed://a.example.org/feed'/>", "http://a.example.org/feed")]
    [InlineData("<outline xmlUrl='feed:https://a.example.org/feed'/>", "https://a.example.org/feed")]
    [InlineData("<outline xmlUrl='https://a.example.org/?a=1&b=2&copy=3'/>", "https://a.example.org/?a=1&b=2&copy=3")]
    [InlineData("<outline xmlUrl='https://a.example.org/?a=1&amp;b=2'/>", "https://a.example.org/?a=1&b=2")]
    [InlineData("<outline xmlUrl=https://a.example.org/feed>", "https://a.example.org/feed")]
    [InlineData("<OUTLINE text='x' xmlUrl='https://a.example.org/feed'></OUTLINE>", "https://a.example.org/feed")]
    [InlineData("<o:outline text='x > y < z' xmlUrl='https://a.example.org/feed'/>", "https://a.example.org/feed")]
    [InlineData("<outline type='rss' url='https://a.example.org/feed'/>", "https://a.example.org/feed")]
    [InlineData("<outline text='x' xmlUrl='https://a.example.org/feed' text='y'/>", "https://a.example.org/feed")]
    [InlineData("<outline xmlUrl='https://a.example.org/ärzte und mehr'/>", "https://a.example.org/%C3%A4rzte%20und%20mehr")]
    public void An_address_is_taken_however_it_is_written(string outline, string expected)
    {
        var import = Read($"<opml><body>{outline}</body></opml>");
        Assert.Equal(expected, Assert.Single(import.Feeds).Url.AbsoluteUri);
        Assert.Empty(import.Mistakes);
    }

    [Theory]
    [InlineData("<outline text='Note'/>", "Note", "nothing is inside")]
    [InlineData("<outline/>", null, "nothing is inside")]
    [InlineData("<outline text='Site' type='rss' htmlUrl='https://a.example.org/'/>", "Site", "names a site")]
    [InlineData("<outline text='Page' type='link' url='https://a.example.org/'/>", "Page", "names a site")]
    [InlineData("<outline text='List' type='include' url='https://a.example.org/list.opml'/>", "List", "another list")]
    [InlineData("<outline text='Mine' xmlUrl='ftp://a.example.org/feed'/>", "Mine", "not a web address")]
    [InlineData("<outline text='Mine' xmlUrl='javascript:alert(1)'/>", "Mine", "not a web address")]
    [InlineData("<outline text='Mine' xmlUrl='feed:file:///etc/passwd'/>", "Mine", "not a web address")]
    [InlineData("<outline text='Mine' xmlUrl='https://me:pass@a.example.org/feed'/>", "Mine", "not a web address")]
    [InlineData("<outline text='Mine' xmlUrl='https://a.exa mple.org/feed'/>", "Mine", "not a web address")]
    [InlineData("<outline text='Mine' xmlUrl='https://xn--\u00e9\uff0e.example.org:99999/'/>", "Mine", "not a web address")]
    [InlineData("<outline text='Good' xmlUrl='HTTPS://good.example.org:443/feed'/>", "Good", "already")]
    public void What_can_not_be_used_is_named_and_the_rest_is_taken(string outline, string? name, string says)
    {
        var import = Read($"<opml>\n<body>\n<outline text='Good' xmlUrl='https://good.example.org/feed'/>\n{outline}\n<outline text='Last' xmlUrl='https://last.example.org/'/></body></opml>");
        Assert.Equal(["Good", "Last"], import.Feeds.Select(feed => feed.Title));
        var mistake = Assert.Single(import.Mistakes);
        Assert.Equal((4, name), (mistake.Line, mistake.Name));
        Assert.Contains(says, mistake.Message);
    }

    [Fact]
    public void A_wrong_word_costs_the_word_and_not_the_feed()
    {
        var import = Read("<opml><body><outline text='Good' xmlUrl='https://good.example.org/feed' publisher='Someone' audience='me'/></body></opml>");
        Assert.Equal(PublisherType.Other, Assert.Single(import.Feeds).Publisher);
        Assert.Equal(2, import.Mistakes.Count);
    }

    [Fact]
    public void A_quote_or_a_bracket_that_is_missing_costs_one_line()
    {
        var import = Read("""
            <opml><body>
            <outline text="One" xmlUrl="https://one.example.org/"/>
            <outline text="Two xmlUrl="https://two.example.org/"/>
            <outline text="Three" xmlUrl="https://three.example.org/"/>
            <outline text="Four" xmlUrl="https://four.example.org/
            <outline text="Five" xmlUrl="https://five.example.org/"/>
            <outline text="Six" xmlUrl="https://six.example.org/"
            <outline text="Seven" xmlUrl="https://seven.example.org/"/>
            </body></opml>
            """);
        Assert.Superset(new HashSet<string> { "One", "Three", "Five", "Seven" }, import.Feeds.Select(feed => feed.Title).ToHashSet());
        Assert.Equal(3, Assert.Single(import.Mistakes).Line);
    }

    [Theory]
    [InlineData("\n<outline text='Folder'>\n<outline xmlUrl='https://two.")]
    [InlineData("\n\n<!-- ")]
    [InlineData("\n<outline text='Folder'>\n")]
    public void A_list_that_breaks_off_gives_what_it_has_and_says_so(string end)
    {
        var import = Read($"<opml version='2.0'><head><title>Hers</title></head><body>\n<outline xmlUrl='https://one.example.org/'/>{end}");
        Assert.Equal("Hers", import.Title);
        Assert.Equal("one.example.org", Assert.Single(import.Feeds).Title);
        Assert.Equal(new OpmlMistake(4, "The file ends in the middle, so feeds may be missing behind this line."), import.Mistakes[^1]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-15")]
    public void Any_encoding_is_read(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes($"\r\n<?xml version='1.0' encoding='{name}'?>\r\n<opml><body><outline text='Niños y café' xmlUrl='https://a.example.org/'/></body></opml>".TrimStart())];
        var import = Assert.IsType<OpmlImport.Read>(OpmlReader.ReadImport(bytes));
        Assert.Equal("Niños y café", Assert.Single(import.Feeds).Title);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\0", "empty")]
    [InlineData("https://a.example.org/feed", "not-opml")]
    [InlineData("{\"feeds\": []}", "not-opml")]
    [InlineData("<!DOCTYPE html><html><body><outline xmlUrl='https://a.example.org/'/></body></html>", "web-page")]
    [InlineData("<?xml version='1.0'?><!-- x --><rss version='2.0'><channel/></rss>", "a-feed")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>", "a-feed")]
    [InlineData("<bookmarks><folder/></bookmarks>", "not-opml")]
    [InlineData("<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='&x;' xmlUrl='https://a.example.org/'/></body></opml>", "unsafe-xml")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><opml><body><outline text='&b;' xmlUrl='https://a.example.org/'/></body></opml>", "unsafe-xml")]
    public void What_is_no_list_is_refused_in_words(string text, string code)
    {
        var refused = Assert.IsType<OpmlImport.Refused>(OpmlReader.ReadImport(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(code, refused.Code);
        Assert.EndsWith(".", refused.Message);
    }

    [Fact]
    public void Warnings_before_it_and_a_DOCTYPE_do_no_harm()
    {
        var import = Read("<br /><b>Warning</b>: x<?xml version='1.0'?>\n<!DOCTYPE opml SYSTEM 'http://nowhere.invalid/opml.dtd'>\n<opml><body><outline xmlUrl='https://a.example.org/'/></body></opml>");
        Assert.Single(import.Feeds);
    }

    [Fact]
    public void A_list_has_bounds()
    {
        const string one = "<outline xmlUrl='https://a.example.org/'/>";
        Assert.Equal(10_000, Read(Flat(10_000)).Feeds.Count);
        Assert.Equal("too-large", Code(Flat(10_001)));
        Assert.Equal("too-large", Code($"<opml><body>{one}</body></opml>" + new string(' ', OpmlReader.MaxImportBytes)));
        Assert.Equal(31, Assert.Single(Read(Deep(31, one)).Feeds).Folder.Count);
        Assert.Equal("too-deep", Code(Deep(32, one)));
        var longest = Assert.Single(Read($"<opml><body><outline text='{new string('x', 100_000)}' xmlUrl='https://a.example.org/'/></body></opml>").Feeds);
        Assert.Equal(OpmlText.MaxLength, longest.Title.Length);
        Assert.Contains("too long", Assert.Single(Read($"<opml><body><outline xmlUrl='https://a.example.org/{new string('x', 5_000)}'/></body></opml>").Mistakes).Message);
    }

    /// <summary>Each would take minutes where time grows with the square of the length.</summary>
    [Theory]
    [InlineData("<opml><body><outline ", "a{0} ")]
    [InlineData("<opml><body>", "<outline a=\"")]
    [InlineData("<opml><body>", "<outline a='<a ")]
    [InlineData("<opml><body><outline a=\"", "<")]
    [InlineData("<opml><body>", "<!--")]
    [InlineData("<opml><body>", "<![CDATA[")]
    [InlineData("<opml><head><title>", "<![CDATA[x]]>")]
    [InlineData("<opml><body>", "</outline>")]
    [InlineData("<opml><body>", "<a><")]
    [InlineData("<opml><body><outline text='", "&#x41;&amp;&")]
    [InlineData("<opml><body><outline text='", "\u0301\n ")]
    public void A_hostile_list_is_read_or_refused_at_once(string start, string repeated)
    {
        var text = new StringBuilder(start);
        for (var i = 0; text.Length < 4_000_000; i++) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{repeated.Replace("{0}", $"{i:x}", StringComparison.Ordinal)}");
        Assert.NotNull(OpmlReader.ReadImport(Encoding.UTF8.GetBytes(text.ToString())));
    }

    [SkippableFact]
    public void Hostile_XML_never_breaks_it()
    {
        foreach (var file in Directory.EnumerateFiles(SharedData.Path("hostile/xml"), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.NotNull(OpmlReader.ReadImport(bytes));
            byte[] inside = [.. "<opml><body><outline text='x' xmlUrl='https://a.example.org/'>"u8, .. bytes, .. "</outline></body></opml>"u8];
            Assert.NotNull(OpmlReader.ReadImport(inside));
        }
    }

    [Fact]
    public void Any_bytes_are_an_outcome()
    {
        var random = new Random(7);
        byte[] sample = Encoding.UTF8.GetBytes(Flat(20).Replace("/>", " text=\"R&amp;D\"/>\n<!-- x --><![CDATA[y]]>", StringComparison.Ordinal));
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = sample.ToArray();
            for (var j = random.Next(1, 30); j > 0; j--) bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"<>\"'&/!=-[] \n"[random.Next(13)];
            Assert.NotNull(OpmlReader.ReadImport(bytes.AsMemory(0, random.Next(bytes.Length))));
        }
    }

    private static string Flat(int count) => $"<opml><body>{string.Concat(Enumerable.Range(0, count).Select(i => $"<outline xmlUrl='https://a.example.org/{i}'/>"))}</body></opml>";

    private static string Deep(int folders, string inside) =>
        $"<opml><body>{string.Concat(Enumerable.Range(0, folders).Select(i => $"<outline text='f{i}'>"))}{inside}{string.Concat(Enumerable.Repeat("</outline>", folders))}</body></opml>";

    private static string Code(string text) => Assert.IsType<OpmlImport.Refused>(OpmlReader.ReadImport(Encoding.UTF8.GetBytes(text))).Code;

    private static OpmlImport.Read Read(string text) => Assert.IsType<OpmlImport.Read>(OpmlReader.ReadImport(Encoding.UTF8.GetBytes(text)));
}

using System.Text;
using System.Xml.Linq;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class OpmlWriterTests
{
    private static readonly string[] Awkward =
    [
        "R&D", "a < b > c", "\"quoted\" & 'single'", "&amp; written out", "<![CDATA[x]]>", "]]>", "--><!--", "<outline text=\"x\"/", "tab\tand\r\nbreak", "\u0000\u0001\u001f\u007f\u0085",
        "  blanks  around  ", "\u00a0\u2028\u2029", "niños, café, 日本語, عربى", "👩‍⚕️ 🇪🇸", "\ud800 alone", "\ufffe\uffff", "\u202eright to left", "/a/b;c,d", "e\u0301\u0301\u0301", "&#x41; &#0; &nosuch;", "%41%00",
        "=1+1", "{0}", "'", "\"",
    ];

    [Fact]
    public void Every_pack_comes_back_as_it_was()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("feeds"), "*.opml", SearchOption.AllDirectories).Where(file => !file.Contains("samples", StringComparison.Ordinal)))
        {
            using var stream = File.OpenRead(file);
            var pack = OpmlReader.Read(stream);
            Assert.NotEmpty(pack.Feeds);
            var written = OpmlWriter.Write(pack.Feeds, pack.Title!, Make.Morning);
            AssertSame(pack.Feeds, written);
            var import = Assert.IsType<OpmlImport.Read>(OpmlReader.ReadImport(written));
            Assert.Empty(import.Mistakes);
            Assert.Equal(pack.Title, import.Title);
        }
    }

    [Fact]
    public void Any_name_comes_back_as_one_line_of_what_can_be_written()
    {
        var random = new Random(11);
        var feeds = Enumerable.Range(0, 2_000).Select(i => Feed(i, Name(), Folder())).OrderBy(feed => string.Join('\n', feed.Folder), StringComparer.Ordinal).ToList();
        var written = OpmlWriter.Write(feeds, "\u0000All & <more>", Make.Morning);
        var import = Assert.IsType<OpmlImport.Read>(OpmlReader.ReadImport(written));
        Assert.Equal("All & <more>", import.Title);
        AssertSame(feeds, written);

        string Name() => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Awkward[random.Next(Awkward.Length)])) + (char)random.Next('a', 'z');

        string[] Folder() => [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(3) == 0 ? Name() : "Health & more")];
    }

    [Fact]
    public void The_same_list_gives_the_same_bytes_and_says_when_it_was_made()
    {
        OpmlFeed[] feeds = [Feed(1, "One", ["B"]), Feed(2, "Two", ["A"]), Feed(3, "Three", ["B"]), Feed(1, "One", [])];
        var written = OpmlWriter.Write(feeds, "Mine", Make.Morning);
        Assert.Equal(written, OpmlWriter.Write(feeds, "Mine", Make.Morning));
        var document = XDocument.Parse(Encoding.UTF8.GetString(written));
        Assert.Equal("Mon, 23 Nov 2026 08:00:00 GMT", document.Root!.Element("head")!.Element("dateCreated")!.Value);
        Assert.Equal("2.0", document.Root.Attribute("version")!.Value);
        Assert.Equal(["One", "B", "One", "Three", "A", "Two"], document.Descendants("outline").Select(outline => outline.Attribute("text")!.Value));
    }

    [Fact]
    public void An_empty_list_is_a_list()
    {
        var import = Assert.IsType<OpmlImport.Read>(OpmlReader.ReadImport(OpmlWriter.Write([], "Mine", Make.Morning)));
        Assert.Empty(import.Feeds);
        Assert.Empty(import.Mistakes);
    }

    private static void AssertSame(IReadOnlyList<OpmlFeed> expected, byte[] written)
    {
        var import = Assert.IsType<OpmlImport.Read>(OpmlReader.ReadImport(written));
        Assert.Equal(expected.Select(Text).Order(StringComparer.Ordinal), import.Feeds.Select(Text).Order(StringComparer.Ordinal));
        using var stream = new MemoryStream(written);
        var strict = OpmlReader.Read(stream);
        Assert.Empty(strict.Mistakes);
        Assert.Equal(import.Feeds.Select(Text), strict.Feeds.Select(Text));
    }

    private static string Text(OpmlFeed feed) =>
        $"{string.Join('/', feed.Folder.Select(OpmlText.Line).Where(name => name.Length > 0))}|{OpmlText.Line(feed.Title)}|{feed.Url.AbsoluteUri}|{feed.Homepage?.AbsoluteUri}|{feed.Publisher}|{feed.Audience}|{feed.Language}|{string.Join(';', feed.Topics)}|{feed.Enabled}";

    private static OpmlFeed Feed(int number, string title, string[] folder) => new(
        new Uri($"https://a.example.org/{number}?a=1&b='\"<>"),
        title,
        number % 2 == 0 ? new Uri("https://münchen.example.org/ä") : null,
        (PublisherType)(number % 6),
        (FeedAudience)(number % 3),
        number % 3 == 0 ? "es" : null,
        number % 4 == 0 ? ["heart", "skin"] : [],
        number % 5 != 0)
    { Folder = folder };
}

using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class FeedCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pack_gives_its_feeds_with_all_that_it_says_of_them()
    {
        Pack("heart", """
            <outline text="Heart news" title="Heart News" xmlUrl="https://heart.example.org/feed" htmlUrl="https://heart.example.org/"
                     publisher="non-profit" audience="consumer" language="en-US" topics="heart; Blood Pressure" />
            """);
        var source = Assert.Single(FeedCatalog.Load(_folder.Root).Sources);
        Assert.Equal(FeedId.Of(new Uri("https://heart.example.org/feed")), source.Id);
        Assert.Matches("^feed_[0-9a-f]{20}$", source.Id);
        Assert.Equal("Heart News", source.Title);
        Assert.Equal("https://heart.example.org/", source.Homepage!.AbsoluteUri);
        Assert.Equal(PublisherType.NonProfit, source.Publisher);
        Assert.Equal(FeedAudience.Consumer, source.Audience);
        Assert.Equal("en", source.Language);
        Assert.Equal(["heart", "blood-pressure"], source.Topics);
        Assert.Equal(["heart"], source.Packs);
        Assert.True(source.Enabled);
        Assert.False(source.IsSample);
    }

    [Fact]
    public void Someone_elses_OPML_works_as_it_is()
    {
        Write("mine.opml", """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!DOCTYPE opml SYSTEM "http://nowhere.invalid/opml.dtd">
            <opml version="1.1">
              <!-- exported -->
              <body>
                <outline text="Folder">
                  <outline text="Deep" type="rss" xmlUrl="http://deep.example.org/rss.xml" category="/health/Skin,/news" lang="es"/>
                  <outline text="Off" isComment="true"><outline xmlUrl="https://off.example.org/"/></outline>
                </outline>
                <outline xmlurl="https://bare.example.org/feed"/>
                <outline text="A note only"/>
              </body>
            </opml>
            """);
        var sources = FeedCatalog.Load(_folder.Root).Sources;
        Assert.Equal(["bare.example.org", "Deep", "off.example.org"], sources.Select(source => source.Title));
        Assert.Equal(["skin", "news"], sources[1].Topics);
        Assert.Equal("es", sources[1].Language);
        Assert.Equal(PublisherType.Other, sources[1].Publisher);
        Assert.Equal([true, true, false], sources.Select(source => source.Enabled));
    }

    [Fact]
    public void A_feed_in_two_packs_is_one_source_of_both()
    {
        Pack("a", """<outline text="One" xmlUrl="https://one.example.org/feed" topics="heart" enabled="false"/>""");
        Pack("b", """<outline text="Uno" xmlUrl="HTTPS://ONE.example.org:443/feed#top" topics="skin" language="en"/>""");
        var source = Assert.Single(FeedCatalog.Load(_folder.Root).Sources);
        Assert.Equal("One", source.Title);
        Assert.Equal(["a", "b"], source.Packs);
        Assert.Equal(["heart", "skin"], source.Topics);
        Assert.Equal("en", source.Language);
        Assert.True(source.Enabled);
    }

    [Fact]
    public void Subfolders_are_not_part_of_the_catalog()
    {
        Pack("a", """<outline text="One" xmlUrl="https://one.example.org/feed"/>""");
        Pack("samples/invented", """<outline text="Two" xmlUrl="https://two.example.org/feed"/>""");
        Assert.Equal(["One"], FeedCatalog.Load(_folder.Root).Sources.Select(source => source.Title));
        Assert.All(FeedCatalog.Load(_folder.Path("samples"), isSample: true).Sources, source => Assert.True(source.IsSample));
    }

    [Theory]
    [InlineData("""<outline text="x" xmlUrl="htps://one.example.org/feed"/>""", "xmlUrl")]
    [InlineData("""<outline text="x" xmlUrl="https://me:pass@one.example.org/feed"/>""", "xmlUrl")]
    [InlineData("""<outline text="x" xmlUrl="https://one.example.org/feed" publisher="goverment"/>""", "publisher")]
    [InlineData("""<outline text="x" xmlUrl="https://one.example.org/feed" audience="doctors"/>""", "audience")]
    [InlineData("""<outline text="x" xmlUrl="https://one.example.org/feed"></body>""", "well-formed")]
    public void A_mistake_in_a_pack_is_named_with_file_and_line(string outline, string says)
    {
        Pack("typo", outline);
        var exception = Assert.Throws<FeedPackException>(() => FeedCatalog.Load(_folder.Root));
        Assert.Contains("typo.opml, line 4: ", exception.Message);
        Assert.Contains(says, exception.Message);
    }

    [Fact]
    public void A_file_that_is_not_OPML_is_named()
    {
        Write("page.opml", "<html><body/></html>");
        Assert.Contains("page.opml, line 1: This is not an OPML file.", Assert.Throws<FeedPackException>(() => FeedCatalog.Load(_folder.Root)).Message);
    }

    [Fact]
    public void A_folder_without_packs_is_named()
    {
        Assert.Contains("has no *.opml file", Assert.Throws<FeedPackException>(() => FeedCatalog.Load(_folder.Root)).Message);
        Assert.Contains("There is no folder", Assert.Throws<FeedPackException>(() => FeedCatalog.Load(_folder.Root + "-not")).Message);
    }

    [Theory]
    [InlineData("<!DOCTYPE opml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><opml version='2.0'><body><outline text='&b;' xmlUrl='https://one.example.org/'/></body></opml>")]
    public void Entities_are_never_expanded(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var document = OpmlReader.Read(stream);
        Assert.Empty(document.Feeds);
        Assert.Single(document.Mistakes);
    }

    [Fact]
    public void A_flood_of_feeds_or_folders_is_cut_off()
    {
        var many = $"<opml><body>{string.Concat(Enumerable.Range(0, 10_002).Select(i => $"<outline xmlUrl='https://x.example.org/{i}'/>"))}</body></opml>";
        var deep = $"<opml><body>{string.Concat(Enumerable.Repeat("<outline>", 100))}";
        foreach (var text in new[] { many, deep })
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            var document = OpmlReader.Read(stream);
            Assert.True(document.Feeds.Count <= OpmlReader.MaxFeeds + 1);
            Assert.Single(document.Mistakes);
        }
    }

    private void Write(string name, string text)
    {
        var file = _folder.Path(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private void Pack(string name, string outlines) => Write($"{name}.opml", $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<body>\n{outlines}\n</body></opml>");
}

using System.Text.Json;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class CanonicalLinkTests
{
    [Theory]
    [InlineData("https://news.example.org/a?utm_source=rss&id=7&fbclid=x", "https://news.example.org/a?id=7")]
    [InlineData("https://www.example.org/a?at_medium=RSS&at_campaign=rss", "https://www.example.org/a")]
    [InlineData("https://example.org/a?mc_eid=1&gclid=2&_hsenc=3&xtor=4", "https://example.org/a")]
    [InlineData("https://example.org/a?b=1&amp;utm_medium=feed", "https://example.org/a?b=1")]
    [InlineData("https://example.org/a?ref=rss&src=facebook", "https://example.org/a")]
    [InlineData("https://example.org/a?ref=chapter-2&source=1", "https://example.org/a?ref=chapter-2&source=1")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/1/?utm_source=Mobile Safari&fc=1&ff=2&v=2.17", "https://pubmed.ncbi.nlm.nih.gov/1/")]
    public void What_only_tracks_is_dropped(string link, string expected) => Assert.Equal(expected, CanonicalLink.From(link));

    [Theory]
    [InlineData("  HTTPS://WWW.Example.ORG:443/A#top\n", "https://www.example.org/A")]
    [InlineData("http://example.org:80", "http://example.org/")]
    [InlineData("https://example.org./x", "https://example.org/x")]
    [InlineData("https://example.org:8443/x", "https://example.org:8443/x")]
    [InlineData("https://example.org/#!/story/5", "https://example.org/#!/story/5")]
    [InlineData("https://bücher.example/ü b", "https://xn--bcher-kva.example/%C3%BC%20b")]
    [InlineData("https://example.org/it's", "https://example.org/it%27s")]
    [InlineData("https://example.org/b/?z=1&a=2", "https://example.org/b/?z=1&a=2")]
    public void A_link_has_one_form(string link, string expected) => Assert.Equal(expected, CanonicalLink.From(link));

    [Theory]
    [InlineData("https://m.example.org/a", "https://www.example.org/a")]
    [InlineData("https://m.example.co.uk/a", "https://www.example.co.uk/a")]
    [InlineData("https://amp.health.example.org/a", "https://health.example.org/a")]
    [InlineData("https://en.m.wikipedia.org/wiki/Sleep", "https://en.wikipedia.org/wiki/Sleep")]
    [InlineData("https://example.org/story/amp/", "https://example.org/story/")]
    [InlineData("https://example.org/story/amp", "https://example.org/story")]
    [InlineData("https://example.org/story.amp.html?amp=1", "https://example.org/story.html")]
    [InlineData("https://example.org/story?outputType=amp", "https://example.org/story")]
    [InlineData("https://example.org/ramp", "https://example.org/ramp")]
    [InlineData("https://www.google.com/amp/s/example.org/story/amp/", "https://example.org/story/")]
    [InlineData("https://example-org.cdn.ampproject.org/c/s/example.org/story", "https://example.org/story")]
    public void Amp_and_mobile_addresses_fold_into_the_page(string link, string expected) => Assert.Equal(expected, CanonicalLink.From(link));

    [Theory]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Futm_source%3Dx&sa=U", "https://example.org/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Ffbclid%3D1&h=AT0", "https://example.org/a")]
    [InlineData("https://example.org/login?url=https%3A%2F%2Fother.example%2F", "https://example.org/login?url=https%3A%2F%2Fother.example%2F")]
    public void Only_known_redirectors_are_opened(string link, string expected) => Assert.Equal(expected, CanonicalLink.From(link));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("//example.org/x")]
    [InlineData("ftp://example.org/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@example.org/")]
    [InlineData("https://exa\u202Emple.org/")]
    [InlineData("https://example.org\\@evil.example/")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fuser%40evil.example%2F")]
    [InlineData("https://\uD800.example/")]
    [InlineData("https://xn--\u00e9.example/")]
    [InlineData("https:///path")]
    public void What_is_no_plain_web_address_gives_nothing(string? link) => Assert.Null(CanonicalLink.From(link));

    [Fact]
    public void Twins_have_one_id()
    {
        var id = CanonicalLink.ArticleIdOf("https://www.example.org/a?x=1&y=2");

        Assert.Matches("^art_[a-z2-7]{20}$", id);
        Assert.Equal(id, CanonicalLink.ArticleIdOf("http://example.org/a/?y=2&x=1"));
        Assert.NotEqual(id, CanonicalLink.ArticleIdOf("https://www.example.org/a?x=1&y=3"));
        Assert.NotEqual(id, CanonicalLink.ArticleIdOf("https://www.example.org/A?x=1&y=2"));
    }

    [SkippableFact]
    public void Hostile_addresses_are_refused_or_made_harmless()
    {
        foreach (var line in File.ReadLines(SharedData.Path("hostile/link_urls.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var url = row.RootElement.GetProperty("url").GetString();
            var link = CanonicalLink.From(url);
            if (row.RootElement.GetProperty("must").GetString() == "reject") Assert.Null(link);
            else Assert.DoesNotContain(link ?? "<", character => character is '<' or '>' or '"' or '\'' or '`' or ' ');
        }
    }

    [SkippableFact]
    public void Whatever_comes_out_stays_as_it_is()
    {
        foreach (var file in (string[])["hostile/ssrf_urls.jsonl", "hostile/link_urls.jsonl", "hostile/naughty_strings.jsonl", "hostile/own_strings.jsonl"])
        {
            foreach (var line in File.ReadLines(SharedData.Path(file)))
            {
                using var row = JsonDocument.Parse(line);
                foreach (var name in (string[])["url", "string"])
                {
                    if (!row.RootElement.TryGetProperty(name, out var value)) continue;
                    var text = LooseJson.StringOf(value);
                    foreach (var candidate in (string[])[text, $"https://example.org/{text}", $"https://{text}/", $"https://example.org/?q={text}"])
                    {
                        if (CanonicalLink.From(candidate) is not { } link) continue;
                        Assert.Equal(link, CanonicalLink.From(link));
                        Assert.StartsWith("art_", CanonicalLink.ArticleIdOf(link), StringComparison.Ordinal);
                    }
                }
            }
        }
    }
}

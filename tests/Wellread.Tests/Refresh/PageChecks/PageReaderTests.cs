using Wellread.Refresh.PageChecks;

namespace Wellread.Tests.Refresh.PageChecks;

public sealed class PageReaderTests
{
    private const string Paid = """<script type="application/ld+json">{ "@context": "https://schema.org", "@type": "NewsArticle", "isAccessibleForFree": false }</script>""";

    [Theory]
    [InlineData("""<title>Walk more &amp; sleep better | Town Hospital</title>""", "Walk more & sleep better | Town Hospital")]
    [InlineData("""<title>Ours</title><meta property="og:title" content="Walk &quot;more&quot;">""", "Walk \"more\"")]
    [InlineData("""<meta content='Walk more' property='og:title'/><title>Ours</title>""", "Walk more")]
    [InlineData("""<head></head><svg><title></title></svg>""", null)]
    [InlineData("", null)]
    public void The_headline_is_what_the_page_calls_itself(string html, string? headline) => Assert.Equal(headline, PageReader.Read(html).Headline);

    [Theory]
    [InlineData(Paid)]
    [InlineData("""<script type='application/ld+json'>[{ "@type": "Organization" }, { "@type": "Article", "isAccessibleForFree": "False", "body": "</p><b>" }]</script>""")]
    [InlineData("""<script type="application/ld+json">{ "@graph": [{ "@type": "WebPage" }, { "@type": "Article", "isAccessibleForFree": "https://schema.org/False" }] }</script>""")]
    [InlineData("""<script type="application/ld+json">{ broken</script>""" + Paid)]
    [InlineData("""<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="isAccessibleForFree" content="false"></div>""")]
    [InlineData("""<link itemprop="isAccessibleForFree" href="http://schema.org/False">""")]
    public void A_publisher_can_say_that_a_page_is_not_free(string html) => Assert.True(PageReader.Read(html).IsPaid);

    [Theory]
    [InlineData("""<p>Subscribe now! This article is for subscribers only. isAccessibleForFree: false</p>""")]
    [InlineData("""<script type="application/ld+json">{ "@type": "Article", "isAccessibleForFree": true, "hasPart": { "isAccessibleForFree": false } }</script>""")]
    [InlineData("""<script type="application/ld+json">{ "@type": "ItemList", "itemListElement": [{ "@type": "Article", "isAccessibleForFree": false }] }</script>""")]
    [InlineData("""<script>var x = { "isAccessibleForFree": false }; var y = '<meta itemprop="isAccessibleForFree" content="false">';</script>""")]
    [InlineData("""<!-- <meta itemprop="isAccessibleForFree" content="false"> -->""")]
    [InlineData("""<meta itemprop="isAccessibleForFree" content="true"><aside><meta itemprop="isAccessibleForFree" content="false"></aside>""")]
    [InlineData("""<script type="application/ld+json">"isAccessibleForFree"</script><script type="application/ld+json">[1, null]</script>""")]
    [InlineData("""<script type="application/ld+json">""")]
    public void Nothing_is_guessed_from_words_parts_or_cards_of_other_articles(string html) => Assert.False(PageReader.Read(html).IsPaid);

    [Theory]
    [InlineData("""<meta name="citation_doi" content="doi:10.1056/NEJMoa2034577">""", "10.1056/nejmoa2034577")]
    [InlineData("""<meta name="DC.Identifier" content="urn:x"><meta name="prism.doi" content="10.1136/bmj.n1234">""", "10.1136/bmj.n1234")]
    [InlineData("""<a href="https://doi.org/10.1136/bmj.n1234">The study</a>""", null)]
    public void A_page_says_which_paper_it_shows_and_one_that_only_links_to_it_does_not(string html, string? doi) => Assert.Equal(doi, PageReader.Read(html).Doi);

    [Fact]
    public void A_headline_is_cut_to_a_line()
    {
        Assert.Equal(300, PageReader.Read($"<title>{new string('a', 5_000)}</title>").Headline!.Length);
        Assert.Equal("Two lines", PageReader.Read("<title>Two\n\t lines\u0007</title>").Headline);
    }
}

using Wellread.Feeds.Parsing;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class DigitalObjectIdentifierTests
{
    [Theory]
    [InlineData("10.1056/NEJMoa2034577", "10.1056/nejmoa2034577")]
    [InlineData("doi:10.1136/bmj.n1234", "10.1136/bmj.n1234")]
    [InlineData("https://doi.org/10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0")]
    [InlineData("https://www.nejm.org/doi/full/10.1056/NEJMoa2034577?query=featured#top", "10.1056/nejmoa2034577")]
    [InlineData("https://www.frontiersin.org/articles/10.3389/fimmu.2022.839945/full", "10.3389/fimmu.2022.839945")]
    [InlineData("https://link.springer.com/content/pdf/10.1007/s00210-022-02230-6.pdf", "10.1007/s00210-022-02230-6")]
    [InlineData("See 10.1000/xyz123.", "10.1000/xyz123")]
    [InlineData("https://news.example.org/10.1/walk", null)]
    [InlineData("https://news.example.org/version-10.1000/x", null)]
    [InlineData("10.1000/", null)]
    [InlineData("10.1000", null)]
    [InlineData("", null)]
    public void The_identifier_of_a_paper_is_found_in_an_address_or_a_line(string text, string? doi) => Assert.Equal(doi, DigitalObjectIdentifier.Find(text));

    [Fact]
    public void A_text_that_is_too_long_is_none() => Assert.Null(DigitalObjectIdentifier.Find("10.1000/" + new string('x', 300)));
}

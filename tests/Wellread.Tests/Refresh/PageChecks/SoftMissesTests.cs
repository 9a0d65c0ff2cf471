using Wellread.Refresh.PageChecks;

namespace Wellread.Tests.Refresh.PageChecks;

public sealed class SoftMissesTests
{
    [Theory]
    [InlineData("https://news.example.org/health/walk-more", "https://news.example.org/")]
    [InlineData("https://news.example.org/health/walk-more", "https://www.news.example.org")]
    [InlineData("http://www.news.example.org/health/walk-more", "https://news.example.org/index.html")]
    [InlineData("https://news.example.org/es/salud/caminar", "https://news.example.org/es/")]
    [InlineData("https://news.example.org/health/walk-more", "https://news.example.org/404")]
    [InlineData("https://news.example.org/health/walk-more", "https://errors.example.org/page-not-found?from=x")]
    public void Visitors_that_are_sent_to_the_front_page_have_missed_it(string asked, string answered) => Assert.True(SoftMisses.Is(new(asked), new(answered)));

    [Theory]
    [InlineData("https://news.example.org/health/walk-more", "https://news.example.org/health/walk-more")]
    [InlineData("https://news.example.org/health/walk-more", "https://news.example.org/health/walk-more/")]
    [InlineData("https://news.example.org/health/walk-more", "https://news.example.org/2026/walk-more")]
    [InlineData("https://news.example.org/walk-more", "https://news.example.org/?p=123")]
    [InlineData("https://news.example.org/health/walk-more", "https://consent.example.com/")]
    [InlineData("https://news.example.org/?p=123", "https://www.news.example.org/")]
    [InlineData("https://news.example.org/en", "https://news.example.org/")]
    [InlineData("https://news.example.org/404", "https://news.example.org/404")]
    public void Other_redirects_say_nothing(string asked, string answered) => Assert.False(SoftMisses.Is(new(asked), new(answered)));
}

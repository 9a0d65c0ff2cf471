using Wellread.Refresh.PageChecks;

namespace Wellread.Tests.Refresh.PageChecks;

public sealed class SoftMissesTests
{
    [Theory]
    [InlineData("https://news.example/walk", "https://news.example/login?next=%2Fwalk", true)]
    [InlineData("https://news.example/walk", "https://id.news.example/account/Sign-In/", true)]
    [InlineData("https://news.example/walk", "https://news.example/2026/walk", false)]
    [InlineData("https://news.example/walk", "https://news.example/login/walk", false)]
    [InlineData("https://news.example/login", "https://www.news.example/login", false)]
    public void Who_is_sent_to_a_login_has_to_log_in(string asked, string answered, bool expected) => Assert.Equal(expected, LoginPages.Is(new Uri(asked), new Uri(answered)));

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

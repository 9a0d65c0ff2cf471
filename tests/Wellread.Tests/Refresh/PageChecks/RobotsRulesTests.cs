using Wellread.Refresh.PageChecks;

namespace Wellread.Tests.Refresh.PageChecks;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/news/1", true)]
    [InlineData("User-agent: *\nDisallow: /", "/news/1", false)]
    [InlineData("User-agent: *\nDisallow:", "/news/1", true)]
    [InlineData("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/open/1", true)]
    [InlineData("User-agent: *\nDisallow: /private\nAllow: /private/open", "/private/1", false)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Wellread\nDisallow: /private", "/news/1", true)]
    [InlineData("User-agent: wellread\nDisallow: /\n\nUser-agent: *\nAllow: /", "/news/1", false)]
    [InlineData("User-agent: other\nDisallow: /", "/news/1", true)]
    [InlineData("User-agent: other\nUser-agent: *\nDisallow: /", "/news/1", false)]
    [InlineData("user-agent : *\r\n  DISALLOW : /news # not for programs\r\n", "/news/1", false)]
    [InlineData("User-agent: *\nCrawl-delay: 10\nDisallow: /*.pdf$", "/news/1.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/news/1.pdf?page=2", true)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/news/1?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/a1b2c3c", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/a1b2c3", true)]
    [InlineData("User-agent: *\nDisallow: /ab*ba$", "/aba", true)]
    [InlineData("User-agent: *\nDisallow: /news$", "/news/1", true)]
    [InlineData("User-agent: *\nDisallow: /news*", "/news", false)]
    [InlineData("Disallow: /\nsomething else\n:\nUser-agent", "/news/1", true)]
    [InlineData("<!doctype html><title>No such page</title>", "/news/1", true)]
    public void A_site_says_what_programs_may_look_at(string rules, string path, bool may) =>
        Assert.Equal(may, RobotsRules.Parse(rules).Allow(new Uri($"https://news.example.org{path}")));

    [Fact]
    public void A_hostile_file_costs_little()
    {
        var page = new Uri($"https://news.example.org/{new string('a', 2_000)}");
        foreach (var stars in new[] { new string('*', 400), string.Concat(Enumerable.Repeat("*a", 200)) })
        {
            var rules = "User-agent: *\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Disallow: /{stars}{i}$\n"));
            Assert.True(RobotsRules.Parse(rules).Allow(page));
        }
    }
}

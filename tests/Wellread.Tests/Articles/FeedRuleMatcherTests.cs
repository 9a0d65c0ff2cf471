using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class FeedRuleMatcherTests
{
    [Theory]
    [InlineData("flu shot", true)]
    [InlineData("Flu Shot.", true)]
    [InlineData("FLÚ", true)]
    [InlineData("shot flu", false)]
    [InlineData("sho", false)]
    [InlineData("sho*", true)]
    [InlineData("hild*", false)]
    [InlineData("child*", true)]
    [InlineData("nutrition", true)]
    [InlineData("Healthy eating", true)]
    [InlineData("press-releases", true)]
    [InlineData("title:nutrition", false)]
    [InlineData("topic:nutrition", true)]
    [InlineData("TOPIC: nutrition", true)]
    [InlineData("link:flu", false)]
    [InlineData("link:2026", true)]
    [InlineData("note: flu", false)]
    public void A_rule_is_a_word_or_a_phrase_in_the_title_the_link_or_the_topics(string rule, bool says)
    {
        var article = Make.Article("x") with { Title = "Who needs a flu shot? Children first", Link = "https://flu.example/press-releases/2026/7", Topics = ["nutrition"] };
        Assert.Equal(says, FeedRuleMatcher.Allows(new FeedRules([rule], []), article));
        Assert.Equal(!says, FeedRuleMatcher.Allows(new FeedRules([], [rule]), article));
    }

    [Fact]
    public void Block_wins_over_keep_and_no_rule_lets_all_through()
    {
        var article = Make.Article("Flu season");
        Assert.False(FeedRuleMatcher.Allows(new FeedRules(["flu"], ["season"]), article));
        Assert.True(FeedRuleMatcher.Allows(FeedRules.None, article));
    }
}

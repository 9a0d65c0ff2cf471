using Wellread.Articles;
using Wellread.Suggestions;
using Wellread.Tests.Support;
using static Wellread.Tests.Suggestions.Ranked;

namespace Wellread.Tests.Suggestions;

/// <summary>What a practice shared and turned down moves what comes next.</summary>
public sealed class RankingHistoryTests
{
    [Fact]
    public void What_was_shared_last_is_not_the_topic_of_the_next_three()
    {
        var shared = Decided(Make.Article("shared", topics: ["sleep"]), DecisionAction.Shared);
        var articles = Enumerable.Range(0, 4).Select(i => Make.Article($"sleep{i}", feed: $"feed_{i}", topics: ["sleep"]))
            .Concat(Enumerable.Range(0, 4).Select(i => Make.Article($"other{i}", feed: $"feed_{i}", topics: [TopicCatalog.All[i].Slug], daysOld: 40)));
        Assert.DoesNotContain(Rank(articles, decided: [shared]).Take(3), suggestion => suggestion.Candidate.Article.Topics[0] == "sleep");
    }

    [Fact]
    public void One_topic_is_never_twice_in_a_row_while_others_are_left()
    {
        var articles = Enumerable.Range(0, 12).Select(i => Make.Article($"a{i}", feed: $"feed_{i}", topics: [i % 2 == 0 ? "sleep" : "heart"], daysOld: i % 2 == 0 ? 1 : 30));
        var topics = Rank(articles).Select(suggestion => suggestion.Candidate.Article.Topics[0]).ToList();
        for (var i = 1; i < topics.Count; i++) Assert.NotEqual(topics[i - 1], topics[i]);
    }

    [Fact]
    public void A_source_has_at_most_a_third_of_what_was_shared_lately_and_comes_next()
    {
        var shared = Enumerable.Range(0, 3).Select(i => Decided(Make.Article($"shared{i}", feed: "feed_loud", topics: ["sleep"]), DecisionAction.Shared, daysAgo: 2 + i)).ToList();
        var articles = Enumerable.Range(0, 6).Select(i => Make.Article($"loud{i}", feed: "feed_loud", topics: [TopicCatalog.All[i].Slug]))
            .Concat(Enumerable.Range(0, 6).Select(i => Make.Article($"other{i}", feed: $"feed_{i}", topics: [TopicCatalog.All[i + 10].Slug], daysOld: 60)));
        Assert.DoesNotContain(Rank(articles, decided: shared).Take(5), suggestion => suggestion.Candidate.Article.Source.FeedId == "feed_loud");
        var alone = Rank(articles.Where(article => article.Source.FeedId == "feed_loud"), decided: shared);
        Assert.Equal(6, alone.Count);
    }

    [Fact]
    public void What_a_practice_often_shares_comes_earlier_and_what_it_turns_down_later_but_comes()
    {
        var decided = Enumerable.Range(0, 8).SelectMany(i => new[]
        {
            Decided(Make.Article($"yes{i}", feed: "feed_a", topics: ["sleep"]), DecisionAction.Shared, daysAgo: 10 + i),
            Decided(Make.Article($"no{i}", feed: "feed_b", topics: ["heart"]), DecisionAction.Reject, RejectReason.TooTechnical, daysAgo: 20 + i),
        }).Append(Decided(Make.Article("last", feed: "feed_c", topics: ["dental"]), DecisionAction.Shared)).ToList();
        Article[] both = [Make.Article("heart", feed: "feed_b", topics: ["heart"]), Make.Article("sleep", feed: "feed_a", topics: ["sleep"], daysOld: 3)];
        Assert.Equal(["heart", "sleep"], Titles(Rank(both)));
        var ranked = Rank(both, decided: decided, options: new RankingOptions { MaxSourceShare = 1 });
        Assert.Equal(["sleep", "heart"], Titles(ranked));
        Assert.Equal("You often share Source feed_a.", Reason(ranked[0], "often-shared-source"));
        Assert.Equal("You often share this topic: Sleep.", Reason(ranked[0], "often-shared-topic"));
        Assert.Equal(["heart", "sleep"], Titles(Rank(both, decided: decided, options: new RankingOptions { Learning = 0, MaxSourceShare = 1 })));
    }

    [Fact]
    public void What_repeats_a_story_shared_within_thirteen_months_comes_last_of_all()
    {
        var again = Make.Article("again", feed: "feed_b", topics: ["sun-and-skin"]) with { Title = "Sunscreen for children: tips for summer 2026" };
        var weak = Make.Article("weak", feed: "feed_c", daysOld: 300);
        weak = weak with { Assessment = weak.Assessment! with { SecondChoice = true } };
        var before = Make.Article("before", topics: ["sun-and-skin"]) with { Title = "Tips for summer 2025: sunscreen for your child" };
        var ranked = Rank([again, weak], decided: [Decided(before, DecisionAction.Shared, daysAgo: 370)]);
        Assert.Equal(["weak", again.Title], Titles(ranked));
        Assert.Equal("Comes last: you shared one like it on 18 November 2025, “Tips for summer 2025: sunscreen for your child”.", Reason(ranked[1], "repeat"));
        Assert.Equal([again.Title, "weak"], Titles(Rank([again, weak], decided: [Decided(before, DecisionAction.Shared, daysAgo: 410)])));
        Assert.Equal([again.Title, "weak"], Titles(Rank([again, weak], decided: [Decided(before, DecisionAction.Reject, RejectReason.NotToday, daysAgo: 20)])));
        Assert.Equal(["weak", again.Title], Titles(Rank([again, weak], decided: [Decided(before, DecisionAction.Reject, RejectReason.OffTopic, daysAgo: 20)])));
    }

    [Fact]
    public void A_title_is_a_repeat_also_where_a_topic_is_missing_or_has_another_name_now()
    {
        var again = Make.Article("again", feed: "feed_b", topics: ["sun-and-skin"]) with { Title = "Sunscreen for children: tips for summer 2026" };
        var before = Make.Article("before", topics: ["sun-and-skin"]) with { Title = "Tips for summer 2025: sunscreen for your child" };
        foreach (var (now, then) in new[] { (again, before with { Topics = [] }), (again, before with { Topics = ["sunburn-of-old"] }), (again with { Topics = [] }, before) })
            Assert.Equal(["weak", again.Title], Titles(Rank([now, Make.Article("weak", feed: "feed_c", daysOld: 30)], decided: [Decided(then, DecisionAction.Shared, daysAgo: 200)])));
    }

    [Fact]
    public void A_repeat_says_what_was_done_with_the_one_before()
    {
        var again = Make.Article("again", feed: "feed_b", topics: ["sun-and-skin"]) with { Title = "Sunscreen for children: tips for summer 2026" };
        var before = Make.Article("before", topics: ["sun-and-skin"]) with { Title = "Tips for summer 2025: sunscreen for your child" };
        var plan = Decided(before, DecisionAction.Shared, daysAgo: 2);
        plan = plan with { Decisions = [plan.Latest with { SharedAt = Make.Morning.AddDays(10) }] };
        Assert.StartsWith("You plan to share one like it on 3 December 2026.", Rank([again], decided: [plan])[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("You said yes to one like it on 21 November 2026.", Rank([again], decided: [Decided(before, DecisionAction.Approve, daysAgo: 2)])[0].Why, StringComparison.Ordinal);
        Assert.StartsWith(
            "You turned down one like it on", Rank([again], decided: [Decided(before, DecisionAction.Reject, RejectReason.AlreadyKnown, daysAgo: 2)])[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_planned_for_later_does_not_hide_what_was_shared_last()
    {
        Article[] both = [Make.Article("heart", topics: ["heart"], daysOld: 1), Make.Article("sleep", feed: "feed_b", topics: ["sleep"], daysOld: 2)];
        var shared = Decided(Make.Article("shared", feed: "feed_c", topics: ["heart"]), DecisionAction.Shared, daysAgo: 1);
        var plan = Decided(Make.Article("planned", feed: "feed_d", topics: ["sleep"]), DecisionAction.Shared, daysAgo: 2);
        plan = plan with { Decisions = [plan.Latest with { SharedAt = Make.Morning.AddDays(300) }] };
        Assert.Equal(["sleep", "heart"], Titles(Rank(both, decided: [shared, plan], options: new RankingOptions { Learning = 0 })));
    }

    [Fact]
    public void Decisions_made_later_do_not_move_the_order_that_a_page_began_with()
    {
        var articles = Enumerable.Range(0, 40).Select(i => Make.Article($"a{i}", feed: $"feed_{i % 7}", topics: [TopicCatalog.All[i % 9].Slug], daysOld: i / 3.0)).ToList();
        var early = Decided(articles[3], DecisionAction.Shared, daysAgo: 1);
        var later = articles.Skip(5).Take(10).Select(article => Decided(article, DecisionAction.Reject, RejectReason.OffTopic, daysAgo: -0.1)).ToList();
        Assert.Equal(Titles(Rank(articles, decided: [early])), Titles(Rank(articles, decided: [early, .. later])));
    }

    private static string? Reason(RankedSuggestion suggestion, string code) => suggestion.Reasons.SingleOrDefault(reason => reason.Code == code)?.Text;
}

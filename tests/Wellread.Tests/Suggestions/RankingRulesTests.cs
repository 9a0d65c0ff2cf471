using System.Collections.Frozen;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Suggestions.Rules;
using Wellread.Tests.Support;
using static Wellread.Tests.Suggestions.Ranked;

namespace Wellread.Tests.Suggestions;

/// <summary>Two articles alike but for one thing: which comes first, and in which words.</summary>
public sealed class RankingRulesTests
{
    private static readonly ObservanceOccurrence DiabetesDay = Observed("World Diabetes Day", new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 30), "diabetes");

    [Fact]
    public void What_reads_above_the_practices_target_comes_later()
    {
        var hard = Make.Article("hard", feed: "feed_b", topics: ["sleep"]) is var article ? article with { Assessment = article.Assessment! with { Grade = 11 } } : null!;
        Article[] both = [hard, Make.Article("plain", daysOld: 2)];
        Assert.Equal(["plain", "hard"], Titles(Rank(both)));
        Assert.Equal(["hard", "plain"], Titles(Rank(both, AnyPractice with { TargetGrade = 12 })));
        Assert.Equal("It reads above your target of grade 8.", Reason(Rank(both)[1], "above-grade"));
    }

    [Fact]
    public void What_fits_an_observance_in_the_next_two_weeks_comes_first_and_says_so()
    {
        Article[] both = [Make.Article("sugar", feed: "feed_b", topics: ["diabetes"], daysOld: 4), Make.Article("sleep", topics: ["sleep"])];
        Assert.Equal(["sleep", "sugar"], Titles(Rank(both)));
        var ranked = Rank(both, seasons: [DiabetesDay]);
        Assert.Equal(["sugar", "sleep"], Titles(ranked));
        Assert.Equal("Fits World Diabetes Day on 30 November.", Reason(ranked[0], "season"));
        Assert.Equal("It fits World Diabetes Day on 30 November. It came out on Thursday and reads at about grade 6.", ranked[0].Why);
    }

    [Fact]
    public void A_day_that_is_narrower_than_its_topic_fits_only_what_names_its_subject()
    {
        var day = new DateOnly(2026, 11, 25);
        var rabies = Observed("World Rabies Day", day, day, "infections", "vaccines");
        rabies = rabies with { Observance = rabies.Observance with { Covers = ["vaccines"], Words = ["rabies", "rabia"] } };
        Article[] both = [Make.Article("Measles: what to do", feed: "feed_b", topics: ["infections"]), Make.Article("Bitten? Think of rabies", topics: ["vaccines"], daysOld: 4)];
        var ranked = Rank(both, seasons: [rabies]);
        Assert.Equal(["Bitten? Think of rabies", "Measles: what to do"], Titles(ranked));
        Assert.Equal("Fits World Rabies Day on 25 November.", Reason(ranked[0], "season"));
        Assert.Null(Reason(ranked[1], "season"));
    }

    [Theory]
    [InlineData("nutrition", null)]
    [InlineData("nutrition diabetes", 0.25)]
    [InlineData("diabetes nutrition", 0.5)]
    [InlineData("eyes", 0.25)]
    public void What_only_touches_an_observance_does_not_fit_it(string topics, double? fit)
    {
        var (start, end) = (new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        var month = Observed("National Diabetes Month", start, end, "diabetes", "nutrition");
        month = month with { Observance = month.Observance with { Covers = ["eyes"] } };
        var ranked = Rank([Make.Article("Six easy meals", topics: topics.Split(' '))], seasons: [month])[0];
        Assert.Equal(fit is null ? null : "Fits National Diabetes Month until 30 November.", Reason(ranked, "season"));
        Assert.Equal(fit ?? 0, ranked.Figures.Single(rule => rule.Rule == "season").Points / new RankingOptions().Season, 9);
    }

    [Fact]
    public void A_source_that_is_not_trusted_comes_behind_the_others_until_something_of_it_is_taken()
    {
        Article[] both = [Make.Article("Walk each day", feed: "feed_a", topics: ["exercise"], publisher: PublisherType.Government), Make.Article("Sleep well", feed: "feed_b", topics: ["sleep"], daysOld: 60)];
        var refused = Decided(Make.Article("Eat well", feed: "feed_a"), DecisionAction.Reject, RejectReason.DoNotTrustSource, daysAgo: 3);
        Assert.Equal(["Walk each day", "Sleep well"], Titles(Rank(both)));
        var ranked = Rank(both, decided: [refused]);
        Assert.Equal(["Sleep well", "Walk each day"], Titles(ranked));
        Assert.Equal("Comes later: you said that you do not trust Source feed_a.", Reason(ranked[1], "distrusted-source"));
        Assert.StartsWith("You said that you do not trust this source. ", ranked[1].Why, StringComparison.Ordinal);
        Assert.Equal(["Walk each day", "Sleep well"], Titles(Rank(both, decided: [refused, Decided(Make.Article("Move more", feed: "feed_a"), DecisionAction.Shared, daysAgo: 2)])));
        Assert.Equal(["Walk each day", "Sleep well"], Titles(Rank(both, AnyPractice with { TrustedSources = ["feed_a"] }, decided: [refused])));
        Assert.Equal(["Walk each day", "Sleep well"], Titles(Rank(both, decided: [refused], options: new RankingOptions { Learning = 0 })));
    }

    [Fact]
    public void What_was_tried_on_animals_or_is_of_little_use_fits_no_health_day()
    {
        var mice = Make.Article("Mice fed berries have less sugar", topics: ["diabetes"]);
        mice = mice with { Assessment = mice.Assessment! with { Cautions = AssessmentCautions.AnimalStudy } };
        Assert.Null(Reason(Rank([mice], seasons: [DiabetesDay])[0], "season"));
        var bikini = mice with { Assessment = mice.Assessment! with { Cautions = AssessmentCautions.None, SecondChoice = true } };
        Assert.Null(Reason(Rank([bikini], seasons: [DiabetesDay])[0], "season"));
    }

    [Theory]
    [InlineData("Why adults need a hepatitis B shot", true)]
    [InlineData("Why adults need a measles shot", false)]
    [InlineData("After the wash: your hands and your skin", false)]
    [InlineData("Wash your hands like a surgeon", true)]
    [InlineData("Lávese las manos", true)]
    [InlineData("Women’s hearts are not like men’s", true)]
    public void A_title_names_a_subject_in_words_phrases_and_any_ending(string title, bool says) =>
        Assert.Equal(says, SubjectTerms.Of(["hepatitis", "wash* your hand", "lávese las manos", "womens heart"]).AreSaidIn(FoldedWords.From(title)));

    [Theory]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("2026-12-08", "2026-12-08")]
    public void An_observance_that_is_over_or_far_ahead_changes_nothing(string start, string end)
    {
        Article[] both = [Make.Article("sugar", feed: "feed_b", topics: ["diabetes"], daysOld: 4), Make.Article("sleep", topics: ["sleep"])];
        Assert.Equal(["sleep", "sugar"], Titles(Rank(both, seasons: [DiabetesDay with { Start = DateOnly.Parse(start, null), End = DateOnly.Parse(end, null) }])));
    }

    [Theory]
    [InlineData(AssessmentCautions.Hype, "hype")]
    [InlineData(AssessmentCautions.SingleStudy, "single-study")]
    [InlineData(AssessmentCautions.AnimalStudy, "animal-study")]
    [InlineData(AssessmentCautions.PressRelease, "press-release")]
    internal void Big_promises_and_thin_evidence_come_later(AssessmentCautions cautions, string code)
    {
        var thin = Make.Article("thin", feed: "feed_b", topics: ["sleep"]);
        var ranked = Rank([thin with { Assessment = thin.Assessment! with { Cautions = cautions } }, Make.Article("fine", daysOld: 3)]);
        Assert.Equal(["fine", "thin"], Titles(ranked));
        Assert.StartsWith("Comes later: ", Reason(ranked[1], code), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trusted_source_comes_first_and_a_blocked_source_or_word_not_at_all()
    {
        var practice = AnyPractice with { TrustedSources = ["feed_b"], BlockedSources = ["feed_c"], BlockedWords = ["vaping", "miracle*"] };
        var ranked = Rank(
            [
                Make.Article("one"), Make.Article("two", feed: "feed_b", topics: ["sleep"], daysOld: 5), Make.Article("three", feed: "feed_c"), Make.Article("Vaping and you"),
                Make.Article("four", topics: ["heart"]) with { Summary = "Some call these pills miracles." },
            ],
            practice);
        Assert.Equal(["two", "one"], Titles(ranked));
        Assert.Equal("You trust this source: Source feed_b.", Reason(ranked[0], "trusted-source"));
    }

    [Fact]
    public void A_topic_that_the_practice_weighs_with_nothing_comes_only_when_it_is_asked_for()
    {
        var practice = AnyPractice with { TopicWeights = new Dictionary<string, double> { ["menopause"] = 0 }.ToFrozenDictionary() };
        Article[] both = [Make.Article("hot", topics: ["menopause"]), Make.Article("food")];
        Assert.Equal(["food"], Titles(Rank(both, practice)));
        Assert.Equal(["hot"], Titles(Rank(both, practice, topic: "menopause")));
    }

    [Fact]
    public void Government_stands_before_an_academic_source_before_the_news_before_anyone()
    {
        PublisherType[] tiers = [PublisherType.Other, PublisherType.News, PublisherType.Academic, PublisherType.Government];
        var ranked = Rank(tiers.Select((tier, i) => Make.Article($"{tier}", feed: $"feed_{i}", topics: [TopicCatalog.All[i].Slug], publisher: tier)));
        Assert.Equal(["Government", "Academic", "News", "Other"], Titles(ranked));
    }

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

    [Fact]
    public void The_figures_of_the_rules_add_up_to_the_points()
    {
        var ranked = Rank([Make.Article("one"), Make.Article("two", topics: ["sleep", "heart"], publisher: PublisherType.Government)], seasons: [DiabetesDay]);
        Assert.All(ranked, suggestion => Assert.Equal(suggestion.Placed.Points - suggestion.Placed.Lost, suggestion.Figures.Sum(rule => rule.Points), 9));
        Assert.Contains(ranked[0].Figures, rule => rule.Rule == "topic-fit" && rule.Figures.Contains(new RuleFigure("sleep.weight", 1)));
    }

    [Fact]
    public void Colleagues_need_nothing_easy()
    {
        var hard = Make.Article("hard", audience: ArticleAudience.Colleagues, probability: 0.05);
        hard = hard with { Assessment = hard.Assessment! with { Grade = 16, Cautions = AssessmentCautions.SingleStudy } };
        var easier = Make.Article("easier", feed: "feed_b", topics: ["sleep"], audience: ArticleAudience.Colleagues, probability: 0.39, daysOld: 1.1);
        Assert.Equal(["hard", "easier"], Titles(Rank([hard, easier], channel: ChannelInfo.Find("linkedin"))));
    }

    private static string? Reason(RankedSuggestion suggestion, string code) => suggestion.Reasons.SingleOrDefault(reason => reason.Code == code)?.Text;
}

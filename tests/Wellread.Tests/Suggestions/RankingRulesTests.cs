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

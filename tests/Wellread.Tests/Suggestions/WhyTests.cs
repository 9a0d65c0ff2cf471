using System.Collections.Frozen;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Scoring;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;
using static Wellread.Tests.Suggestions.Ranked;

namespace Wellread.Tests.Suggestions;

public sealed class WhyTests
{
    private static readonly string[] Sources =
    [
        "MedlinePlus", "CDC", "NHS", "Centers for Disease Control and Prevention", "National Institute of Diabetes and Digestive and Kidney Diseases", "Mayo Clinic",
        "St. Jude", "Dr. Oz?", "Harvard Health", "Universidad Nacional Autónoma de México", "The Guardian", "A", "American Academy of Otolaryngology",
    ];

    private static readonly string[] Observances =
        ["World Diabetes Day", "National Cholesterol Education Month", "World Antimicrobial Resistance Awareness Week", "No Smoking Day", "Great American Smokeout", "World AIDS Day"];

    private static readonly AssessmentCautions[] Cautions = [AssessmentCautions.None, AssessmentCautions.Hype, AssessmentCautions.SingleStudy, AssessmentCautions.AnimalStudy];

    [Fact]
    public void Every_why_is_two_sentences_that_read_at_grade_8_or_lower()
    {
        var whys = Enumerable.Range(0, 4000).Select(Generate).Distinct().ToList();
        Assert.True(whys.Count > 1000);
        foreach (var why in whys)
        {
            // Proper names are what they are.
            var plain = Sources.Concat(Observances).OrderByDescending(name => name.Length).Aggregate(why, (text, name) => text.Replace($" {name}", " Kim", StringComparison.Ordinal));
            Assert.True(ReadingGrade.OfEnglish(plain) <= 8, $"grade {ReadingGrade.OfEnglish(plain):F1}: {why}");
            Assert.Matches(@"^[^.!?]+\. [^.!?]+\.$", why);
        }
    }

    [Fact]
    public void The_strongest_reason_of_the_practice_comes_first()
    {
        var article = Make.Article("sugar", topics: ["diabetes"], publisher: PublisherType.Government, daysOld: 0);
        var day = Observed("World Diabetes Day", new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 23), "diabetes");
        var trusting = AnyPractice with { TrustedSources = ["feed_a"] };
        var asking = AnyPractice with { TopicWeights = new Dictionary<string, double> { ["diabetes"] = 2 }.ToFrozenDictionary() };
        Assert.StartsWith("It fits World Diabetes Day today. It came out today", Rank([article], trusting, seasons: [day])[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("It is from Source feed_a, which you trust.", Rank([article], trusting)[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("You asked for pieces on diabetes.", Rank([article], asking)[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("It is from Source feed_a, a public health source.", Rank([article])[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_specialtys_topic_is_nothing_that_the_practice_asked_for()
    {
        var article = Make.Article("quit", topics: ["smoking"]);
        var dental = new PracticeSettings { Specialty = "dental" };
        var asking = dental with { TopicWeights = new Dictionary<string, double> { ["smoking"] = 1.6 } };

        var (ofSpecialty, asked) = (Rank([article], dental.ToPractice("default", 1))[0], Rank([article], asking.ToPractice("default", 1))[0]);

        Assert.StartsWith("It is on quitting smoking, which fits your kind of practice.", ofSpecialty.Why, StringComparison.Ordinal);
        Assert.Equal("It fits your kind of practice: Quitting smoking.", ofSpecialty.Reasons.Single(reason => reason.Code == "specialty-topic").Text);
        Assert.StartsWith("You asked for pieces on quitting smoking.", asked.Why, StringComparison.Ordinal);
        Assert.Contains(asked.Reasons, reason => reason.Code == "preferred-topic");
    }

    [Theory]
    [InlineData("National Influenza Vaccination Week")]
    [InlineData("World Antimicrobial Resistance Awareness Week")]
    public void A_health_day_is_named_whatever_it_does_to_the_reading_grade(string name)
    {
        var ranked = Rank([Make.Article("sugar", topics: ["diabetes"])], seasons: [Observed(name, new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 28), "diabetes")]);
        Assert.StartsWith($"It fits {name} until 28 November. ", ranked[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_gives_no_date_is_not_said_to_be_new()
    {
        var undated = Make.Article("virus") with { Dating = ArticleDating.Guess, FirstSeen = Make.Morning.AddHours(-1) };
        var ranked = Rank([undated])[0];
        Assert.EndsWith(" It gives no date and reads at about grade 6.", ranked.Why, StringComparison.Ordinal);
        Assert.Equal("No date is given; we first saw it today. Check that it still holds.", ranked.Reasons.Single(reason => reason.Code == "undated").Text);
        Assert.Equal("It is from February 2022, as its text says. Check that it still holds.", Rank([undated with { Dating = ArticleDating.Text, Published = new(2022, 2, 1, 12, 0, 0, TimeSpan.Zero) }])[0]
            .Reasons.Single(reason => reason.Code == "older").Text);
    }

    [Fact]
    public void What_was_taken_back_says_so_first()
    {
        var taken = Candidate.From(Make.Article("Retracted: walk for your heart"));
        var (_, context) = Question([taken.Article], AnyPractice, [], new RankingOptions(), []);
        Assert.Equal("Its publisher has taken this back. Do not share it.", SuggestionRanker.Explain(new Placed(taken, 0, 0, null), context).Why);
    }

    [Fact]
    public void A_caution_is_in_the_second_sentence()
    {
        var article = Make.Article("mice");
        article = article with { Assessment = article.Assessment! with { Cautions = AssessmentCautions.AnimalStudy } };
        Assert.EndsWith("It came out yesterday and reads at about grade 6, but it was not tested in people.", Rank([article])[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void LinkedIn_is_named_only_where_the_practice_has_it_on()
    {
        var article = Make.Article("study", audience: ArticleAudience.Colleagues);
        var off = AnyPractice with { Channels = AnyPractice.Channels.SetItem((int)Channel.Linkedin, AnyPractice.Policy(Channel.Linkedin) with { Enabled = false }) };
        var channel = ChannelInfo.Of(Channel.Linkedin);
        Assert.EndsWith("and is for health staff, so it fits LinkedIn.", Rank([article], AnyPractice, channel: channel)[0].Why, StringComparison.Ordinal);
        Assert.EndsWith("and is for health staff.", Rank([article], off, channel: channel)[0].Why, StringComparison.Ordinal);
    }

    private static string Generate(int seed)
    {
        var random = new Random(seed);
        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        var topic = Pick(TopicCatalog.All).Slug;
        var article = Make.Article(
            $"a{seed}", topics: [topic], publisher: Pick(Enum.GetValues<PublisherType>()), daysOld: Pick([0.0, 1, 3, 40, 400]),
            audience: Pick([ArticleAudience.Patients, ArticleAudience.Patients, ArticleAudience.Colleagues]));
        article = article with
        {
            Source = article.Source with { Name = Pick(Sources) },
            Assessment = article.Assessment! with { Grade = Pick([1.0, 5.4, 8, 12, 18]), Cautions = Pick(Cautions) },
        };
        var start = new DateOnly(2026, 11, 23).AddDays(Pick([-3, 0, 5]));
        ObservanceOccurrence[] season = [Observed(Pick(Observances), start, start.AddDays(Pick([0, 6, 29])), topic)];
        var practice = Pick([AnyPractice, AnyPractice with { TrustedSources = ["feed_a"] }, AnyPractice with { TopicWeights = new Dictionary<string, double> { [topic] = 3 }.ToFrozenDictionary() }, AnyPractice with { Specialty = Pick(SpecialtyCatalog.All).Slug }]);
        var decided = Pick([false, true]) ? Enumerable.Range(0, 5).Select(i => Decided(article with { Id = $"art_{i}", Title = $"t{i}" }, DecisionAction.Shared, daysAgo: 3 + i)).ToList() : [];
        if (Pick([0, 1, 2]) == 0) decided = [.. decided, Decided(article with { Id = "art_same", Title = "Sunscreen guide for children" }, DecisionAction.Shared, daysAgo: 90)];
        article = article with { Title = "Sunscreen guide for children" };
        var channel = article.Assessment!.Audience == ArticleAudience.Colleagues ? ChannelInfo.Find("linkedin") : null;
        return Rank([article], practice, decided, seasons: Pick([0, 1, 2]) == 0 ? [.. season] : [], channel: channel)[0].Why;
    }
}

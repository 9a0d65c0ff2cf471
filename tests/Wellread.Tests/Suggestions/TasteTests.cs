using Wellread.Articles;
using Wellread.Suggestions;

namespace Wellread.Tests.Suggestions;

public sealed class TasteTests
{
    private static readonly RankingOptions Usual = new();

    [Fact]
    public void What_is_taken_more_often_than_the_rest_is_raised_and_what_nobody_decided_on_is_left_alone()
    {
        var taste = Of([.. Times(6, Took("sleep", "feed_a")), .. Times(6, Refused("dental", "feed_b", RejectReason.OffTopic))]);
        Assert.True(taste.Topic(Place("sleep")) > 0.2);
        Assert.True(taste.Topic(Place("dental")) < -0.2);
        Assert.Equal(0, taste.Topic(Place("heart")), 12);
        Assert.Equal(0, taste.Source("feed_c"), 12);
        Assert.True(taste.Source("feed_a") > taste.Source("feed_b"));
    }

    [Fact]
    public void A_practice_that_takes_everything_prefers_nothing()
    {
        var taste = Of([.. Times(50, Took("sleep", "feed_a")), .. Times(50, Took("dental", "feed_b"))]);
        Assert.InRange(taste.Topic(Place("sleep")) - taste.Topic(Place("dental")), -0.1, 0.1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Too_technical_counts_more_than_not_today(int times)
    {
        // Something else is taken, so that there is a usual to fall short of.
        var others = Times(20, Took("sleep", "feed_c")).ToList();
        var technical = Of([.. others, .. Times(times, Refused("heart", "feed_a", RejectReason.TooTechnical, grade: 11))]);
        var later = Of([.. others, .. Times(times, Refused("heart", "feed_a", RejectReason.NotToday, grade: 11))]);
        Assert.True(technical.Source("feed_a") < later.Source("feed_a"));
        Assert.True(technical.Topic(Place("heart")) < later.Topic(Place("heart")));
        Assert.True(technical.GradeShift < 0);
        Assert.Equal(0, later.GradeShift);
    }

    [Fact]
    public void Nothing_is_lowered_or_raised_without_end()
    {
        var taste = Of([.. Times(2000, Refused("heart", "feed_a", RejectReason.TooTechnical, grade: 16)), .. Times(2000, Took("sleep", "feed_b", grade: 16))]);
        Assert.InRange(taste.Topic(Place("heart")), -Taste.Bound, 0);
        Assert.InRange(taste.Source("feed_a"), -Taste.Bound, 0);
        Assert.InRange(taste.Topic(Place("sleep")), 0, Taste.Bound);
        Assert.InRange(taste.GradeShift, -Taste.MostEasier, Taste.MostHarder);
    }

    [Fact]
    public void What_was_decided_lately_counts_more()
    {
        var options = new RankingOptions { TasteHalfLife = 20 };
        var changed = Taste.Of([.. Times(50, Took("heart", "feed_a")), .. Times(50, Refused("heart", "feed_a", RejectReason.OffTopic)), .. Times(10, Took("sleep", "feed_b"))], 8, options);
        var other = Taste.Of([.. Times(50, Refused("heart", "feed_a", RejectReason.OffTopic)), .. Times(50, Took("heart", "feed_a")), .. Times(10, Took("sleep", "feed_b"))], 8, options);
        Assert.True(changed.Topic(Place("heart")) < other.Topic(Place("heart")));
    }

    [Fact]
    public void Sources_are_not_blamed_for_a_topic_nor_topics_for_a_source()
    {
        var taste = Of([.. Times(10, Took("sleep", "feed_b")), .. Times(10, Refused("heart", "feed_a", RejectReason.DoNotTrustSource))]);
        Assert.Equal(0, taste.Topic(Place("heart")), 12);
        Assert.True(taste.Source("feed_a") < -0.5);
    }

    private static Taste Of(IReadOnlyList<TasteEvent> events) => Taste.Of(events, 8, Usual);

    private static IEnumerable<TasteEvent> Times(int count, TasteEvent decision) => Enumerable.Repeat(decision, count);

    private static TasteEvent Took(string topic, string feed, double grade = 6) => new(DecisionAction.Shared, null, TopicCodes.Of([topic]), feed, grade);

    private static TasteEvent Refused(string topic, string feed, RejectReason reason, double grade = 6) => new(DecisionAction.Reject, reason, TopicCodes.Of([topic]), feed, grade);

    private static int Place(string topic) => TopicCatalog.IndexOf(topic);
}

using Wellread.Articles;
using Wellread.Suggestions;
using Wellread.Suggestions.Rules;
using Wellread.Tests.Support;
using static Wellread.Tests.Suggestions.Ranked;

namespace Wellread.Tests.Suggestions;

/// <summary>Headlines that speak of a day hold until it is over.</summary>
public sealed class TimelinessTests
{
    [Theory]
    [InlineData("Skipping meals before Thanksgiving?", "2026-11-20", "2026-12-02")]
    [InlineData("Thanksgiving leftovers: how long are they safe?", "2026-11-27", "2026-12-02")]
    [InlineData("What we learnt on Thanksgiving", "2026-12-10", "2027-12-01")]
    [InlineData("Black Friday stress: how to keep calm", "2026-11-24", "2026-12-02")]
    [InlineData("Your New Year’s resolution can last", "2026-12-29", "2027-02-03")]
    [InlineData("Comer bien en Navidad", "2026-12-15", "2026-12-29")]
    [InlineData("World AIDS Day: get tested for HIV", "2026-11-26", "2026-12-06")]
    [InlineData("Día Mundial del Sida: hágase la prueba", "2026-11-26", "2026-12-06")]
    [InlineData("National Diabetes Month: know your risk", "2026-11-02", "2026-12-12")]
    [InlineData("It is Mental Health Awareness Week", "2026-05-11", "2026-05-25")]
    [InlineData("FDA recall: infant formula", "2026-11-20", "2026-12-11")]
    [InlineData("Onions recalled in ten states", "2026-11-25", "2026-12-16")]
    [InlineData("Retirado del mercado un lote de queso", "2026-11-25", "2026-12-16")]
    [InlineData("Free flu shots this weekend", "2026-11-20", "2026-11-28")]
    [InlineData("Protéjase del sol este verano", "2026-07-05", "2026-10-13")]
    public void A_headline_that_speaks_of_a_day_says_until_when_it_holds(string title, string published, string until) =>
        Assert.Equal(DateOnly.Parse(until, null), TitleExpiry.Of(title, DateOnly.Parse(published, null))?.LastDay);

    [Theory]
    [InlineData("How to walk more every day")]
    [InlineData("National study: an hour a day helps the heart")]
    [InlineData("World Cup fans: how to sleep in another time zone")]
    [InlineData("Why we recall faces but forget names")]
    [InlineData("Can you recall your last tetanus shot?")]
    [InlineData("Six weeks pregnant: what to expect")]
    [InlineData("Esta vacuna protege toda la vida")]
    [InlineData("This is what smoking does to your skin")]
    public void Most_headlines_hold_at_any_time(string title) => Assert.Null(TitleExpiry.Of(title, new DateOnly(2026, 11, 20)));

    [Fact]
    public void What_is_over_comes_later_and_says_why()
    {
        Article[] both = [Make.Article("Spring allergies this weekend", feed: "feed_b", topics: ["allergies"], daysOld: 9), Make.Article("sleep", topics: ["sleep"], daysOld: 40)];
        var ranked = Rank(both);
        Assert.Equal(["sleep", "Spring allergies this weekend"], Titles(ranked));
        Assert.Equal("Comes later: its headline speaks of days that are over.", Assert.Single(ranked[1].Reasons, reason => reason.Code == "out-of-date").Text);
        Assert.Equal(["Spring allergies this weekend", "sleep"], Titles(Rank(both, options: new RankingOptions { Timeliness = 0 })));
    }

    [Fact]
    public void A_health_day_that_is_still_to_come_is_not_over()
    {
        var day = new DateOnly(2026, 11, 30);
        Article[] both = [Make.Article("World Sugar Day: what to know", feed: "feed_b", topics: ["diabetes"], daysOld: 15), Make.Article("sleep", topics: ["sleep"], daysOld: 30)];
        Assert.Equal(["sleep", "World Sugar Day: what to know"], Titles(Rank(both)));
        Assert.Equal(["World Sugar Day: what to know", "sleep"], Titles(Rank(both, seasons: [Observed("World Sugar Day", day, day, "diabetes")])));
    }
}

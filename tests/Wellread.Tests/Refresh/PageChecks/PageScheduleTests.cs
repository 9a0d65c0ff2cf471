using Wellread.Articles;
using Wellread.Refresh.PageChecks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

public sealed class PageScheduleTests
{
    private static readonly Article Article = Make.Article("walk-more");

    [Fact]
    public void Nobody_looks_at_what_nobody_shares_or_is_about_to()
    {
        Assert.Null(PageSchedule.Next(Article, null, isTop: false, Make.Morning));
        Assert.Null(PageSchedule.Next(Looked(Make.Morning), null, isTop: false, Make.Morning));
        Assert.Null(PageSchedule.Next(Article, Make.Morning.AddDays(-366), isTop: false, Make.Morning));
    }

    [Fact]
    public void What_is_shared_or_about_to_be_suggested_is_looked_at_at_once()
    {
        Assert.True(PageSchedule.Next(Article, Make.Morning, isTop: false, Make.Morning) <= Make.Morning);
        Assert.True(PageSchedule.Next(Article, null, isTop: true, Make.Morning) <= Make.Morning);
    }

    [Fact]
    public void Who_looked_just_before_it_was_shared_looks_again_in_the_next_round_and_then_as_usual()
    {
        var (shared, now) = (Make.Morning.AddMinutes(5), Make.Morning.AddMinutes(6));
        Assert.True(PageSchedule.Next(Looked(Make.Morning), shared, isTop: true, now) <= now);
        Assert.True(PageSchedule.Next(Looked(Make.Morning) with { Page = new PageCheck(Make.Morning, PageState.Ok) { MissedAt = Make.Morning } }, shared, isTop: false, now) <= now);
        Assert.InRange(PageSchedule.Next(Looked(now), shared, isTop: true, now)!.Value, now.AddHours(5.4), now.AddHours(6.6));
        // What is planned for later is not out yet.
        Assert.InRange(PageSchedule.Next(Looked(Make.Morning), shared, isTop: false, Make.Morning.AddMinutes(1))!.Value, now.AddHours(5), now.AddHours(7));
    }

    [Theory]
    [InlineData(0, 0.25)]
    [InlineData(0.5, 0.25)]
    [InlineData(4, 1)]
    [InlineData(20, 5)]
    [InlineData(200, 14)]
    public void What_was_shared_is_looked_at_often_at_first_and_more_seldom_later(double daysSince, double daysToNext)
    {
        var shared = Make.Morning.AddDays(-daysSince);
        var wait = PageSchedule.Next(Looked(Make.Morning), shared, isTop: false, Make.Morning)!.Value - Make.Morning;
        Assert.InRange(wait.TotalDays, daysToNext * 0.9, daysToNext * 1.1);
    }

    [Fact]
    public void It_ends_after_a_year()
    {
        var shared = Make.Morning.AddDays(-364);
        Assert.NotNull(PageSchedule.Next(Looked(Make.Morning), shared, isTop: false, Make.Morning));
        Assert.Null(PageSchedule.Next(Looked(Make.Morning), shared, isTop: false, Make.Morning.AddDays(2)));
    }

    [Fact]
    public void A_miss_is_looked_at_again_within_the_hour()
    {
        var missed = Article with { Page = new PageCheck(Make.Morning, PageState.Ok) { MissedAt = Make.Morning } };
        Assert.Equal(Make.Morning.AddMinutes(45), PageSchedule.Next(missed, null, isTop: false, Make.Morning));
        Assert.True(TimeSpan.FromMinutes(45) >= PageHistory.MissesApart);
    }

    [Fact]
    public void What_is_in_doubt_may_be_settled_within_a_year()
    {
        var doubted = Article with { Page = new PageCheck(Make.Morning, PageState.Ok) { Paper = new PaperNotice(PaperStanding.Concern, DatedAt: null) { SeenAt = Make.Morning } } };
        Assert.InRange(PageSchedule.Next(doubted, null, isTop: false, Make.Morning)!.Value, Make.Morning.AddDays(6.3), Make.Morning.AddDays(7.7));
        Assert.Null(PageSchedule.Next(doubted, null, isTop: false, Make.Morning.AddDays(366)));
        var corrected = doubted with { Page = doubted.Page! with { Paper = new PaperNotice(PaperStanding.Corrected, DatedAt: null) } };
        Assert.Null(PageSchedule.Next(corrected, null, isTop: false, Make.Morning));
        var told = corrected with { Page = corrected.Page! with { Paper = null }, Notice = doubted.Page.Paper };
        Assert.NotNull(PageSchedule.Next(told, null, isTop: false, Make.Morning));
        Assert.Null(PageSchedule.Next(told, null, isTop: false, Make.Morning.AddDays(366)));
        var headline = Article with { Page = new PageCheck(Make.Morning, PageState.Ok) { Headline = "Retracted: Walk more" } };
        Assert.NotNull(PageSchedule.Next(headline, null, isTop: false, Make.Morning));
    }

    [Fact]
    public void What_is_closed_may_come_back_for_two_months()
    {
        var closed = Article with { Page = new PageCheck(Make.Morning, PageState.Paywalled) { Since = Make.Morning } };
        Assert.InRange(PageSchedule.Next(closed, null, isTop: false, Make.Morning)!.Value, Make.Morning.AddDays(6.3), Make.Morning.AddDays(7.7));
        Assert.Null(PageSchedule.Next(closed, null, isTop: false, Make.Morning.AddDays(61)));
    }

    [Fact]
    public void Articles_of_one_day_are_spread_over_time_and_each_keeps_its_own()
    {
        var times = Enumerable.Range(0, 50).Select(i => Make.Article($"a{i}") with { Page = new PageCheck(Make.Morning, PageState.Ok) })
            .Select(article => PageSchedule.Next(article, null, isTop: true, Make.Morning)).ToList();
        Assert.True(times.Distinct().Count() > 30);
        Assert.Equal(times[0], PageSchedule.Next(Make.Article("a0") with { Page = new PageCheck(Make.Morning, PageState.Ok) }, null, isTop: true, Make.Morning));
    }

    private static Article Looked(DateTimeOffset at) => Article with { Page = new PageCheck(at, PageState.Ok) };
}

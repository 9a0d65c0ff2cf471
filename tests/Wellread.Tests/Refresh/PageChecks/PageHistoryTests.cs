using Wellread.Articles;
using Wellread.Refresh.PageChecks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

public sealed class PageHistoryTests
{
    private static readonly PageLook Readable = new PageLook.Readable(null);
    private static readonly PageLook Missing = new PageLook.Missing();
    private static readonly PageLook Unclear = new PageLook.Unclear();

    [Fact]
    public void A_page_is_gone_when_it_was_missed_twice_half_an_hour_apart()
    {
        var once = After(Readable, Missing);
        Assert.Equal((PageState.Ok, PageState.Missing, false), (once.State, once.Shown, once.IsOpen));
        var soon = PageHistory.After(once, Missing, Hour(1) + TimeSpan.FromMinutes(20));
        Assert.Equal((PageState.Ok, PageState.Missing), (soon.State, soon.Shown));
        var gone = PageHistory.After(soon, Missing, Hour(1) + TimeSpan.FromMinutes(45));
        Assert.Equal((PageState.Gone, Hour(1), null), (gone.State, gone.Since, gone.MissedAt));
        Assert.Equal((PageState.Gone, Hour(1)), (gone.Shown, PageHistory.After(gone, Missing, Hour(9)).Since));
        Assert.Equal(PageState.Gone, PageHistory.After(gone, Unclear, Hour(7)).State);
    }

    [Fact]
    public void What_its_site_says_is_gone_for_good_is_gone_at_once()
    {
        var gone = After(Readable, new PageLook.Missing { IsForGood = true });
        Assert.Equal((PageState.Gone, Hour(1), false), (gone.State, gone.Since, gone.IsOpen));
        Assert.Equal(Hour(0), After(Missing, new PageLook.Missing { IsForGood = true }).Since);
        Assert.Equal(Hour(1), PageHistory.After(gone, new PageLook.Missing { IsForGood = true }, Hour(9)).Since);
    }

    [Fact]
    public void A_notice_in_the_first_headline_that_is_seen_is_news()
    {
        Assert.Equal(Hour(0), After(Says("Correction to: Back pain: keep moving")).HeadlineChangedAt);
        Assert.Null(After(Says("Back pain: keep moving")).HeadlineChangedAt);
    }

    [Fact]
    public void A_hiccup_is_forgotten()
    {
        var back = PageHistory.After(After(Readable, Missing), Readable, Hour(6));
        Assert.Equal((PageState.Ok, null, true), (back.State, back.MissedAt, back.IsOpen));
        Assert.Equal(PageState.Ok, PageHistory.After(back, Missing, Hour(7)).State);
    }

    [Fact]
    public void A_page_that_comes_back_opens_again()
    {
        var gone = PageHistory.After(After(Missing), Missing, Hour(6));
        Assert.Equal(PageState.Gone, gone.State);
        Assert.Equal((PageState.Ok, Hour(30), true), PageHistory.After(gone, Readable, Hour(30)) is var back ? (back.State, back.Since, back.IsOpen) : default);
    }

    [Fact]
    public void A_site_that_is_down_says_nothing_about_a_page_and_takes_nothing_back()
    {
        Assert.True(After(Readable, Unclear) is { State: PageState.Unreachable, IsOpen: true });
        Assert.Equal(PageState.Paywalled, After(new PageLook.Paid(), Unclear).State);
        var missed = After(Readable, Missing, Unclear);
        Assert.Equal(PageState.Gone, PageHistory.After(missed, Missing, Hour(8)).State);
    }

    [Fact]
    public void A_paywall_counts_at_once_and_from_when_it_was_first_seen()
    {
        var paid = After(Readable, new PageLook.Paid(), new PageLook.Paid());
        Assert.Equal((PageState.Paywalled, Hour(1), false), (paid.State, paid.Since, paid.IsOpen));
        Assert.Equal(PageState.Login, After(new PageLook.LoginNeeded()).State);
    }

    [Fact]
    public void Another_headline_counts_once_it_was_seen_twice()
    {
        var first = After(Says("Walking each day helps your heart | Town News"));
        Assert.Equal("Walking each day helps your heart | Town News", first.Headline);
        var once = PageHistory.After(first, Says("Coffee may raise blood pressure"), Hour(1));
        Assert.Null(once.HeadlineChangedAt);
        var twice = PageHistory.After(once, Says("Coffee may raise blood pressure"), Hour(7));
        Assert.Equal(("Coffee may raise blood pressure", "Walking each day helps your heart | Town News", Hour(7)), (twice.Headline, twice.HeadlineBefore, twice.HeadlineChangedAt));
        var back = PageHistory.After(PageHistory.After(once, Says("Walking each day helps your heart"), Hour(7)), Says("Coffee may raise blood pressure"), Hour(13));
        Assert.Null(back.HeadlineChangedAt);
    }

    [Theory]
    [InlineData("Walking each day helps your heart | Town News")]
    [InlineData("Town News: walking each day helps your heart, doctors say")]
    [InlineData("Walking every day helps your heart")]
    [InlineData("WALKING EACH DAY HELPS YOUR HEART!")]
    public void A_site_name_more_or_a_word_polished_is_no_other_headline(string headline)
    {
        var check = After(Says("Walking each day helps your heart"), Says(headline), Says(headline), Says(headline));
        Assert.Null(check.HeadlineChangedAt);
        Assert.Null(check.HeadlineSeenOnce);
    }

    [Theory]
    [InlineData("Vitamin D and falls", "RETRACTED: Vitamin D and falls")]
    [InlineData("Expression of concern: Vitamin D and falls", "Vitamin D and falls")]
    public void A_publishers_notice_in_a_headline_counts_at_once_and_so_does_its_end(string before, string after)
    {
        var check = After(Says(before), Says(after));
        Assert.Equal((after, before, Hour(1)), (check.Headline, check.HeadlineBefore, check.HeadlineChangedAt));
    }

    [Fact]
    public void What_the_registry_says_stays_while_it_does_not_answer_and_goes_when_it_no_longer_says_it()
    {
        var concern = After(Paper(PaperStanding.Concern), Readable);
        Assert.Equal((PaperStanding.Concern, Hour(0), true), (concern.Fate!.Standing, concern.Fate.SeenAt, concern.IsInDoubt));
        Assert.Equal(Hour(0), PageHistory.After(concern, Paper(PaperStanding.Concern), Hour(2)).Fate!.SeenAt);
        Assert.Equal((PaperStanding.Retracted, Hour(2)), PageHistory.After(concern, Paper(PaperStanding.Retracted), Hour(2)).Fate is { } fate ? (fate.Standing, fate.SeenAt) : default);
        var settled = PageHistory.After(concern, Paper(PaperStanding.Stands), Hour(2));
        Assert.Equal((null, false), (settled.Fate, settled.IsInDoubt));
        Assert.False(PageHistory.After(concern, Paper(PaperStanding.Reinstated), Hour(2)).IsInDoubt);
    }

    [Fact]
    public void A_second_correction_is_news()
    {
        var first = After(Paper(PaperStanding.Corrected, Hour(-9)), Paper(PaperStanding.Corrected, Hour(-9)));
        Assert.Equal(Hour(0), first.Paper!.SeenAt);
        Assert.Equal(Hour(2), PageHistory.After(first, Paper(PaperStanding.Corrected, Hour(1)), Hour(2)).Paper!.SeenAt);
    }

    [Fact]
    public void A_retraction_that_an_older_version_saw_holds_until_the_registry_answers()
    {
        var old = new PageCheck(Hour(0), PageState.Ok) { RetractedAt = Hour(0) };
        Assert.Equal((PaperStanding.Retracted, Hour(0)), PageHistory.After(old, Readable, Hour(1)).Fate is { } fate ? (fate.Standing, fate.SeenAt) : default);
        Assert.Equal(Hour(0), PageHistory.After(old, Paper(PaperStanding.Retracted), Hour(1)).Fate!.SeenAt);
        Assert.Null(PageHistory.After(old, Paper(PaperStanding.Stands), Hour(1)).Fate);
    }

    private static PageLook Paper(PaperStanding standing, DateTimeOffset? dated = null) => Readable with { Paper = new PaperNotice(standing, dated) };

    private static PageLook.Readable Says(string headline) => new PageLook.Readable(headline);

    private static DateTimeOffset Hour(int hours) => Make.Morning.AddHours(hours);

    /// <summary>What is known after these looks, an hour apart.</summary>
    private static PageCheck After(params PageLook[] looks)
    {
        PageCheck? check = null;
        for (var i = 0; i < looks.Length; i++) check = PageHistory.After(check, looks[i], Hour(i));
        return check!;
    }
}

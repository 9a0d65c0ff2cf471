using Wellread.Articles;

namespace Wellread.Refresh.PageChecks;

/// <summary>What is known of a page after one more look. Pure.</summary>
internal static class PageHistory
{
    /// <summary>Two misses this far apart are no hiccup.</summary>
    public static readonly TimeSpan MissesApart = TimeSpan.FromMinutes(30);

    public static PageCheck After(PageCheck? before, PageLook look, DateTimeOffset now)
    {
        var known = before ?? new PageCheck(now, PageState.Unreachable);
        if (look.Paper is { } paper) known = known with { Paper = WithTime(paper, known.Fate, now), RetractedAt = null };
        return look switch
        {
            PageLook.Readable readable => WithHeadline(Now(known, PageState.Ok, now), readable.Headline, now),
            PageLook.Paid => Now(known, PageState.Paywalled, now),
            PageLook.LoginNeeded => Now(known, PageState.Login, now),
            PageLook.Missing when known.State == PageState.Gone => known with { CheckedAt = now },
            PageLook.Missing { IsForGood: true } => known with { CheckedAt = now, State = PageState.Gone, Since = known.MissedAt ?? now, MissedAt = null },
            PageLook.Missing when known.MissedAt is { } first && now - first >= MissesApart =>
                known with { CheckedAt = now, State = PageState.Gone, Since = first, MissedAt = null },
            PageLook.Missing => known with { CheckedAt = now, MissedAt = known.MissedAt ?? now },
            // What was found before is not taken back by a site that is down.
            _ => known.State == PageState.Ok ? Now(known, PageState.Unreachable, now) with { MissedAt = known.MissedAt } : known with { CheckedAt = now },
        };
    }

    private static PageCheck Now(PageCheck known, PageState state, DateTimeOffset now) =>
        known with { CheckedAt = now, State = state, Since = known.State == state ? known.Since ?? now : now, MissedAt = null };

    /// <summary>A second correction is news; a retraction that a second source tells as well is not.</summary>
    private static PaperNotice? WithTime(PaperNotice paper, PaperNotice? before, DateTimeOffset now)
    {
        if (paper.Standing == PaperStanding.Stands) return null;
        var isKnown = before?.Standing == paper.Standing && (paper.Standing != PaperStanding.Corrected || paper.DatedAt == before.DatedAt);
        return paper with { SeenAt = isKnown ? before!.SeenAt : now };
    }

    /// <summary>Sites try out headlines on their readers, so another one counts once it was seen twice, but for a publisher's notice, which nobody tries out, and which is news at the first look too.</summary>
    private static PageCheck WithHeadline(PageCheck check, string? headline, DateTimeOffset now)
    {
        if (headline is null) return check;
        if (check.Headline is null) return check with { Headline = headline, HeadlineChangedAt = ArticleNotices.Of(headline) == ArticleNotice.None ? null : now };
        if (!ArticleChanges.AreOtherHeadlines(check.Headline, headline)) return check with { HeadlineSeenOnce = null };
        var isNotice = ArticleNotices.Of(check.Headline) != ArticleNotices.Of(headline);
        return isNotice || (check.HeadlineSeenOnce is { } once && !ArticleChanges.AreOtherHeadlines(once, headline))
            ? check with { Headline = headline, HeadlineSeenOnce = null, HeadlineBefore = check.Headline, HeadlineChangedAt = now }
            : check with { HeadlineSeenOnce = headline };
    }
}

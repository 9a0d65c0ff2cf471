using Wellread.Articles;

namespace Wellread.Refresh.PageChecks;

/// <summary>When the page of an article is looked at next. Pure.</summary>
internal static class PageSchedule
{
    /// <summary>For so long what was shared is looked after.</summary>
    public static readonly TimeSpan LookedAfter = TimeSpan.FromDays(365);

    /// <summary>What was shared is looked at again after a quarter of the time since, within these bounds.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromHours(6);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(14);
    private const int ShareOfAge = 4;

    /// <summary>What was not there is looked at again so soon, to tell a page that is gone from a hiccup.</summary>
    private static readonly TimeSpan AfterMiss = TimeSpan.FromMinutes(45);

    /// <summary>What is about to be suggested, and what could not be opened, or was in doubt, and may have come back.</summary>
    private static readonly TimeSpan Otherwise = TimeSpan.FromDays(7);
    private static readonly TimeSpan ComesBackWithin = TimeSpan.FromDays(60);

    /// <summary>For so long a concern may be settled, or a retraction taken back.</summary>
    private static readonly TimeSpan SettledWithin = TimeSpan.FromDays(365);

    /// <summary>The moment from which on it is due; null where nobody needs to look.</summary>
    /// <param name="article">The article.</param>
    /// <param name="endorsedAt">When a practice last approved or shared it; null where none did.</param>
    /// <param name="isTop">Whether it is about to be suggested.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? Next(Article article, DateTimeOffset? endorsedAt, bool isTop, DateTimeOffset now)
    {
        var isLookedAfter = endorsedAt is { } endorsed && now - endorsed <= LookedAfter;
        if (article.Page is not { } page) return isLookedAfter || isTop ? DateTimeOffset.MinValue : null;
        var mayComeBack = page.IsOpen
            ? (page.IsInDoubt || article.Notice is { Standing: >= PaperStanding.Concern }) && now - (article.Fate?.SeenAt ?? page.HeadlineChangedAt ?? article.FirstSeen) <= SettledWithin
            : now - (page.MissedAt ?? page.Since ?? page.CheckedAt) <= ComesBackWithin;
        if (!isLookedAfter && !isTop && !mayComeBack) return null;
        // Whoever looked did so before it was out, however short a time that was.
        if (isLookedAfter && endorsedAt <= now && page.CheckedAt < endorsedAt) return endorsedAt;
        if (page.MissedAt is not null) return page.CheckedAt + AfterMiss;
        var wait = isLookedAfter ? Clamp((page.CheckedAt - endorsedAt!.Value) / ShareOfAge) : Otherwise;
        return page.CheckedAt + wait * Jitter(article.Id);
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < Soonest ? Soonest : wait > Latest ? Latest : wait;

    /// <summary>From 0.9 to 1.1, the same for an article each time, so that what was shared on one day does not fall due in one minute.</summary>
    private static double Jitter(string id)
    {
        var sum = 0u;
        foreach (var c in id) sum = unchecked((sum * 31) + c);
        return 0.9 + (sum % 1000 / 5000.0);
    }
}

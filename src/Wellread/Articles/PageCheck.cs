using System.Text.Json.Serialization;

namespace Wellread.Articles;

/// <summary>What an article's own page was like when somebody last looked.</summary>
/// <param name="CheckedAt">When that was.</param>
/// <param name="State">What it was like.</param>
internal sealed record PageCheck(DateTimeOffset CheckedAt, PageState State)
{
    /// <summary>When it was first found to be so.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it was first not there, while nobody has looked a second time: one miss may be a hiccup.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>The page's own headline; null where it has none or nobody has read it.</summary>
    public string? Headline { get; init; }

    /// <summary>A headline that was seen once, in place of <see cref="Headline"/>; it counts once it is seen again.</summary>
    public string? HeadlineSeenOnce { get; init; }

    /// <summary>The headline before the last change, and when that was seen.</summary>
    public string? HeadlineBefore { get; init; }

    public DateTimeOffset? HeadlineChangedAt { get; init; }

    /// <summary>What the registry of papers said at the last look that it answered; null where the paper just stands, or is none.</summary>
    public PaperNotice? Paper { get; init; }

    /// <summary>How an older version of Wellread wrote down <see cref="Paper"/>: when it first saw a retraction, a part of one or a concern. It goes with the next answer.</summary>
    public DateTimeOffset? RetractedAt { get; init; }

    /// <summary><see cref="Paper"/>, whoever wrote it.</summary>
    [JsonIgnore]
    public PaperNotice? Fate => Paper ?? (RetractedAt is { } at ? new PaperNotice(PaperStanding.Retracted, DatedAt: null) { SeenAt = at } : null);

    /// <summary>Whether its publisher took it back, or part of it, or warns of it, by the registry or the page's own headline.</summary>
    [JsonIgnore]
    public bool IsInDoubt => Fate is { Standing: >= PaperStanding.Concern } || (Headline is not null && ArticleNotices.Of(Headline) >= ArticleNotice.Concern);

    /// <summary>What to tell of it.</summary>
    [JsonIgnore]
    public PageState Shown => MissedAt is null ? State : PageState.Missing;

    /// <summary>Whether a reader can open it, as far as is known.</summary>
    [JsonIgnore]
    public bool IsOpen => State is PageState.Ok or PageState.Unreachable && MissedAt is null;
}

/// <summary>What a page is like for a reader.</summary>
internal enum PageState
{
    /// <summary>It opens.</summary>
    Ok,

    /// <summary>It is no longer there.</summary>
    Gone,

    /// <summary>Readers have to pay.</summary>
    Paywalled,

    /// <summary>Readers have to log in.</summary>
    Login,

    /// <summary>Nobody knows: its site did not answer, or does not let programs look.</summary>
    Unreachable,

    /// <summary>It was not there at the last look. Shown, never stored: the next look says whether it is gone.</summary>
    Missing,
}

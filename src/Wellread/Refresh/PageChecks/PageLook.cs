using Wellread.Articles;

namespace Wellread.Refresh.PageChecks;

/// <summary>What one look at an article's page gave.</summary>
internal abstract record PageLook
{
    private PageLook() { }

    /// <summary>The identifier that the page gives of the paper it shows; null where it shows none.</summary>
    public string? Doi { get; init; }

    /// <summary>The address that answered, behind all redirects; null where none did.</summary>
    public Uri? AnsweredBy { get; init; }

    /// <summary>What it gives networks to make a card of; null where no web page came.</summary>
    public PageCard? Card { get; init; }

    /// <summary>Where the page leads readers by itself; null where it stays.</summary>
    public Uri? LeadsTo { get; init; }

    /// <summary>What the page calls its own address; null where it does not say.</summary>
    public Uri? OwnAddress { get; init; }

    public bool IsPdf { get; init; }

    /// <summary>True for a web page of which nothing could be read.</summary>
    public bool IsUnread { get; init; }

    /// <summary>What the registry of papers says of the paper; null where it did not answer, or the page shows none.</summary>
    public PaperNotice? Paper { get; init; }

    /// <summary>A reader can open it. <paramref name="Headline"/> is what the page calls itself; null where it does not say.</summary>
    internal sealed record Readable(string? Headline) : PageLook;

    /// <summary>It is not there: 404, 410, or visitors are sent to the site's front page.</summary>
    internal sealed record Missing : PageLook
    {
        /// <summary>True where the site says that it is gone for good (410), which nobody says by mistake.</summary>
        public bool IsForGood { get; init; }
    }

    /// <summary>The publisher says that it is not free.</summary>
    internal sealed record Paid : PageLook;

    /// <summary>The site asks for a password.</summary>
    internal sealed record LoginNeeded : PageLook;

    /// <summary>Nothing can be said: no answer, a fault of the site's own, or it turns programs away. It is not asked for another page in this run.</summary>
    internal sealed record Unclear : PageLook;

    /// <summary>The site's rules do not let programs look at this page.</summary>
    internal sealed record NotAllowed : PageLook;
}

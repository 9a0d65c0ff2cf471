namespace Wellread.Feeds.Parsing;

/// <summary>A feed while it is read.</summary>
internal sealed class FeedDraft : FeedPartDraft
{
    public Choice Language;
    public Choice Rights;
    public Choice Icon;
    public Choice SelfLink;
    public FeedFormat Format { get; set; }
    public bool LooksLikeJournal { get; set; }
    public TimeSpan? TimeToLive { get; set; }
    public string? UpdatePeriod { get; set; }
    public double UpdateFrequency { get; set; } = 1;
    public SortedSet<int> SkipHours { get; } = [];
    public SortedSet<DayOfWeek> SkipDays { get; } = [];
    public List<EntryDraft> Entries { get; } = [];

    public bool IsAtom => Format is FeedFormat.Atom03 or FeedFormat.Atom10;

    /// <summary>Whether nothing at all was found.</summary>
    public bool IsBlank => Entries.Count == 0 && (Title.Value ?? Link.Value ?? Summary.Value ?? Language.Value ?? Id.Value) is null;

    /// <param name="address">Where the document came from, or null.</param>
    /// <param name="repaired">Whether it had to be mended.</param>
    public ParsedFeed Finish(string? address, bool repaired)
    {
        var known = address;
        address ??= SelfLink.Value is { } self && LinkResolver.HasScheme(self) ? self : null;
        // A JSON Feed without a home page has its own address for one.
        var link = LinkOf(Link, address) ?? (Format == FeedFormat.JsonFeed ? address : null);
        // Relative links in RSS are meant against the site, in Atom against the document (RFC 4287, 2).
        var site = link is not null && LinkResolver.HasScheme(link) ? link : null;
        var entryBase = IsAtom ? address ?? site : site ?? address;
        // Only Atom says what a link inside markup is relative to; elsewhere, markup of an unknown place stays as the feed wrote it.
        var inMarkup = IsAtom || known is not null;
        var markupBase = inMarkup ? address : null;
        // RFC 4287, 4.2.1, and JSON Feed 1.1: items without an author have the feed's. An RSS channel names its editor, who is not.
        var entryAuthor = IsAtom || Format == FeedFormat.JsonFeed ? Author.Value : null;
        return new ParsedFeed
        {
            Format = Format,
            Id = IdOf(Id, address),
            Title = MarkupOf(Title, markupBase)?.Trim() ?? link,
            Link = link,
            Description = MarkupOf(Summary, markupBase),
            Language = Language.Value?.Trim().Replace('_', '-'),
            Updated = Updated.Value ?? Newest(entry => entry.Updated),
            Published = Published.Value ?? Newest(entry => entry.Published),
            Author = Author.Value,
            Rights = MarkupOf(Rights, markupBase),
            Image = LinkOf(Image, address),
            Icon = LinkOf(Icon, address),
            Categories = Categories,
            Pace = PaceHints.Make(this),
            LooksLikeJournal = LooksLikeJournal,
            Repaired = repaired,
            Entries = [.. Entries.Select(entry => entry.Finish(entryBase, inMarkup ? entryBase : null, entryAuthor))],
        };
    }

    /// <summary>A JSON Feed has no date of its own.</summary>
    private DateTimeOffset? Newest(Func<EntryDraft, DateChoice> date) =>
        Format == FeedFormat.JsonFeed ? Entries.Max(entry => date(entry).Value) : null;
}

using System.Collections.Immutable;

namespace Wellread.Feeds.Parsing;

/// <summary>A value that several elements can give; the one of the best rank (lowest) wins, the first among equals.</summary>
internal struct Choice
{
    private int _rank;

    public string? Value { get; private set; }

    /// <summary>The base that was in force where the value stood, or null for the feed's own.</summary>
    public string? Base { get; private set; }

    public readonly bool IsBetter(int rank) => Value is null || rank < _rank;

    public void Offer(string? value, int rank, string? baseAddress = null)
    {
        if (!IsBetter(rank) || string.IsNullOrWhiteSpace(value)) return;
        (Value, _rank, Base) = (value, rank, baseAddress);
    }
}

/// <summary>A date that several elements can give, chosen as <see cref="Choice"/> is, but the last among equals; what is no date is no offer.</summary>
internal struct DateChoice
{
    private int _rank;

    public DateTimeOffset? Value { get; private set; }

    public void Offer(string? text, int rank)
    {
        if (Value is not null && rank > _rank) return;
        if (FeedDates.Parse(text) is not { } date) return;
        (Value, _rank) = (date, rank);
    }
}

/// <summary>People named one after another.</summary>
internal struct NameList
{
    private List<string>? _names;
    private int _rank;

    public readonly string? Value => _names is null ? null : string.Join(", ", _names);

    /// <summary>Names of the same rank add up; a better rank replaces what was there.</summary>
    public void Offer(string? name, int rank)
    {
        if (string.IsNullOrWhiteSpace(name) || (_names is not null && rank > _rank)) return;
        if (_names is null || rank < _rank) _names = [];
        _rank = rank;
        if (_names.Count < 100 && !_names.Contains(name.Trim())) _names.Add(name.Trim());
    }
}

/// <summary>What feed and item have in common while they are read.</summary>
internal class FeedPartDraft
{
    private const int MaxCategories = 100;

    private List<string>? _categories;

    /// <summary>The base that <c>xml:base</c> set for the whole part, or null.</summary>
    public string? Base { get; set; }

    public Choice Id;
    public Choice Title;
    public Choice Link;
    public Choice Summary;
    public Choice Image;
    public DateChoice Published;
    public DateChoice Updated;
    public NameList Author;

    public ImmutableArray<string> Categories => [.. _categories ?? []];

    public void AddCategory(string? category)
    {
        if (string.IsNullOrWhiteSpace(category)) return;
        category = category.Trim();
        _categories ??= [];
        if (_categories.Count < MaxCategories && !_categories.Contains(category)) _categories.Add(category);
    }

    /// <summary>Words between commas.</summary>
    public void AddCategories(string list)
    {
        foreach (var category in list.AsSpan().Split(',')) AddCategory(list[category]);
    }
}

/// <summary>An item while it is read.</summary>
internal sealed class EntryDraft : FeedPartDraft
{
    private const int MaxEnclosures = 100;

    private List<(FeedEnclosure Enclosure, string? Base)>? _enclosures;

    public Choice Content;
    public Choice Comments;

    public void AddEnclosure(string? url, string? type, string? length, string? baseAddress)
    {
        if (string.IsNullOrWhiteSpace(url) || _enclosures?.Count >= MaxEnclosures) return;
        long? bytes = long.TryParse(length, out var number) && number > 0 ? number : null;
        (_enclosures ??= []).Add((new FeedEnclosure(url, string.IsNullOrWhiteSpace(type) ? null : type.Trim(), bytes), baseAddress));
    }

    /// <summary>The item with its links absolute: against the base of the place where each stood, else the feed's.</summary>
    /// <param name="feedBase">What links without a base of their own are relative to, or null.</param>
    /// <param name="feedAuthor">Who wrote the items that name nobody, or null.</param>
    public FeedEntry Finish(string? feedBase, string? feedAuthor) => new()
    {
        Id = Id.Value is null ? null : LinkOf(Id, feedBase, onlyRooted: true),
        Title = MarkupOf(Title, feedBase)?.Trim() ?? TitleFallback.Of(Summary.Value ?? Content.Value) ?? (Link.Value is null ? null : LinkOf(Link, feedBase)),
        Link = Link.Value is null ? null : LinkOf(Link, feedBase),
        Published = Published.Value,
        Updated = Updated.Value,
        Author = Author.Value ?? feedAuthor,
        Summary = MarkupOf(Summary, feedBase),
        Content = MarkupOf(Content, feedBase),
        Categories = Categories,
        Enclosures = _enclosures is null ? [] : [.. _enclosures.Select(one => Absolute(one, feedBase)).DistinctBy(one => one.Url)],
        Thumbnail = Image.Value is null ? null : LinkOf(Image, feedBase),
        Comments = Comments.Value is null ? null : LinkOf(Comments, feedBase),
    };

    private static FeedEnclosure Absolute((FeedEnclosure Enclosure, string? Base) one, string? feedBase) =>
        one.Enclosure with { Url = LinkResolver.Resolve(one.Base ?? feedBase, one.Enclosure.Url) };

    internal static string? MarkupOf(Choice choice, string? feedBase) =>
        choice.Value is null ? null : MarkupLinks.Resolve(choice.Value, choice.Base ?? feedBase);

    /// <summary>An id is a link only where it looks like one: <c>/2024/12</c> is, <c>12345</c> is not.</summary>
    internal static string LinkOf(Choice choice, string? feedBase, bool onlyRooted = false) =>
        onlyRooted && !choice.Value!.StartsWith('/') ? choice.Value.Trim() : LinkResolver.Resolve(choice.Base ?? feedBase, choice.Value!);
}

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

    /// <summary>Whether nothing at all was found.</summary>
    public bool IsBlank => Entries.Count == 0 && (Title.Value ?? Link.Value ?? Summary.Value ?? Language.Value ?? Id.Value) is null;

    /// <param name="address">Where the document came from, or null.</param>
    /// <param name="repaired">Whether it had to be mended.</param>
    public ParsedFeed Finish(string? address, bool repaired)
    {
        address ??= SelfLink.Value is { } self && LinkResolver.HasScheme(self) ? self : null;
        // A JSON Feed without a home page has its own address for one.
        var link = Link.Value is not null ? EntryDraft.LinkOf(Link, address) : Format == FeedFormat.JsonFeed ? address : null;
        // Relative links in RSS are meant against the site, in Atom against the document (RFC 4287, 2).
        var site = link is not null && LinkResolver.HasScheme(link) ? link : null;
        var entryBase = Format is FeedFormat.Atom03 or FeedFormat.Atom10 ? address ?? site : site ?? address;
        // RFC 4287, 4.2.1, and JSON Feed 1.1: items without an author have the feed's. An RSS channel names its editor, who is not.
        var entryAuthor = Format is FeedFormat.Atom03 or FeedFormat.Atom10 or FeedFormat.JsonFeed ? Author.Value : null;
        return new ParsedFeed
        {
            Format = Format,
            Id = Id.Value is null ? null : EntryDraft.LinkOf(Id, address, onlyRooted: true),
            Title = EntryDraft.MarkupOf(Title, address)?.Trim() ?? link,
            Link = link,
            Description = EntryDraft.MarkupOf(Summary, address),
            Language = Language.Value?.Trim().Replace('_', '-'),
            Updated = Updated.Value ?? Newest(entry => entry.Updated),
            Published = Published.Value ?? Newest(entry => entry.Published),
            Author = Author.Value,
            Rights = EntryDraft.MarkupOf(Rights, address),
            Image = Image.Value is null ? null : EntryDraft.LinkOf(Image, address),
            Icon = Icon.Value is null ? null : EntryDraft.LinkOf(Icon, address),
            Categories = Categories,
            Pace = PaceHints.Make(this),
            LooksLikeJournal = LooksLikeJournal,
            Repaired = repaired,
            Entries = [.. Entries.Select(entry => entry.Finish(entryBase, entryAuthor))],
        };
    }

    /// <summary>A JSON Feed has no date of its own.</summary>
    private DateTimeOffset? Newest(Func<EntryDraft, DateChoice> date) =>
        Format == FeedFormat.JsonFeed ? Entries.Max(entry => date(entry).Value) : null;
}

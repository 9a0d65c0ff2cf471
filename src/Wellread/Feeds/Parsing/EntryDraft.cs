using System.Globalization;

namespace Wellread.Feeds.Parsing;

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
        long? bytes = long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        (_enclosures ??= []).Add((new FeedEnclosure(url, string.IsNullOrWhiteSpace(type) ? null : type.Trim(), bytes), baseAddress));
    }

    /// <summary>The item with its links absolute: against the base of the place where each stood, else the feed's.</summary>
    /// <param name="feedBase">What links without a base of their own are relative to, or null.</param>
    /// <param name="feedAuthor">Who wrote the items that name nobody, or null.</param>
    public FeedEntry Finish(string? feedBase, string? feedAuthor) => new()
    {
        Id = IdOf(Id, feedBase),
        Title = MarkupOf(Title, feedBase)?.Trim() ?? TitleFallback.Of(Summary.Value ?? Content.Value) ?? LinkOf(Link, feedBase),
        Link = LinkOf(Link, feedBase),
        Published = Published.Value,
        Updated = Updated.Value,
        Author = Author.Value ?? feedAuthor,
        Summary = MarkupOf(Summary, feedBase),
        Content = MarkupOf(Content, feedBase),
        Categories = Categories,
        Enclosures = _enclosures is null ? [] : [.. _enclosures.Select(one => Absolute(one, feedBase)).DistinctBy(one => one.Url)],
        Thumbnail = LinkOf(Image, feedBase),
        Comments = LinkOf(Comments, feedBase),
    };

    private static FeedEnclosure Absolute((FeedEnclosure Enclosure, string? Base) one, string? feedBase) =>
        one.Enclosure with { Url = LinkResolver.Resolve(one.Base ?? feedBase, one.Enclosure.Url) };
}

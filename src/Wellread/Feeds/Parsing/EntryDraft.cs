using System.Collections.Immutable;
using System.Globalization;

namespace Wellread.Feeds.Parsing;

/// <summary>An item while it is read.</summary>
internal sealed class EntryDraft : FeedPartDraft
{
    private List<(FeedEnclosure Enclosure, string? Base)>? _enclosures;

    public Choice Content;
    public Choice Comments;
    public Choice OriginalEnclosure;

    public void AddEnclosure(string? url, string? type, string? length, string? baseAddress)
    {
        if (string.IsNullOrWhiteSpace(url) || _enclosures?.Count >= FeedLimits.MaxEnclosures) return;
        long? bytes = long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        (_enclosures ??= []).Add((new FeedEnclosure(url, string.IsNullOrWhiteSpace(type) ? null : type.Trim(), bytes), baseAddress));
    }

    /// <summary>The item with its links absolute: against the base of the place where each stood, else the feed's.</summary>
    /// <param name="feedBase">What links without a base of their own are relative to, or null.</param>
    /// <param name="markupBase">What links inside markup without a base of its own are relative to, or null to leave them as they are.</param>
    /// <param name="feedAuthor">Who wrote the items that name nobody, or null.</param>
    public FeedEntry Finish(string? feedBase, string? markupBase, string? feedAuthor) => new()
    {
        Id = IdOf(Id, feedBase),
        Title = MarkupOf(Title, markupBase)?.Trim() ?? TitleFallback.Of(Summary.Value ?? Content.Value) ?? LinkOf(Link, feedBase),
        Link = LinkOf(Link, feedBase),
        Published = Published.Value,
        Updated = Updated.Value,
        Author = Author.Value ?? feedAuthor,
        Summary = MarkupOf(Summary, markupBase),
        Content = MarkupOf(Content, markupBase),
        Categories = Categories,
        Enclosures = EnclosuresOf(feedBase),
        Thumbnail = LinkOf(Image, feedBase),
        Comments = LinkOf(Comments, feedBase),
    };

    private ImmutableArray<FeedEnclosure> EnclosuresOf(string? feedBase)
    {
        if (_enclosures is null) return [];
        // Where there are several, nothing tells which of them the original address belongs to.
        if (_enclosures.Count == 1 && LinkOf(OriginalEnclosure, feedBase) is { } original) return [_enclosures[0].Enclosure with { Url = original }];
        return [.. _enclosures.Select(one => Absolute(one, feedBase)).DistinctBy(one => one.Url)];
    }

    private static FeedEnclosure Absolute((FeedEnclosure Enclosure, string? Base) one, string? feedBase) =>
        one.Enclosure with { Url = LinkResolver.Resolve(one.Base ?? feedBase, one.Enclosure.Url) };
}

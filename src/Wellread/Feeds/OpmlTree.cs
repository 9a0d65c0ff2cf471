namespace Wellread.Feeds;

/// <summary>Gathers the feeds of an OPML document while its outlines are opened and closed, whoever reads it.</summary>
/// <param name="strict">A pack of ours: notes may stand in it, and a feed that stands twice is merged later. Else a line without a use is a mistake.</param>
internal sealed class OpmlTree(bool strict)
{
    private readonly Stack<Level> _open = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public string? Title { get; set; }

    public List<OpmlFeed> Feeds { get; } = [];

    public List<OpmlMistake> Mistakes { get; } = [];

    public int Depth => _open.Count;

    public void Open(OpmlOutline outline)
    {
        var outer = _open.TryPeek(out var level) ? level : Level.Top;
        outer.HasChildren = true;
        var off = outer.IsOff || outline.IsOff;
        var isFeed = outline.Address is not null;
        if (outline.Address is { } address) Add(outline, outline.ToFeed(address, !off, message => Report(outline, message)), outer.Folder);
        _open.Push(new Level(outline, off, isFeed || outline.Name is not { } name ? outer.Folder : [.. outer.Folder, name]));
    }

    /// <summary>Closes the innermost outline; an end tag too many is passed over.</summary>
    public void Close()
    {
        if (_open.TryPop(out var level) && !strict && !level.HasChildren && level.Outline!.Address is null) Report(level.Outline, WhyNoFeed(level.Outline));
    }

    public void Report(OpmlOutline outline, string message) => Mistakes.Add(new OpmlMistake(outline.Line, message, outline.Name));

    private void Add(OpmlOutline outline, OpmlFeed? feed, IReadOnlyList<string> folder)
    {
        if (feed is null) return;
        if (strict || _seen.Add($"{FeedId.Of(feed.Url)}\n{string.Join('\n', folder)}")) Feeds.Add(feed with { Folder = folder });
        else Report(outline, "This feed stands in the same folder already.");
    }

    private static string WhyNoFeed(OpmlOutline outline) =>
        outline.PointsToList ? "This line points to another list. Import that list by itself."
        : outline["htmlUrl"] is not null || outline["url"] is not null ? "This line names a site, not a feed (it has no xmlUrl). Look for the site's feeds by its address."
        : "This line has no feed (no xmlUrl), and nothing is inside it.";

    /// <summary>An outline that is open now.</summary>
    private sealed class Level(OpmlOutline? outline, bool isOff, IReadOnlyList<string> folder)
    {
        public static Level Top => new(null, isOff: false, []);

        public OpmlOutline? Outline => outline;

        public bool IsOff => isOff;

        public IReadOnlyList<string> Folder => folder;

        public bool HasChildren { get; set; }
    }
}

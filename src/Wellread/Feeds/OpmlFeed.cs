namespace Wellread.Feeds;

/// <summary>What an OPML document lists, and what in it can't be used: a mistake never hides a feed silently.</summary>
internal sealed record OpmlDocument(string? Title, IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<OpmlMistake> Mistakes);

/// <summary>One feed of an OPML document. A feed in two folders is there twice.</summary>
internal sealed record OpmlFeed(
    Uri Url, string Title, Uri? Homepage, PublisherType Publisher, FeedAudience Audience, string? Language, IReadOnlyList<string> Topics, bool Enabled)
{
    /// <summary>The names of the folders around it, from the outermost; empty where it is in none.</summary>
    public IReadOnlyList<string> Folder { get; init; } = [];

    /// <summary>Where it stands in the document, from 1; 0 for a feed that was not read from one.</summary>
    public int Line { get; init; }
}

/// <summary>What is wrong, and in which line.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong with it, in words.</param>
/// <param name="Name">What the line is called there; null where it has no name.</param>
internal sealed record OpmlMistake(int Line, string Message, string? Name = null);

/// <summary>What became of a list of feeds that an editor brings along.</summary>
internal abstract record OpmlImport
{
    private OpmlImport() { }

    /// <summary>What can be used, and each line that can't or not wholly. A feed stands once in each of its folders.</summary>
    internal sealed record Read(string? Title, IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<OpmlMistake> Mistakes) : OpmlImport;

    /// <summary>
    /// Nothing was read. <paramref name="Code"/> is stable (<c>empty</c>, <c>too-large</c>, <c>too-deep</c>, <c>web-page</c>, <c>a-feed</c>, <c>not-opml</c>,
    /// <c>unsafe-xml</c>); <paramref name="Message"/> is for an editor.
    /// </summary>
    internal sealed record Refused(string Code, string Message) : OpmlImport;
}

namespace Wellread.Feeds;

/// <summary>The topics that a feed can be given. What topics there are is the articles' matter; they put this into the services.</summary>
internal sealed record FeedTopics(IReadOnlyList<string> Slugs)
{
    /// <summary>Whether one of these is no topic.</summary>
    public bool Unknown(IReadOnlyList<string>? topics) => topics?.Except(Slugs, StringComparer.Ordinal).Any() ?? false;
}

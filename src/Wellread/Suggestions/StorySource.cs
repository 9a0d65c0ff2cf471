using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>One of the places where a story is published.</summary>
/// <param name="Id">The feed.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Who publishes it.</param>
/// <param name="ArticleId">The article there.</param>
/// <param name="Url">Its address.</param>
/// <param name="PublishedAt">When it came out there; null where that is not told.</param>
internal sealed record StorySource(string Id, string Name, PublisherType Type, string ArticleId, string Url, DateTimeOffset? PublishedAt)
{
    private const int MaxNamed = 3;

    /// <summary>The sources of a story, those of the article that is shown first. Times are on the practice's clock.</summary>
    public static ImmutableArray<StorySource> Of(Candidate shown, IEnumerable<Candidate> story, Practice practice) =>
    [
        .. story.Where(other => other != shown).Prepend(shown)
            .SelectMany(candidate => candidate.Article.AlsoFrom.Prepend(candidate.Article.Source).Select(source => From(source, candidate.Article, practice)))
            .DistinctBy(source => (source.Id, source.ArticleId)),
    ];

    /// <summary>What it tells an editor that several outlets have the story; null for one.</summary>
    public static AssessmentReason? Reason(ImmutableArray<StorySource> sources)
    {
        var names = sources.Select(source => source.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count < 2) return null;
        var listed = names.Count <= MaxNamed
            ? $"{string.Join(", ", names[..^1])} and {names[^1]}"
            : $"{string.Join(", ", names.Take(MaxNamed))} and {names.Count - MaxNamed} more";
        return new AssessmentReason("several-sources", $"{(names.Count == 2 ? "Two" : names.Count)} sources report this: {listed}.");
    }

    private static StorySource From(ArticleSource source, Article article, Practice practice) =>
        new(source.FeedId, source.Name, source.Publisher, article.Id, article.Link, practice.Local(article.PublishedAt));
}

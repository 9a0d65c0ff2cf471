using Wellread.Articles;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Sharing.Webhooks;

/// <summary>What the two logs say behind a place.</summary>
/// <param name="Decided">What was decided on, each once.</param>
/// <param name="Settings">The practices that were set up or changed.</param>
/// <param name="Articles">The articles that were written or removed, each with the last place that says so.</param>
/// <param name="MissesDecisions">True where the log no longer reaches back that far, so that all decisions have to be looked at.</param>
/// <param name="MissesArticles">The same of articles.</param>
/// <param name="HasMore">True where a log may say more behind that.</param>
/// <param name="End">Up to where this is.</param>
internal sealed record LogNews(
    IReadOnlyList<DecidedPair> Decided, IReadOnlySet<string> Settings, Dictionary<string, long> Articles, bool MissesDecisions, bool MissesArticles, bool HasMore, LogPositions End)
{
    private const int PageSize = 500;

    public bool IsNone => Decided.Count == 0 && Settings.Count == 0 && Articles.Count == 0 && !MissesDecisions && !MissesArticles;

    public static async Task<LogNews> ReadAsync(IStorage storage, LogPositions behind, CancellationToken cancellationToken)
    {
        var practices = await storage.ReadLogAsync(Partitions.Practices, behind.Practices, PageSize, cancellationToken);
        var library = await storage.ReadLogAsync(Partitions.Library, behind.Library, PageSize, cancellationToken);
        var decided = practices.Entries
            .Where(entry => entry.Kind == DecisionStore.Kind && entry.Id.Contains(':', StringComparison.Ordinal))
            .GroupBy(entry => entry.Id, StringComparer.Ordinal)
            .Select(entries => PairOf(entries.Key, [.. entries.Select(entry => entry.Position)]))
            .ToList();
        var settings = practices.Entries.Where(entry => entry.Kind == PracticeStore.Kind).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var articles = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var entry in library.Entries.Where(entry => entry.Kind == ArticleStore.Kind)) articles[entry.Id] = entry.Position;
        var hasMore = practices.Entries.Count == PageSize || library.Entries.Count == PageSize;
        return new LogNews(decided, settings, articles, practices.Truncated, library.Truncated, hasMore, new LogPositions(practices.Last, library.Last));
    }

    /// <summary>The ends of both logs: whoever begins here misses nothing that is written later.</summary>
    public static async Task<LogPositions> EndAsync(IStorage storage, CancellationToken cancellationToken)
    {
        var practices = await storage.ReadLogAsync(Partitions.Practices, long.MaxValue, 1, cancellationToken);
        var library = await storage.ReadLogAsync(Partitions.Library, long.MaxValue, 1, cancellationToken);
        return new LogPositions(practices.Last, library.Last);
    }

    private static DecidedPair PairOf(string id, IReadOnlyList<long> positions)
    {
        var parts = id.Split(':', 2);
        return new DecidedPair(parts[0], parts[1], positions);
    }
}

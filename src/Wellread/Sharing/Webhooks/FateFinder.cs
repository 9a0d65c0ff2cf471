using System.Text.Json;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;

namespace Wellread.Sharing.Webhooks;

/// <summary>
/// Finds what has become of articles that practices stand behind, and remembers in the same batch what they were told, so that each change is told once: documents
/// <c>told/PRACTICE:ARTICLE</c>.
/// </summary>
internal sealed class FateFinder(IStorage storage, CurrentPractices practices, EventGuard guard)
{
    private const string Kind = "told";

    /// <param name="batch">Takes what is remembered.</param>
    /// <param name="news">What the logs say.</param>
    /// <param name="snapshot">What there is, at least as new as the logs.</param>
    /// <param name="isFirst">True where nothing was ever told: what changed before is remembered, and told to nobody.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<WebhookEvent>> FindAsync(
        StorageBatch batch, LogNews news, SuggestionSnapshot snapshot, bool isFirst, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var touched = Touched(news, snapshot);
        var all = isFirst || news.MissesArticles || news.MissesDecisions;
        var pairs = snapshot.Decisions.Endorsing(all ? null : touched).Select(one => (Practice: one.PracticeId, one.History.ArticleId))
            .Concat(news.Decided.Select(pair => (pair.Practice, pair.ArticleId)))
            .Distinct().ToList();
        var told = await ToldAsync([.. pairs.Select(pair => IdOf(pair.Practice, pair.ArticleId))], cancellationToken);
        var events = new List<WebhookEvent>();
        foreach (var (practiceId, articleId) in pairs)
        {
            var id = IdOf(practiceId, articleId);
            var candidate = snapshot.Find(articleId);
            if (guard.Try(practiceId, articleId, () => new Fate(candidate is null or { Article.IsSample: true }
                ? null : SuggestionChange.Of(candidate, snapshot, snapshot.Decisions.Of(practiceId)))) is not { Change: var change }) continue;
            var tells = change is null ? null : ToldChange.Of(change, candidate!.Article);
            if (tells == told.GetValueOrDefault(id)) continue;
            if (tells is null) batch.Delete(Kind, id);
            else batch.Put(Kind, id, JsonSerializer.SerializeToUtf8Bytes(tells, WebhookJson.Default.ToldChange));
            var isOld = isFirst && !touched.Contains(articleId);
            if (change is not null && !isOld && practices.Find(practiceId) is { } practice) events.Add(ArticleFates.Of(change, candidate!.Article, practice, now));
        }

        return events;
    }

    /// <summary>Adds to a batch that nobody was ever told anything.</summary>
    public async Task ForgetAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        await foreach (var document in storage.ListAsync(Partitions.Webhooks, Kind, cancellationToken)) batch.Delete(Kind, document.Id);
    }

    /// <summary>The articles that were written, and those of their stories: of one article another can tell that it was corrected.</summary>
    private static HashSet<string> Touched(LogNews news, SuggestionSnapshot snapshot)
    {
        var touched = news.Articles.ToHashSet(StringComparer.Ordinal);
        foreach (var candidate in news.Articles.Select(snapshot.Live.Find).OfType<Candidate>())
            touched.UnionWith(snapshot.Live.Story(candidate).Select(other => other.Article.Id));
        return touched;
    }

    private async Task<IReadOnlyDictionary<string, ToldChange>> ToldAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return new Dictionary<string, ToldChange>();
        var documents = await storage.GetManyAsync(Partitions.Webhooks, Kind, ids, cancellationToken);
        return documents.ToDictionary(document => document.Id, document => JsonSerializer.Deserialize(document.Body.Span, WebhookJson.Default.ToldChange)!, StringComparer.Ordinal);
    }

    /// <summary>What has become of an article; a null change is none, a null fate is one that could not be made out.</summary>
    private sealed record Fate(SuggestionChange? Change);

    private static string IdOf(string practiceId, string articleId) => $"{practiceId}:{articleId}";
}

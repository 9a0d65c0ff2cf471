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
        var pairs = snapshot.Decisions.Endorsing(all ? null : touched.Keys).Select(one => (Practice: one.PracticeId, one.History.ArticleId))
            .Concat(news.Decided.Select(pair => (pair.Practice, pair.ArticleId)))
            .Distinct().ToList();
        var told = await ToldAsync([.. pairs.Select(pair => IdOf(pair.Practice, pair.ArticleId))], cancellationToken);
        var events = new List<WebhookEvent>();
        foreach (var (practiceId, articleId) in pairs)
        {
            var id = IdOf(practiceId, articleId);
            long? position = touched.TryGetValue(articleId, out var place) ? place : null;
            // What breaks stays untold, and is told when it no longer does.
            if (guard.Try(id, () => FateOf(practiceId, articleId, snapshot, position, now)) is not { } fate || fate.Tells == told.GetValueOrDefault(id)) continue;
            if (fate.Tells is null) batch.Delete(Kind, id);
            else batch.Put(Kind, id, JsonSerializer.SerializeToUtf8Bytes(fate.Tells, WebhookJson.Default.ToldChange));
            var isOld = isFirst && position is null;
            if (fate.Event is { } one && !isOld) events.Add(one);
        }

        return events;
    }

    /// <summary>Adds to a batch that nobody was ever told anything.</summary>
    public async Task ForgetAsync(StorageBatch batch, CancellationToken cancellationToken)
    {
        await foreach (var document in storage.ListAsync(Partitions.Webhooks, Kind, cancellationToken)) batch.Delete(Kind, document.Id);
    }

    private Fate FateOf(string practiceId, string articleId, SuggestionSnapshot snapshot, long? position, DateTimeOffset now)
    {
        if (snapshot.Find(articleId) is not { Article: { IsSample: false } article } candidate
            || SuggestionChange.Of(candidate, snapshot, snapshot.Decisions.Of(practiceId), practices.Find(practiceId), now) is not { } change) return new Fate(null, null);
        return new Fate(ToldChange.Of(change, article), practices.Find(practiceId) is { } practice ? ArticleFates.Of(change, article, practice, position, now) : null);
    }

    /// <summary>The articles that were written, with their places in the log, and those of their stories: of one article another can tell that it was corrected.</summary>
    private static Dictionary<string, long> Touched(LogNews news, SuggestionSnapshot snapshot)
    {
        var touched = new Dictionary<string, long>(news.Articles, StringComparer.Ordinal);
        foreach (var (id, position) in news.Articles)
        {
            if (snapshot.Live.Find(id) is not { } candidate) continue;
            foreach (var other in snapshot.Live.Story(candidate).Select(one => one.Article.Id)) touched[other] = Math.Max(position, touched.GetValueOrDefault(other));
        }

        return touched;
    }

    private async Task<IReadOnlyDictionary<string, ToldChange>> ToldAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return new Dictionary<string, ToldChange>();
        var documents = await storage.GetManyAsync(Partitions.Webhooks, Kind, ids, cancellationToken);
        // Where it can't be read, better told twice than never.
        return documents.Select(document => (document.Id, Told: guard.Try(document.Id, () => JsonSerializer.Deserialize(document.Body.Span, WebhookJson.Default.ToldChange))))
            .Where(one => one.Told is not null)
            .ToDictionary(one => one.Id, one => one.Told!, StringComparer.Ordinal);
    }

    /// <summary>What has become of an article; nulls where nothing has.</summary>
    private sealed record Fate(ToldChange? Tells, WebhookEvent? Event);

    private static string IdOf(string practiceId, string articleId) => $"{practiceId}:{articleId}";
}

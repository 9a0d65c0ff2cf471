using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

/// <summary>An approved article as it was approved, and when it comes out.</summary>
internal sealed record OutboxItem(Article Article, DateTimeOffset Published);

/// <summary>
/// What a practice approved and has not shared yet. Tools that read it post it, so it holds only what may go out as it stands: no samples, and nothing that its publisher
/// corrected, took back, closed or removed since. Pure.
/// </summary>
internal static class OutboxItems
{
    /// <summary>Items come out this far apart at least: several tools take items of one minute for one, or post them on top of each other.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    /// <summary>The oldest first. What is approved in quick succession comes out minute by minute, so that no time lies ahead of <paramref name="now"/>.</summary>
    public static IEnumerable<OutboxItem> Due(SuggestionSnapshot snapshot, Practice practice, DateTimeOffset now)
    {
        var board = snapshot.Decisions.Of(practice.Id);
        var approved = board.All
            .Select(history => (history.ArticleId, Decision: history.Standing))
            .Where(item => item.Decision is { Action: DecisionAction.Approve, Article: not null })
            .OrderBy(item => item.Decision!.At).ThenBy(item => item.ArticleId, StringComparer.Ordinal);
        DateTimeOffset? last = null;
        foreach (var (articleId, decision) in approved)
        {
            // Feeds have whole seconds.
            var at = decision!.At.AddTicks(-(decision.At.Ticks % TimeSpan.TicksPerSecond));
            var published = last is { } before && before + Apart > at ? before + Apart : at;
            if (published > now) yield break;
            last = published;
            if (ArticleOf(articleId, decision, snapshot, board) is { } article) yield return new OutboxItem(article, published);
        }
    }

    /// <summary>The article in the words that were decided on; null where it must not go out.</summary>
    public static Article? ArticleOf(string articleId, Decision decision, SuggestionSnapshot snapshot, DecisionBoard board)
    {
        if (decision.Article is not { } then) return null;
        if (snapshot.Find(articleId) is not { } candidate) return Remembered(articleId, decision, then);
        if (candidate.Article.IsSample || SuggestionChange.Of(candidate, snapshot, board) is { Kind: >= ArticleChange.Corrected }) return null;
        return candidate.Article with { Title = then.Title, Summary = then.Summary, Link = then.Link };
    }

    /// <summary>An article that is no longer kept, from what the decision holds of it.</summary>
    private static Article Remembered(string articleId, Decision decision, DecidedArticle then) => new()
    {
        Id = articleId,
        Link = then.Link,
        Title = then.Title,
        Summary = then.Summary,
        Language = LanguageDetector.DetectScored($"{then.Title}\n{then.Summary}"),
        Topics = Slugs(then.Topics),
        SensitiveTopics = Slugs(decision.SensitiveTopics),
        Source = new ArticleSource(then.FeedId ?? "", then.Source, PublisherType.Other, FeedAudience.Unknown),
        Published = decision.At,
        FirstSeen = decision.At,
    };

    private static ImmutableArray<string> Slugs(string? slugs) => [.. (slugs ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

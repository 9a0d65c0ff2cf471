using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Outgoing;
using Wellread.Suggestions.Today;

namespace Wellread.Sharing.Outbox;

/// <summary>An approved article as it was approved, and when it comes out.</summary>
internal sealed record OutboxItem(Article Article, OutboxEntry Entry, DateTimeOffset Published);

/// <summary>
/// What a practice approved and has not shared on a channel yet. Tools that read it post it, so it holds only what may go out as it stands: nothing that has a
/// <see cref="OutboxBar"/>, each in its turn, and nothing while the channel is off. Pure.
/// </summary>
internal static class OutboxItems
{
    /// <summary>What is out and what waits, the oldest first. What is not out by now has a time that may still move.</summary>
    public static IEnumerable<OutboxItem> All(SuggestionSnapshot snapshot, Practice practice, ChannelInfo channel)
    {
        if (!practice.Policy(channel.Channel).Enabled) return [];
        var board = snapshot.Decisions.Of(practice.Id);
        var turns = ChannelTurns.Of(board, practice, channel);
        return board.All
            .Select(history => turns.EntryOf(history, snapshot.Find(history.ArticleId)?.Audience))
            .OfType<OutboxEntry>()
            .Select(entry => (Entry: entry, At: turns.Of(entry)?.At ?? (entry.Approval.GoesTo is null ? ChannelClock.Whole(entry.Approval.OutAt) : DateTimeOffset.MaxValue)))
            // What finds no turn does not come out.
            .Where(due => due.At < DateTimeOffset.MaxValue)
            .OrderBy(due => due.At)
            .Select(due => GoingOut(due.Entry, snapshot, board, practice) is { } article ? new OutboxItem(article, due.Entry, due.At) : null)
            .OfType<OutboxItem>();
    }

    /// <summary>The article in the words that were approved; null where it must not go out.</summary>
    public static Article? GoingOut(OutboxEntry entry, SuggestionSnapshot snapshot, DecisionBoard board, Practice practice) =>
        OutboxBar.WhyNot(entry, snapshot, board, practice) is null ? InWordsOf(entry.Words, entry.History.ArticleId, snapshot) : null;

    /// <summary>The article in the words that were decided on; null where nobody knows them.</summary>
    public static Article? InWordsOf(Decision decision, string articleId, SuggestionSnapshot snapshot)
    {
        if (decision.Article is not { } then) return null;
        return snapshot.Find(articleId)?.Article is { } article ? article with { Title = then.Title, Summary = then.Summary, Link = then.Link } : Remembered(articleId, decision, then);
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
        Source = new ArticleSource(
            then.FeedId ?? "", then.Source, PublisherType.Other, then.Audience == ArticleAudience.Colleagues ? FeedAudience.Professional : FeedAudience.Unknown),
        Published = decision.At,
        FirstSeen = decision.At,
    };

    private static ImmutableArray<string> Slugs(string? slugs) => [.. (slugs ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

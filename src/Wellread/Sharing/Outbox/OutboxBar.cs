using Wellread.Practices;
using Wellread.Suggestions;
using Wellread.Suggestions.Outgoing;
using Wellread.Suggestions.Rules;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// Why what was approved does not go out to other tools, in words. Nobody looks at it again before it is posted, so whatever an editor would be told to check is a bar
/// here. Pure.
/// </summary>
internal static class OutboxBar
{
    /// <summary>Null where it goes out.</summary>
    public static string? WhyNot(OutboxEntry entry, SuggestionSnapshot snapshot, DecisionBoard board, Practice practice)
    {
        if (entry.Words.Article is null) return "An older version of Wellread took this approval and did not keep its words. Approve it again.";
        if (snapshot.Find(entry.History.ArticleId) is { } candidate && WhyNot(entry, candidate, snapshot, board) is { } reason) return reason;
        return OutboxItems.InWordsOf(entry.Words, entry.History.ArticleId, snapshot) is { } article && SafetyRule.Lets(article, practice) && LetsAsItIs(article.Id, snapshot, practice)
            ? null
            : "Your practice blocks its source, or a word in it, by now.";
    }

    /// <summary>What has changed since is asked of the approval whose words would go out: a later share on another channel has seen others.</summary>
    private static string? WhyNot(OutboxEntry entry, Candidate candidate, SuggestionSnapshot snapshot, DecisionBoard board)
    {
        if (candidate.Article.IsSample) return "It is an invented sample.";
        if (SuggestionChange.Since(entry.Words, candidate, snapshot, shared: [], _ => []) is { Advice: not ChangeAdvice.Nothing } change)
            return change.Advice == ChangeAdvice.TakeDown ? change.Message : $"{change.Message} If it may go out, approve it again.";
        return Spoilt.Words(candidate) ?? (Held.Holds(candidate.Article, board.Find(candidate.Article.Id)) ? "It waits for a yes." : null);
    }

    /// <summary>Words that were blocked meanwhile may stand in what the feed says now.</summary>
    private static bool LetsAsItIs(string articleId, SuggestionSnapshot snapshot, Practice practice) => snapshot.Find(articleId) is not { } now || SafetyRule.Lets(now.Article, practice);
}

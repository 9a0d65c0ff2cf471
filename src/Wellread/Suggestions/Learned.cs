using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>What a practice's decisions teach: its taste, and what it has shared. Immutable; the same decisions give the same.</summary>
internal sealed record Learned(Taste Taste, SharedStories Shared)
{
    public static Learned Nothing { get; } = new(Taste.None, SharedStories.None);

    /// <param name="histories">All that the practice decided.</param>
    /// <param name="upTo">What was decided later does not count.</param>
    /// <param name="targetGrade">The grade that the practice aims for.</param>
    /// <param name="options">How it learns.</param>
    public static Learned From(IEnumerable<DecisionHistory> histories, DateTimeOffset upTo, double targetGrade, RankingOptions options)
    {
        var standing = histories
            .Select(history => (history.ArticleId, Decision: history.UpTo(upTo)?.Standing))
            .Where(one => one.Decision is not null)
            .OrderBy(one => one.Decision!.At).ThenBy(one => one.ArticleId, StringComparer.Ordinal)
            .Select(one => one.Decision!)
            .ToList();
        return new Learned(
            Taste.Of(standing.ConvertAll(Event), targetGrade, options),
            new SharedStories(standing.Where(IsNotToBeRepeated).Select(Story)));
    }

    private static TasteEvent Event(Decision decision) => new(decision.Action, decision.Reason, Topics(decision), decision.Article?.FeedId, decision.Article?.Grade);

    /// <summary>What was put off, or not trusted, may be told by another; what is off topic or known already is not wanted from anyone.</summary>
    private static bool IsNotToBeRepeated(Decision decision) =>
        decision.Article is not null && (decision.Endorses || decision is { Action: DecisionAction.Reject, Reason: RejectReason.OffTopic or RejectReason.AlreadyKnown });

    private static SharedStory Story(Decision decision) => new(
        decision.Article!.Title, TitleSketch.Of(decision.Article.Title), Topics(decision), decision.Article.FeedId, decision.OutAt, decision.Endorses);

    private static TopicCodes Topics(Decision decision) => TopicCodes.Of(decision.Article?.Topics?.Split(' ') ?? []);
}

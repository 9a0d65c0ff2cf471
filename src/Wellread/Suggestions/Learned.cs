using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>What a practice's decisions teach: its taste, and what it has shared. Immutable; the same decisions give the same.</summary>
internal sealed record Learned(Taste Taste, SharedStories Shared)
{
    /// <summary>A decision never changes, so what it teaches is read out of it once.</summary>
    private static readonly ConditionalWeakTable<Decision, Lesson> Lessons = [];

    public static Learned Nothing { get; } = new(Taste.None, SharedStories.None);

    /// <param name="histories">All that the practice decided.</param>
    /// <param name="upTo">What was decided later does not count.</param>
    /// <param name="targetGrade">The grade that the practice aims for.</param>
    /// <param name="options">How it learns.</param>
    public static Learned From(IEnumerable<DecisionHistory> histories, DateTimeOffset upTo, double targetGrade, RankingOptions options)
    {
        var standing = histories
            .Select(history => (history.ArticleId, Decisions: history.UpTo(upTo)?.AllStanding() ?? []))
            .Where(one => !one.Decisions.IsEmpty)
            .Select(one => (one.ArticleId, Taste: ForTaste(one.Decisions), Story: ShareOf(one.Decisions) ?? one.Decisions[^1]))
            .OrderBy(one => one.Taste.At).ThenBy(one => one.ArticleId, StringComparer.Ordinal)
            .ToList();
        return new Learned(
            Taste.Of(standing.ConvertAll(one => Lessons.GetValue(one.Taste, Lesson.Of).Event), targetGrade, options),
            new SharedStories(standing.Select(one => Lessons.GetValue(one.Story, Lesson.Of).Story).OfType<SharedStory>()));
    }

    /// <summary>The latest decision; but that a post was put off or taken down says nothing against having liked it.</summary>
    private static Decision ForTaste(ImmutableArray<Decision> standing) =>
        standing[^1].Action is DecisionAction.Snooze or DecisionAction.TakenDown ? ShareOf(standing) ?? standing[^1] : standing[^1];

    private static Decision? ShareOf(ImmutableArray<Decision> standing) => standing.LastOrDefault(decision => decision.Action == DecisionAction.Shared);

    private sealed record Lesson(TasteEvent Event, SharedStory? Story)
    {
        public static Lesson Of(Decision decision)
        {
            var topics = TopicCodes.Of(decision.Article?.Topics?.Split(' ') ?? []);
            return new Lesson(
                new TasteEvent(decision.Action, decision.Reason, topics, decision.Article?.FeedId, decision.Article?.Grade),
                IsNotToBeRepeated(decision) ? StoryOf(decision, decision.Article!, topics) : null);
        }

        /// <summary>What was put off, or not trusted, may be told by another; what is off topic or known already is not wanted from anyone.</summary>
        private static bool IsNotToBeRepeated(Decision decision) =>
            decision.Article is not null
            && (decision.Endorses || decision is { Action: DecisionAction.Reject, Reason: RejectReason.OffTopic or RejectReason.AlreadyKnown });

        private static SharedStory StoryOf(Decision decision, DecidedArticle article, TopicCodes topics) =>
            new(article.Title, TitleSketch.Of(article.Title), topics, article.FeedId, decision.OutAt, decision.Action);
    }
}

using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions.Outgoing;

/// <summary>The approval with which an article goes out on a channel. Pure.</summary>
/// <param name="History">All that was decided on the article.</param>
/// <param name="Place">Where in it the approval is.</param>
/// <param name="Again">The day on which it was approved to go out once more; null for the first time.</param>
internal sealed record OutboxEntry(DecisionHistory History, int Place, DateOnly? Again)
{
    /// <summary>An approval so long after the one before is for another post, where nobody said what became of the first.</summary>
    private static readonly TimeSpan AnotherPost = TimeSpan.FromDays(30);

    public Decision Approval => History.Decisions[Place];

    /// <summary>The latest approval of the same plan: its words are those that go out.</summary>
    public Decision Words { get; private init; } = History.Decisions[Place];

    /// <summary>
    /// Null where nothing is to go out: nothing was approved for it, it was shared there since, or the last word was another. What is shared on one channel still goes out
    /// on the others; what was taken down goes out nowhere until it is approved again.
    /// </summary>
    /// <param name="channel">Where.</param>
    /// <param name="history">All that was decided on the article.</param>
    /// <param name="audienceNow">Whom the article is for as it is now, for an approval that does not know; null where it is gone.</param>
    /// <param name="stays">Whether, after an approval by which it is out, the one at a place changes nothing.</param>
    public static OutboxEntry? On(ChannelInfo channel, DecisionHistory history, ArticleAudience? audienceNow, Func<OutboxEntry, int, bool> stays)
    {
        var (open, last, again) = ((OutboxEntry?)null, (Decision?)null, (DateOnly?)null);
        foreach (var place in history.StandingPlaces())
        {
            var decision = history.Decisions[place];
            if (decision.Action == DecisionAction.Shared)
            {
                if (decision.Channel == channel.Channel) (open, last) = (null, decision);
            }
            else if (!Held.PutsOut(history, place))
            {
                open = null;
            }
            else if (IsFor(channel, decision, audienceNow))
            {
                if (last is { Action: DecisionAction.Shared } || decision.At - last?.At >= AnotherPost)
                    (open, again) = (null, DateOnly.FromDateTime(decision.At.UtcDateTime));
                open = open is null || !(IsSamePlan(open.Approval, decision) || stays(open, place)) ? new OutboxEntry(history, place, again) : open with { Words = decision };
                last = decision;
            }
        }

        return open;
    }

    /// <summary>A channel that is named takes anything; without a name, an article goes where its readers are.</summary>
    private static bool IsFor(ChannelInfo channel, Decision approval, ArticleAudience? audienceNow) => approval.Channel is { } named ? named == channel.Channel
        : approval.GoesTo is { } slugs ? slugs.Split(' ').Contains(channel.Slug)
        : (approval.Article?.Audience ?? audienceNow) == ArticleAudience.Colleagues == (channel.Audience == ArticleAudience.Colleagues);

    private static bool IsSamePlan(Decision one, Decision other) => (one.Channel, one.SharedAt) == (other.Channel, other.SharedAt);
}

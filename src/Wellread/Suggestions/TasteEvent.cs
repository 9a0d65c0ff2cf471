using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>What a decision tells of a practice's taste: what was done with which kind of article.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Reason">Why, for a rejection.</param>
/// <param name="Topics">What the article is about.</param>
/// <param name="FeedId">Where it came from; null where that is not known.</param>
/// <param name="Grade">The school grade at which it reads; null where that is not known.</param>
internal sealed record TasteEvent(DecisionAction Action, RejectReason? Reason, TopicCodes Topics, string? FeedId, double? Grade)
{
    /// <summary>Whether it speaks for the article.</summary>
    public bool Endorses => Action is DecisionAction.Approve or DecisionAction.Shared;

    /// <summary>
    /// How much it counts for (above zero) or against its topics and its source. A piece that is only not for today says little of either; one that is too technical
    /// says more of both, and of its source most.
    /// </summary>
    public (double Topic, double Source) Weight => (Action, Reason) switch
    {
        (DecisionAction.Approve or DecisionAction.Shared, _) => (1, 1),
        (DecisionAction.Reject, RejectReason.NotToday) => (-0.25, -0.25),
        (DecisionAction.Reject, RejectReason.AlreadyKnown) => (-0.25, -0.1),
        (DecisionAction.Reject, RejectReason.TooTechnical) => (-0.5, -1),
        (DecisionAction.Reject, RejectReason.OffTopic) => (-1.5, -0.25),
        (DecisionAction.Reject, RejectReason.DoNotTrustSource) => (0, -2),
        (DecisionAction.Reject, _) => (-0.5, -0.5),
        _ => (0, 0),
    };
}

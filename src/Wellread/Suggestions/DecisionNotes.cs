using System.Globalization;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions.Today;

namespace Wellread.Suggestions;

/// <summary>What else to know of a decision. It is saved all the same.</summary>
/// <param name="Code" example="over-budget">
/// The kind, for programs: `channel-off`, `over-budget`, `quiet-hours`, `least-gap` and `other-readers` (it goes beyond what your practice has set), `do-not-share` (it was
/// taken back, say), `block-source` (you can block the source). It does not change.
/// </param>
/// <param name="Text">The same in plain words.</param>
/// <param name="Link">Where to act on it; null where there is nothing to do.</param>
internal sealed record DecisionNote(string Code, string Text, string? Link = null);

/// <summary>Finds what to tell an editor about a decision of theirs. Pure.</summary>
internal static class DecisionNotes
{
    /// <param name="practice">Whose decision it is.</param>
    /// <param name="article">What it is about.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="before">What had been decided before.</param>
    public static IReadOnlyList<DecisionNote> For(Practice practice, Article article, Decision decision, DecisionBoard before)
    {
        var notes = new List<DecisionNote>();
        if (decision.Endorses && Spoilt.Words(article) is { } spoilt)
            notes.Add(new(Spoilt.Code, decision.Action == DecisionAction.Approve && Spoilt.IsTakenBack(article) ? $"{spoilt} Your outbox does not give it out." : spoilt));
        if (decision.Endorses && decision.Channel is { } channel) notes.AddRange(Limits(practice, article, decision, channel, before));
        if (decision.Reason == RejectReason.DoNotTrustSource && !practice.BlockedSources.Contains(article.Source.FeedId))
        {
            notes.Add(new(
                "block-source",
                $"What {article.Source.Name} brings comes later from now on. To see none of it, add {article.Source.FeedId} to your practice's blockedSources.",
                $"/api/v1/practices/{practice.Id}"));
        }
        return notes;
    }

    private static IEnumerable<DecisionNote> Limits(Practice practice, Article article, Decision decision, Channel channel, DecisionBoard before)
    {
        var name = ChannelInfo.Of(channel).Name;
        // A request that is sent again is not in its own way.
        var others = before.All.SelectMany(history => history.AllStanding()).Where(other => !decision.Repeats(other));
        var budget = ChannelBudget.Of(practice, channel, others, decision.OutAt);
        foreach (var limit in budget.Broken) yield return OfLimit(limit, budget.Policy, name);
        var audience = ChannelInfo.Of(channel).Audience;
        if (article.Assessment is not { Audience: not ArticleAudience.Neither and var written } || written == audience) yield break;
        yield return new("other-readers", written == ArticleAudience.Patients
            ? $"It is written for patients, and your readers on {name} are colleagues."
            : $"It is written for health workers, and your readers on {name} are patients.");
    }

    private static DecisionNote OfLimit(ShareLimit limit, ChannelPolicy policy, string channel) => limit switch
    {
        ShareLimit.ChannelOff => new("channel-off", $"{channel} is switched off for your practice."),
        ShareLimit.Budget => new("over-budget", $"It is more than your {policy.WeeklyBudget.ToString(CultureInfo.InvariantCulture)} a week on {channel}."),
        ShareLimit.QuietHours => new("quiet-hours", $"It falls in your quiet hours on {channel}, {Hour(policy.QuietHours.From)} to {Hour(policy.QuietHours.To)}."),
        _ => new("least-gap", $"It is less than {policy.LeastGap.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)} hours from another post of yours on {channel}."),
    };

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

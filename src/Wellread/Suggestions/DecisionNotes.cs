using System.Globalization;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions.Today;

namespace Wellread.Suggestions;

/// <summary>What else to know of a decision. It is saved all the same.</summary>
/// <param name="Code" example="over-budget">
/// The kind, for programs: `channel-off`, `over-budget`, `quiet-hours`, `least-gap` and `other-readers` (it goes beyond what your practice has set), `do-not-share` (it was
/// taken back, gone or paid for, say), `came-out` (it came out of your outbox before, so a tool may have posted it), `other-language`, `not-in-outbox`, `block-source` (you can block the source). What you
/// approve without a time waits in your outbox until it keeps to your limits, and the note says until when; `in-turn` where it only waits for others before it. It does not
/// change.
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
            notes.Add(new(Spoilt.Code, decision.Action == DecisionAction.Approve ? $"{spoilt} Your outbox does not give it out{(Spoilt.IsTakenBack(article) ? "" : " as long as that is so")}." : spoilt));
        if (decision.Endorses && !practice.Languages.Contains(article.Language))
            notes.Add(new("other-language", $"It is in {LanguageOf(article.Language)}, which is none of the languages that your practice's patients read."));
        foreach (var channel in ChannelsOf(decision))
        {
            if (!decision.WaitsItsTurn) notes.AddRange(Limits(practice, decision, channel, before));
            if (decision.Channel is not null && OtherReaders(article, ChannelInfo.Of(channel)) is { } other) notes.Add(other);
        }
        if (decision.Reason == RejectReason.DoNotTrustSource && !practice.BlockedSources.Contains(article.Source.FeedId))
        {
            notes.Add(new(
                "block-source",
                $"What {article.Source.Name} brings comes later from now on. To see none of it, add {article.Source.FeedId} to your practice's blockedSources.",
                $"/api/v1/practices/{practice.Id}"));
        }
        return notes;
    }

    /// <summary>An approval that only lets an article be suggested, or a post stay up: nobody would look for that.</summary>
    /// <param name="input">What was asked for.</param>
    /// <param name="saved">With the decision.</param>
    /// <param name="article">What it is about.</param>
    public static IEnumerable<DecisionNote> OfNoPost(DecisionInput input, DecisionHistory saved, Article article)
    {
        if (input is { Action: DecisionAction.Approve, Outbox: null } && saved.Standing is { Action: DecisionAction.Approve, Outbox: false } && Spoilt.Words(article) is null)
            yield return new("not-in-outbox", "Your outbox does not give it out with this yes. Send it once more with \"outbox\": true, and it does.");
    }

    private static string LanguageOf(string language) => language == "es" ? "Spanish" : "English";

    /// <summary>Where it is posted with it, or goes out.</summary>
    private static IEnumerable<Channel> ChannelsOf(Decision decision) => !decision.Endorses ? []
        : decision.Channel is { } named ? [named]
        : (decision.GoesTo ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slug => ChannelInfo.Find(slug)?.Channel).OfType<Channel>();

    private static IEnumerable<DecisionNote> Limits(Practice practice, Decision decision, Channel channel, DecisionBoard before)
    {
        // A request that is sent again is not in its own way.
        var others = before.All.SelectMany(history => history.AllStanding()).Where(other => !decision.Repeats(other));
        var budget = ChannelBudget.Of(practice, channel, others, decision.OutAt);
        return budget.Broken.Select(limit => new DecisionNote(CodeOf(limit), TextOf(limit, budget.Policy)));
    }

    private static DecisionNote? OtherReaders(Article article, ChannelInfo channel) =>
        article.Assessment is not { Audience: not ArticleAudience.Neither and var written } || written == channel.Audience ? null
        : new("other-readers", written == ArticleAudience.Patients
            ? $"It is written for patients, and your readers on {channel.Name} are colleagues."
            : $"It is written for health workers, and your readers on {channel.Name} are patients.");

    public static string CodeOf(ShareLimit limit) => limit switch
    {
        ShareLimit.ChannelOff => "channel-off",
        ShareLimit.Budget => "over-budget",
        ShareLimit.QuietHours => "quiet-hours",
        _ => "least-gap",
    };

    public static string TextOf(ShareLimit limit, ChannelPolicy policy) => (limit, ChannelInfo.Of(policy.Channel).Name) switch
    {
        (ShareLimit.ChannelOff, var channel) => $"{channel} is switched off for your practice.",
        (ShareLimit.Budget, var channel) => $"It is more than your {policy.WeeklyBudget.ToString(CultureInfo.InvariantCulture)} a week on {channel}.",
        (ShareLimit.QuietHours, var channel) => $"It falls in your quiet hours on {channel}, {Hour(policy.QuietHours.From)} to {Hour(policy.QuietHours.To)}.",
        (_, var channel) => $"It is less than {policy.LeastGap.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)} hours from another post of yours on {channel}.",
    };

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions.Outgoing;

namespace Wellread.Suggestions;

/// <summary>What an editor decides, as asked. What an action has no use for is null.</summary>
/// <param name="Action">What was done; not an undo.</param>
/// <param name="Reason">Why, for a rejection.</param>
/// <param name="Until">When a snoozed suggestion comes back.</param>
/// <param name="Channel">Where it was shared, or is to be.</param>
/// <param name="SharedAt">When it was or will be, where that is not now.</param>
/// <param name="By">Who decides.</param>
internal sealed record DecisionInput(DecisionAction Action, RejectReason? Reason, DateTimeOffset? Until, Channel? Channel, DateTimeOffset? SharedAt, string? By)
{
    /// <summary>What the editor posts; null where none came along. It is looked through and not kept.</summary>
    public string? Text { get; init; }

    /// <summary>For an approval, whether the outbox gives the article out; null where nobody said.</summary>
    public bool? Outbox { get; init; }

    /// <summary>
    /// What holds of that, where nobody said: whoever names a network or a time means to share; a yes to a held article alone lets it be suggested, and one to a post that has
    /// changed lets it stay up.
    /// </summary>
    /// <remarks>What its publisher took back, say, does not go out, whatever is said. A page that readers can't open may be open again tomorrow.</remarks>
    /// <param name="known">What was decided before.</param>
    /// <param name="article">The article.</param>
    /// <param name="hasChanged">Whether it has changed since.</param>
    public bool? OutboxAfter(DecisionHistory known, Article article, bool hasChanged) => Action != DecisionAction.Approve
        ? null
        : Spoilt.IsTakenBack(article) ? false : Outbox ?? (Channel is not null || SharedAt is not null || !(Held.Holds(article, known) || (hasChanged && known.OpenShares().Count > 0)));
}

/// <summary>What became of a decision.</summary>
internal abstract record DecisionOutcome
{
    private DecisionOutcome() { }

    /// <param name="History">With the decision.</param>
    /// <param name="Warnings">What to look at again in the text that came along.</param>
    internal sealed record Saved(DecisionHistory History, IReadOnlyList<TextFinding> Warnings) : DecisionOutcome
    {
        /// <summary>What else to know of it.</summary>
        public IReadOnlyList<DecisionNote> Notes { get; init; } = [];
    }

    /// <summary>The text that came along tells who is a patient, so nothing was decided.</summary>
    internal sealed record PatientInformation(DecisionTextVerdict Verdict) : DecisionOutcome;

    /// <summary>No decision stands that could be taken back.</summary>
    internal sealed record NothingToUndo : DecisionOutcome;

    /// <summary>No share stands that could be taken down.</summary>
    internal sealed record NotShared : DecisionOutcome;

    /// <summary>Somebody else decided meanwhile.</summary>
    internal sealed record Stale : DecisionOutcome;
}

/// <summary>Takes an editor's decision: durable first, then in this instance's memory, then the answer.</summary>
internal sealed class SuggestionDecisions(DecisionStore store, SuggestionState state, SuggestionFinder finder, DecisionTextCheck check)
{
    /// <summary>Adds a decision, unless it is a request that was sent before; only while <paramref name="allows"/> says yes to what was decided before.</summary>
    public async Task<DecisionOutcome> DecideAsync(
        Practice practice, Candidate candidate, DecisionInput input, DateTimeOffset now, Func<DecisionHistory, bool> allows, CancellationToken cancellationToken)
    {
        var verdict = input.Text is null ? DecisionTextVerdict.Clear : check(input.Text);
        if (verdict.IsBlocked) return new DecisionOutcome.PatientInformation(verdict);
        var article = candidate.Article;
        var rank = finder.RankOf(practice, candidate);
        var snapshot = state.Current;
        var before = snapshot.Decisions.Of(practice.Id);
        var hasChanged = SuggestionChange.Of(candidate, snapshot, before, practice, now) is not null;
        var decision = new Decision(input.Action, now, input.Reason, input.Until, input.Channel, article.Assessment?.ModelVersion)
        {
            By = input.By,
            SharedAt = input.SharedAt,
            Article = DecidedArticle.Of(article),
            SensitiveTopics = article.SensitiveTopics.IsEmpty ? null : string.Join(' ', article.SensitiveTopics),
            GoesTo = input.Action == DecisionAction.Approve ? TurnNotes.ChannelsOf(practice, article, input.Channel) : null,
        };
        var outcome = await ChangeAsync(practice, article.Id, allows, Add, now, cancellationToken);
        return outcome is not DecisionOutcome.Saved saved ? outcome : saved with
        {
            Warnings = verdict.Findings,
            Notes = [.. saved.Notes, .. DecisionNotes.For(practice, article, decision, before), .. DecisionNotes.OfNoPost(input, saved.History, article), .. Spoilt.Words(candidate) is null ? TurnNotes.For(practice, saved.History, state.Current.Decisions.Of(practice.Id), now) : []],
        };

        DecisionHistory? Add(DecisionHistory known)
        {
            var standing = known.Standing;
            var sent = decision with { Outbox = input.Outbox ?? standing?.Outbox };
            // Posts add up, so any of them may be sent again; of all else only the last says what holds.
            if (decision.Action == DecisionAction.Shared ? known.OpenShares().Any(decision.Repeats) : standing is not null && sent.Repeats(standing)) return null;
            // What is decided on is no longer in the order; it was decided where it stood before.
            return known with { Decisions = known.Decisions.Add(decision with { Rank = rank ?? standing?.Rank, Outbox = input.OutboxAfter(known, article, hasChanged) }) };
        }
    }

    /// <summary>Takes back the latest decision that stands. Both stay in the history.</summary>
    public async Task<DecisionOutcome> UndoAsync(
        Practice practice, string articleId, string? by, DateTimeOffset now, Func<DecisionHistory, bool> allows, CancellationToken cancellationToken)
    {
        var nothing = false;
        var outcome = await ChangeAsync(practice, articleId, allows, TakeBack, now, cancellationToken);
        return nothing && outcome is DecisionOutcome.Saved ? new DecisionOutcome.NothingToUndo() : outcome;

        DecisionHistory? TakeBack(DecisionHistory known)
        {
            var standing = known.Standing;
            nothing = standing is null;
            return standing is null
                ? null
                : known with
                {
                    Decisions = known.Decisions.Add(new Decision(DecisionAction.Undo, now, null, null, null, standing.ModelVersion)
                    {
                        By = by,
                        Article = state.Current.Find(articleId) is { } candidate ? DecidedArticle.Of(candidate.Article) : standing.Article,
                    })
                };
        }
    }

    /// <summary>Says that the posts are down, or the one on a channel. It needs no article: a page that is gone may be gone from the feed as well.</summary>
    public async Task<DecisionOutcome> TakeDownAsync(
        Practice practice, string articleId, Channel? channel, string? by, DateTimeOffset now, Func<DecisionHistory, bool> allows, CancellationToken cancellationToken)
    {
        var nothing = false;
        var outcome = await ChangeAsync(practice, articleId, allows, TakeDown, now, cancellationToken);
        return nothing && outcome is DecisionOutcome.Saved ? new DecisionOutcome.NotShared() : outcome;

        DecisionHistory? TakeDown(DecisionHistory known)
        {
            var share = known.AllStanding().LastOrDefault(decision => decision.Action == DecisionAction.Shared && (channel is null || decision.Channel == channel));
            nothing = share is null;
            // Said again, nothing is left to take down.
            if (share is null || !known.OpenShares().Any(open => channel is null || open.Channel == channel)) return null;
            return known with
            {
                Decisions = known.Decisions.Add(new Decision(DecisionAction.TakenDown, now, null, null, channel, share.ModelVersion)
                {
                    By = by,
                    Article = share.Article,
                    SensitiveTopics = share.SensitiveTopics,
                }),
            };
        }
    }

    private async Task<DecisionOutcome> ChangeAsync(
        Practice practice, string articleId, Func<DecisionHistory, bool> allows, Func<DecisionHistory, DecisionHistory?> change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stale = false;
        var history = await store.ChangeAsync(practice.Id, articleId, known => (stale = !allows(known)) ? null : change(known), cancellationToken);
        if (stale) return new DecisionOutcome.Stale();
        if (history.Decisions.IsEmpty) return new DecisionOutcome.Saved(history, []);
        state.Change(current => current with { Decisions = current.Decisions.With([new PracticeDecisions(practice.Id, history)]) });
        return new DecisionOutcome.Saved(history, []) { Notes = [.. NotesOf(practice, history, now)] };
    }

    /// <summary>What nobody should share when it was approved did not come out, whatever its turn.</summary>
    private IEnumerable<DecisionNote> NotesOf(Practice practice, DecisionHistory history, DateTimeOffset now)
    {
        var snapshot = state.Current;
        var isBarred = snapshot.Find(history.ArticleId) is { } candidate && Spoilt.Words(candidate) is not null
            && history.Decisions.LastOrDefault(decision => decision.Outbox is true) is { } approval && SuggestionChange.Since(approval, candidate, snapshot, shared: [], _ => []) is null;
        return isBarred ? [] : CameOutNotes.For(practice, history, snapshot.Decisions.Of(practice.Id), now);
    }
}

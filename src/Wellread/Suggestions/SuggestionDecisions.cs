using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>Takes an editor's decision: durable first, then in this instance's memory, then the answer.</summary>
internal sealed class SuggestionDecisions(DecisionStore store, SuggestionState state)
{
    public async Task<DecisionHistory> DecideAsync(
        Practice practice, Article article, DecisionAction action, RejectReason? reason, DateTimeOffset? until, Channel? channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decision = new Decision(action, now, reason, until, channel, article.Assessment?.ModelVersion)
        {
            Article = DecidedArticle.Of(article),
            SensitiveTopics = article.SensitiveTopics.IsEmpty ? null : string.Join(' ', article.SensitiveTopics),
        };
        var history = await store.ChangeAsync(practice.Id, article.Id, known => Add(known, decision), cancellationToken);
        state.Change(current => current with { Decisions = current.Decisions.With([new PracticeDecisions(practice.Id, history)]) });
        return history;
    }

    /// <summary>The same as already stands adds nothing.</summary>
    private static DecisionHistory? Add(DecisionHistory known, Decision decision) =>
        known.Standing?.SaysTheSameAs(decision) is true ? null : known with { Decisions = known.Decisions.Add(decision) };
}

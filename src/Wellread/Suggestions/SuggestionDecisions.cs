using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>Takes an editor's decision: durable first, then in this instance's memory, then the answer.</summary>
internal sealed class SuggestionDecisions(DecisionStore store, SuggestionState state)
{
    public async Task<DecisionHistory> DecideAsync(
        Article article, DecisionAction action, RejectReason? reason, DateTimeOffset? until, Channel? channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decision = new Decision(action, now, reason, until, channel, article.Assessment?.ModelVersion)
        {
            Article = new DecidedArticle(article.Title, article.Summary, article.Link, article.Source.Name),
            SensitiveTopics = article.SensitiveTopics.IsEmpty ? null : string.Join(' ', article.SensitiveTopics),
        };
        var history = await store.AddAsync(article.Id, decision, cancellationToken);
        state.Change(current => current with { Decisions = current.Decisions.With([history]) });
        return history;
    }
}

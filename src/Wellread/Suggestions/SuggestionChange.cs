using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions.Outgoing;

namespace Wellread.Suggestions;

/// <summary>How an article has changed since the practice approved or shared it.</summary>
/// <param name="Kind">
/// `text`, `headline`, `republished`, `reinstated` (it was taken back and stands again), `corrected`, `closed` (readers have to pay or log in), `concern` (its publisher
/// warns that it may not be right), `partlyRetracted`, `gone` or `retracted`.
/// </param>
/// <param name="Advice">What to do: `takeDown` your post (or do not post it), `check` it, or `nothing`.</param>
/// <param name="Message">What happened and what to do, in words.</param>
/// <param name="TitleThen">The headline when you decided.</param>
/// <param name="DecidedAt">When you decided.</param>
/// <param name="Channels">Where your posts are up; empty where you only approved it.</param>
/// <param name="GivenOutOn">Where your outbox had given it out before, so that a tool may have posted it; empty where it had not.</param>
/// <param name="ChangedAt">When the change was seen; null where it is not known.</param>
internal sealed record SuggestionChange(
    ArticleChange Kind, ChangeAdvice Advice, string Message, string TitleThen, DateTimeOffset DecidedAt, IReadOnlyList<Channel> Channels, IReadOnlyList<Channel> GivenOutOn, DateTimeOffset? ChangedAt)
{
    /// <summary>The same with its times on the practice's clock.</summary>
    public SuggestionChange On(Practice practice) => this with { DecidedAt = practice.Local(DecidedAt), ChangedAt = practice.Local(ChangedAt) };

    /// <summary>Null where nothing was approved or shared, or it was taken back before it came out, or nothing that matters has changed.</summary>
    /// <param name="candidate">The article now.</param>
    /// <param name="snapshot">What else there is.</param>
    /// <param name="decisions">All that the practice decided.</param>
    /// <param name="practice">Who decided; null where it was removed, so that nothing of it goes out.</param>
    /// <param name="now">The time.</param>
    public static SuggestionChange? Of(Candidate candidate, SuggestionSnapshot snapshot, DecisionBoard decisions, Practice? practice, DateTimeOffset now)
    {
        if (decisions.Find(candidate.Article.Id) is not { Watched: { } decision } history) return null;
        var change = Since(
            decision, candidate, snapshot, [.. history.OpenShares().Select(share => share.Channel).OfType<Channel>().Distinct()],
            changedAt => practice is null ? [] : GivenOut.On(history, decisions, practice, changedAt, now));
        return history.Endorsed is not null || change?.GivenOutOn.Count > 0 ? change : null;
    }

    /// <summary>What has changed since one decision; null where nothing that matters has.</summary>
    /// <param name="decision">The decision, which says what the article was like then.</param>
    /// <param name="candidate">The article now.</param>
    /// <param name="snapshot">What else there is.</param>
    /// <param name="shared">Where posts are up that the change is about; none for what is only approved.</param>
    /// <param name="givenOutBefore">Where it had come out before a time, or before any where that is null.</param>
    public static SuggestionChange? Since(Decision decision, Candidate candidate, SuggestionSnapshot snapshot, Channel[] shared, Func<DateTimeOffset?, Channel[]> givenOutBefore)
    {
        if (decision.Article is not { } then) return null;
        var (change, by, at) = snapshot.Candidates.Story(candidate)
            .Where(other => other != candidate && other.Article.FirstSeen > decision.At)
            .Select(other => (Change: ByOther(candidate, other), By: other.Article, At: (DateTimeOffset?)other.Article.FirstSeen))
            .Prepend((Change: ArticleChanges.Between(then.Title, then.Summary, candidate.Article), By: candidate.Article, At: candidate.Article.Updated))
            .Append(ByPage(candidate.Article, decision, then))
            .MaxBy(found => found.Change);
        if (change == ArticleChange.None) return null;
        var places = new PostPlaces(shared, givenOutBefore(at));
        return new(change, ChangeWords.AdviceOn(change, places.Any), ChangeWords.For(change, places, then, by), then.Title, decision.At, shared, places.GivenOut, at);
    }

    private static (ArticleChange Change, Article By, DateTimeOffset? At) ByPage(Article article, Decision decision, DecidedArticle then)
    {
        var (change, at) = PageChange.Of(article, decision, then.Title);
        return (change, article, at);
    }

    /// <summary>What another article of the story, that came later, says of this one: only its own feed speaks for it.</summary>
    private static ArticleChange ByOther(Candidate candidate, Candidate other)
    {
        if (other.Article.Source.FeedId != candidate.Article.Source.FeedId) return ArticleChange.None;
        return other.Notice == ArticleNotice.None ? ArticleChange.Republished : ArticleChanges.Of(other.Notice);
    }
}

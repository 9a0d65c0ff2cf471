using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>How an article has changed since the practice approved or shared it.</summary>
/// <param name="Kind">`text`, `headline`, `republished`, `corrected` or `retracted`.</param>
/// <param name="Message">What happened, in words.</param>
/// <param name="TitleThen">The headline when you decided.</param>
/// <param name="DecidedAt">When you decided.</param>
/// <param name="ChangedAt">When the change was seen; null where it is not known.</param>
internal sealed record SuggestionChange(ArticleChange Kind, string Message, string TitleThen, DateTimeOffset DecidedAt, DateTimeOffset? ChangedAt)
{
    /// <summary>Null where nothing was approved or shared, or nothing that matters has changed.</summary>
    public static SuggestionChange? Of(Candidate candidate, SuggestionSnapshot snapshot, DecisionBoard decisions)
    {
        if (decisions.Find(candidate.Article.Id)?.Standing is not { Endorses: true, Article: { } then } decision) return null;
        var own = (Change: ArticleChanges.Between(then.Title, then.Summary, candidate.Article), By: candidate);
        var (change, by) = snapshot.Candidates.Story(candidate)
            .Where(other => other != candidate && other.Article.FirstSeen > decision.At)
            .Select(other => (Change: ByOther(candidate, other), By: other))
            .Prepend(own)
            .MaxBy(found => found.Change);
        if (change == ArticleChange.None) return null;
        return new(
            change, Words(change, decision, then, by.Article), then.Title, decision.At, by == candidate ? by.Article.Updated : by.Article.FirstSeen);
    }

    /// <summary>What another article of the story, that came later, says of this one.</summary>
    private static ArticleChange ByOther(Candidate candidate, Candidate other) => other.Notice switch
    {
        ArticleNotice.Retraction => ArticleChange.Retracted,
        ArticleNotice.None => other.Article.Source.FeedId == candidate.Article.Source.FeedId ? ArticleChange.Republished : ArticleChange.None,
        _ => ArticleChange.Corrected,
    };

    private static string Words(ArticleChange change, Decision decision, DecidedArticle then, Article by)
    {
        var since = decision.Action == DecisionAction.Shared ? "you shared it" : "you approved it";
        return change switch
        {
            ArticleChange.Retracted => $"Its publisher took this back since {since}: \u201c{by.Title}\u201d. Please take your post down.",
            ArticleChange.Corrected => $"Its publisher corrected this since {since}: \u201c{by.Title}\u201d. Please check your post.",
            ArticleChange.Republished => $"Its publisher brought this out again since {since}: \u201c{by.Title}\u201d. The address is new.",
            ArticleChange.Headline => $"The headline has changed since {since}. It was: \u201c{then.Title}\u201d.",
            _ => $"The text has changed since {since}. Please read it again.",
        };
    }
}

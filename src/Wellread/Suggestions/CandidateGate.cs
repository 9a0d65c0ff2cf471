using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>What may be suggested to a practice, as far as it is cheap to ask of thousands of candidates.</summary>
internal sealed class CandidateGate(SuggestionSnapshot snapshot, SuggestionQuery query, DateTimeOffset asOf, FeedCatalog catalog)
{
    private readonly DecisionBoard _decisions = snapshot.Decisions.Of(query.Practice.Id);
    private readonly Dictionary<ArticleSource, FeedStanding> _feeds = new(ReferenceEqualityComparer.Instance);

    /// <summary>When the first of what was met is there that is dated ahead; null where nothing was. The clocks of two instances differ.</summary>
    public DateTimeOffset? Due { get; private set; }

    /// <summary>Whether the article itself may be suggested.</summary>
    public bool IsOpen(Candidate candidate, RankingContext context)
    {
        var article = candidate.Article;
        if (article.FirstSeen > asOf) return Later(article.FirstSeen);
        if (!SafetyRule.IsUnspoilt(candidate)) return false;
        if (StandingOf(article.Source) is var standing && standing == FeedStanding.Blocked) return false;
        if (standing == FeedStanding.Gone && !FeedRule.Allows(candidate, catalog)) return false;
        if (query.Topic is null && candidate.Topics.Count > 0 && (context.NeverByItself >> candidate.Topics.Main & 1) != 0) return false;
        return article.SensitiveTopics.IsEmpty || !Held.Holds(article, _decisions.Find(article.Id)?.UpTo(asOf));
    }

    /// <summary>By what was decided on any article of the story when the page was begun.</summary>
    public bool IsDecided(Candidate candidate, ImmutableArray<Candidate> story)
    {
        if (_decisions.IsEmpty) return false;
        if (story.IsEmpty) return _decisions.HidAt(candidate.Article, asOf);
        foreach (var other in story)
        {
            if (_decisions.HidAt(other.Article, asOf)) return true;
        }
        return false;
    }

    /// <summary>Whether the rules of its feed let it through; dear to ask where there are any.</summary>
    public bool FeedAllows(Candidate candidate) => StandingOf(candidate.Article.Source) != FeedStanding.HasRules || FeedRule.Allows(candidate, catalog);

    private bool Later(DateTimeOffset firstSeen)
    {
        if (!(Due <= firstSeen)) Due = firstSeen;
        return false;
    }

    private FeedStanding StandingOf(ArticleSource source)
    {
        if (_feeds.TryGetValue(source, out var known)) return known;
        var standing = query.Practice.BlockedSources.Contains(source.FeedId) ? FeedStanding.Blocked
            : catalog.Find(source.FeedId) is not { } feed ? FeedStanding.Gone
            : feed.Rules.IsNone ? FeedStanding.Open
            : FeedStanding.HasRules;
        return _feeds[source] = standing;
    }

    private enum FeedStanding
    {
        Open,
        HasRules,
        Gone,
        Blocked,
    }
}

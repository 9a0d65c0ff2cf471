using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>An article picked for the practice, with what every rule said of it.</summary>
internal sealed record RankedSuggestion(Candidate Candidate, ImmutableArray<AssessmentReason> Reasons)
{
    /// <summary>What the article and others that tell its story are published by, its own source first.</summary>
    public ImmutableArray<StorySource> Sources { get; init; } = [];

    /// <summary>How the article has changed since the practice approved or shared it; null where it has not.</summary>
    public SuggestionChange? Change { get; init; }
}

/// <summary>
/// Orders candidates for one practice. The rank that time never changes comes first; named rules then rerank the top few hundred, and the
/// order is spread over sources and topics. Pure: the same arguments give the same order.
/// </summary>
internal static class SuggestionRanker
{
    /// <summary>How many of the highest-ranked candidates the rules rerank together; the next as many come behind them.</summary>
    public const int Depth = 300;

    private const int MaxReasonsFromScoring = 2;

    private static readonly ImmutableArray<IRankingRule> Rules =
        [new FriendlinessRule(), new TopicFitRule(), new SourceTrustRule(), new FreshnessRule()];

    /// <summary>The first <paramref name="count"/> of the order, one of each story. <paramref name="candidates"/> come highest rank first and are safe to suggest.</summary>
    public static IReadOnlyList<RankedSuggestion> Rank(
        IEnumerable<Candidate> candidates, RankingContext context, bool spreadTopics, int count)
    {
        var picked = new List<Candidate>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        var firstChoice = candidates.Where(IsFirstChoice).Where(IsNewStory).Chunk(Depth);
        var secondChoice = candidates.Where(candidate => !IsFirstChoice(candidate)).Where(IsNewStory).Chunk(Depth);
        foreach (var window in firstChoice.Concat(secondChoice))
        {
            if (picked.Count >= count) break;
            Spread(Rerank(window, context), picked, spreadTopics, count);
        }

        return [.. picked.Select(candidate => Explain(candidate, context))];

        bool IsNewStory(Candidate candidate) => told.Add(candidate.Article.Story);
    }

    /// <summary>What the rules say of one candidate.</summary>
    public static RankedSuggestion Explain(Candidate candidate, RankingContext context)
    {
        var said = Rules.Select(rule => rule.Apply(candidate, context).Reason).OfType<AssessmentReason>();
        var scoring = candidate.Article.Assessment?.Reasons.Take(MaxReasonsFromScoring) ?? [];
        return new RankedSuggestion(candidate, [.. said, .. scoring]);
    }

    private static bool IsFirstChoice(Candidate candidate) => candidate.Article.Assessment is not { SecondChoice: true };

    private static List<Candidate> Rerank(Candidate[] window, RankingContext context) =>
        [.. window
            .Select(candidate => (Candidate: candidate, Score: candidate.Rank + Rules.Sum(rule => rule.Apply(candidate, context).Points)))
            .OrderByDescending(scored => scored.Score)
            .ThenBy(scored => scored.Candidate.Article.Id, StringComparer.Ordinal)
            .Select(scored => scored.Candidate)];

    /// <summary>Takes the best that the spread allows, time and again; where it allows none, the best there is.</summary>
    private static void Spread(List<Candidate> ordered, List<Candidate> picked, bool spreadTopics, int count)
    {
        while (ordered.Count > 0 && picked.Count < count)
        {
            var next = ordered.FindIndex(candidate => SpreadRule.Allows(candidate, picked, spreadTopics));
            if (next < 0) next = 0;
            picked.Add(ordered[next]);
            ordered.RemoveAt(next);
        }
    }
}

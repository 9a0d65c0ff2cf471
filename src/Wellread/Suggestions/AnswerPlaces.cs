using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>
/// Who got the places of an answer, each by which score. Another article is laid beside them one after the other and loses for being like those before it, just as in
/// the ranking: one that scores less at every place would have got none.
/// </summary>
/// <param name="places">The places, from the first one.</param>
/// <param name="spreadTopics">Whether topics were spread, too.</param>
internal sealed class AnswerPlaces(ImmutableArray<AnswerPlace> places, bool spreadTopics)
{
    /// <summary>What is that close may be the other way round at another time of the day.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Whoever has fewer points gets no place, as there is nothing to gain behind them.</summary>
    private readonly double _least = places.Length == 0 ? double.PositiveInfinity : places.Min(place => place.Score) - Rounding;

    public bool Has(string story)
    {
        foreach (var place in places)
        {
            if (place.Story == story) return true;
        }
        return false;
    }

    /// <summary>Whether the candidate may get one.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="context">Counts points as when the places were given.</param>
    public bool MayTake(Candidate candidate, RankingContext context)
    {
        var points = SuggestionRanker.PointsOf(candidate, context);
        return points >= _least && WinsAny(candidate, points, context);
    }

    private bool WinsAny(Candidate candidate, double points, RankingContext context)
    {
        var (source, main, topics) = (context.FactsOf(candidate.Article.Source).Number, candidate.Topics.Main, candidate.Topics.Bits);
        var spread = SpreadRule.For(context, spreadTopics);
        var likeness = 0.0;
        foreach (var place in places)
        {
            if (points - (context.Options.Diversity * likeness) - spread.Loss(source, main) >= place.Score - Rounding) return true;
            var other = context.FactsOf(place.FeedId).Number;
            likeness = Math.Max(likeness, DiversityRule.Likeness(main, place.Topics.Main, topics, place.Topics.Bits, source, other) + DiversityRule.Likeness(candidate.Sketch, place.Title));
            spread.Add(other, place.Topics.Main);
        }
        return false;
    }
}

/// <summary>One place of an answer, with what the next ones are compared with. It does not keep the article alive.</summary>
internal readonly record struct AnswerPlace(string Story, string FeedId, TopicCodes Topics, TitleSketch Title, double Score)
{
    public static AnswerPlace Of(in Placed placed, double score) =>
        new(placed.Candidate.Article.Story, placed.Candidate.Article.Source.FeedId, placed.Candidate.Topics, placed.Candidate.Sketch, score);
}

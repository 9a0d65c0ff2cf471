using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Suggestions.Rules;

namespace Wellread.Suggestions;

/// <summary>
/// Orders candidates for one practice: named rules give points, and the order is spread over topics, sources and stories. Pure: the same arguments give the same
/// order. <see cref="Order"/> makes numbers only; <see cref="Explain"/> finds words for what is shown.
/// </summary>
internal static class SuggestionRanker
{
    private const int MaxReasonsFromScoring = 2;

    public static ImmutableArray<RankingRule> Rules { get; } =
    [
        new SeasonRule(), new FriendlinessRule(), new GradeRule(), new TopicFitRule(), new SourceTrustRule(), new FreshnessRule(), new PresentationRule(), new TimelinessRule(), new ReadersRule(),
        new SafetyRule(),
    ];

    /// <summary>The first <paramref name="count"/> of the order: first choices, second choices, and last what repeats something that was shared.</summary>
    public static IReadOnlyList<Placed> Order(CandidatePool pool, RankingContext context, int count)
    {
        var order = new OrderSoFar(context, pool);
        foreach (var window in pool.Windows(context))
        {
            new RankingWindow(window, context, order).Take(count);
            if (order.Placed.Count < count) continue;
            pool.End(order);
            return order.Placed;
        }
        order.Placed.AddRange(order.Repeats.Take(Math.Max(0, count - order.Placed.Count)));
        return order.Placed;
    }

    /// <summary>
    /// The place of a story in the order, from 1; null where it is not among the first <paramref name="most"/>. Nothing behind it is placed: what an editor decides on mostly
    /// stands near the top.
    /// </summary>
    public static int? PlaceOf(string story, CandidatePool pool, RankingContext context, int most)
    {
        var order = new OrderSoFar(context, pool);
        foreach (var candidates in pool.Windows(context))
        {
            var window = new RankingWindow(candidates, context, order);
            for (var place = order.Placed.Count; place < most; place++)
            {
                window.Take(place + 1);
                if (order.Placed.Count == place) break;
                if (order.Placed[place].Candidate.Article.Story == story) return place + 1;
            }
            if (order.Placed.Count == most) return null;
        }
        var repeat = order.Repeats.FindIndex(placed => placed.Candidate.Article.Story == story);
        return repeat >= 0 && order.Placed.Count + repeat < most ? order.Placed.Count + repeat + 1 : null;
    }

    public static double PointsOf(Candidate candidate, RankingContext context)
    {
        var points = 0.0;
        foreach (var rule in Rules) points += rule.Points(candidate, context);
        return points;
    }

    /// <summary>What the rules say of one candidate.</summary>
    public static RankedSuggestion Explain(in Placed placed, RankingContext context)
    {
        var candidate = placed.Candidate;
        var reasons = ImmutableArray.CreateBuilder<AssessmentReason>();
        if (placed.RepeatOf is { } repeated) reasons.Add(NoRepeatRule.Reason(repeated, context));
        if (Spoilt.Words(candidate) is { } spoilt) reasons.Add(new AssessmentReason(Spoilt.Code, spoilt));
        foreach (var rule in Rules)
        {
            if (rule.Reason(candidate, context) is { } reason) reasons.Add(reason);
        }
        reasons.AddRange(candidate.Article.Assessment?.Reasons.Take(MaxReasonsFromScoring) ?? []);
        return new RankedSuggestion(placed, context, Why.Of(placed, context), reasons.ToImmutable());
    }

    /// <summary>The points of every rule, with what they are made of.</summary>
    public static ImmutableArray<RulePoints> Figures(in Placed placed, RankingContext context)
    {
        var candidate = placed.Candidate;
        var figures = ImmutableArray.CreateBuilder<RulePoints>();
        foreach (var rule in Rules) figures.Add(new RulePoints(rule.Name, rule.Points(candidate, context), [.. rule.Figures(candidate, context)]));
        figures.Add(new RulePoints(DiversityRule.Name, -placed.Lost, []));
        return figures.DrainToImmutable();
    }
}

/// <summary>An article picked for the practice, with what every rule said of it.</summary>
/// <param name="Placed">The article and its place.</param>
/// <param name="Context">For whom and when.</param>
/// <param name="Why">Why, in two sentences.</param>
/// <param name="Reasons">All reasons, in words.</param>
internal sealed record RankedSuggestion(Placed Placed, RankingContext Context, string Why, ImmutableArray<AssessmentReason> Reasons)
{
    public Candidate Candidate => Placed.Candidate;

    /// <summary>The points of every rule, worked out when they are asked for.</summary>
    public ImmutableArray<RulePoints> Figures => SuggestionRanker.Figures(Placed, Context);

    /// <summary>What the article and others that tell its story are published by, its own source first.</summary>
    public ImmutableArray<StorySource> Sources { get; init; } = [];

    /// <summary>How the article has changed since the practice approved or shared it; null where it has not.</summary>
    public SuggestionChange? Change { get; init; }
}

/// <summary>What a rule gave a candidate, and the figures behind it.</summary>
internal sealed record RulePoints(string Rule, double Points, ImmutableArray<RuleFigure> Figures);

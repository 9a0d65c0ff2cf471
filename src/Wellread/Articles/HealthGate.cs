using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>
/// Is this health information that a patient can use? A logistic regression: how much the title and the text say of topics, of care and advice, and of what
/// else an article may be about, and the shape of the title. Reading ease says nothing here: obituaries and clickbait read easily.
/// Words and weights are in <c>Terms/health-gate.txt</c>.
/// </summary>
internal static class HealthGate
{
    /// <summary>How much an article says of health, by topics or by health words, before it counts as about health.</summary>
    private const double TopicNeeded = 1;
    private const double HealthNeeded = 2.0 / 3;

    /// <summary>A section that speaks against an article by less than this is no reason.</summary>
    private const double ReasonNeeded = 0.7;

    public static HealthGateVerdict Judge(Article article) => Judge(article, GateEvidence.Of(article));

    /// <summary>The places in the title and summary that gave it away, or that let it pass; none where nothing did by itself.</summary>
    public static ImmutableArray<TextSpan> PlacesOf(Article article, HealthGateVerdict verdict) =>
        verdict.Section is { } section ? GateEvidence.Of(article, withPlaces: true).PlacesOf(section)
        : verdict.Passes ? GateEvidence.Of(article, withPlaces: true).PlacesFor()
        : [];

    private static HealthGateVerdict Judge(Article article, GateEvidence evidence)
    {
        var score = 0.0;
        var against = (Section: -1, Weight: -ReasonNeeded);
        for (var i = 0; i < GateTerms.Sections.Length; i++)
        {
            var weight = evidence.WeightOf(i);
            score += weight;
            if (weight < against.Weight && HealthGateVerdict.HasReason(GateTerms.Sections[i].Slug)) against = (i, weight);
        }
        var aboutHealth = article.Topics.Length > 0 || evidence.Topics >= TopicNeeded || evidence.Health >= HealthNeeded;
        if (score > 0 && aboutHealth) return HealthGateVerdict.Useful;
        if (against.Section >= 0) return HealthGateVerdict.About(GateTerms.Sections[against.Section].Slug) with { Section = against.Section };
        return aboutHealth ? HealthGateVerdict.SaysLittle : HealthGateVerdict.NotHealth;
    }
}

using System.Collections.Immutable;

namespace Wellread.Articles;

/// <summary>
/// Is this health information that a patient can use? <see cref="GateModel"/> says how likely it is; the reason is the section of <c>Terms/health-gate.txt</c> that speaks most against an
/// article, by the weights there. Reading ease says nothing here: obituaries and clickbait read easily.
/// </summary>
internal static class HealthGate
{
    /// <summary>Log odds from which an article passes: of what is let through, 19 in 20 have to be right.</summary>
    private const double PassesFrom = 0.1;

    /// <summary>How much more it takes where no topic is found: advice on money or clothes sounds like any other.</summary>
    private const double MoreWithoutTopic = 0.8;

    /// <summary>The same where only words of everyday life say a topic.</summary>
    private const double MoreWithFaintTopic = 0.4;

    /// <summary>How much an article says of health, by topics or by health words, before it counts as about health.</summary>
    private const double TopicNeeded = 1;
    private const double HealthNeeded = 2.0 / 3;

    /// <summary>A section that speaks against an article by less than this is no reason.</summary>
    private const double ReasonNeeded = 0.7;

    /// <summary>How much of a section there has to be before its own reason is given: one word of the news makes no politics.</summary>
    private const double ClearFrom = 1.5;

    /// <summary>A word that weighs less is no reason by itself.</summary>
    private const float WordNeeded = 0.2f;
    private const int MostWords = 3;

    public static HealthGateVerdict Judge(Article article) => Judge(article, GateEvidence.Of(article));

    /// <summary>The places in the title and summary that gave it away, or that let it pass; where no section of the list did, the words of the title that weighed most.</summary>
    public static ImmutableArray<TextSpan> PlacesOf(Article article, HealthGateVerdict verdict)
    {
        var evidence = GateEvidence.Of(article, withPlaces: true);
        if (verdict == HealthGateVerdict.Harmful) return HarmfulCalls.PlacesOf(article, evidence.TitleWords, evidence.TextWords);
        if (verdict == HealthGateVerdict.Advert) return Adverts.PlacesOf(evidence.TitleWords, evidence.TextWords, article.Language);
        var places = verdict.Section is { } section ? evidence.PlacesOf(section) : verdict.Passes ? evidence.PlacesFor() : [];
        return places.IsEmpty ? WordsOf(evidence.TitleWords, verdict.Passes ? 1 : -1) : places;
    }

    /// <summary>Whether an article without topics is of use, given that its title names one in everyday words.</summary>
    public static bool PassesByFaintTopic(Article article) => Judge(article, GateEvidence.Of(article), MoreWithFaintTopic).Passes;

    private static HealthGateVerdict Judge(Article article, GateEvidence evidence, double moreWithoutTopic = MoreWithoutTopic)
    {
        if (HarmfulCalls.Has(article, evidence.TitleWords, evidence.TextWords)) return HealthGateVerdict.Harmful;
        if (Adverts.Has(evidence.TitleWords, evidence.TextWords, article.Language)) return HealthGateVerdict.Advert;
        var needed = PassesFrom + (article.Topics.IsEmpty ? moreWithoutTopic : 0);
        if (GateModel.Current.Score(article, evidence) >= needed) return HealthGateVerdict.Useful;
        var against = (Section: -1, Weight: -ReasonNeeded);
        for (var i = 0; i < GateTerms.Sections.Length; i++)
        {
            var weight = evidence.WeightOf(i);
            if (weight < against.Weight && HealthGateVerdict.HasReason(GateTerms.Sections[i].Slug)) against = (i, weight);
        }
        if (against.Section >= 0)
        {
            var verdict = HealthGateVerdict.About(GateTerms.Sections[against.Section].Slug) with { Section = against.Section };
            return evidence.OfTitle[against.Section] + evidence.OfText[against.Section] < ClearFrom ? verdict.InPlainWords : verdict;
        }
        var aboutHealth = article.Topics.Length > 0 || evidence.Topics >= TopicNeeded || evidence.Health >= HealthNeeded;
        return aboutHealth ? HealthGateVerdict.SaysLittle : HealthGateVerdict.NotHealth;
    }

    private static ImmutableArray<TextSpan> WordsOf(FoldedWords title, int side) => TextSpan.Apart(Enumerable.Range(0, title.Count).Where(i => !title[i].IsEmpty)
        .Select(i => (Weight: side * GateModel.Current.WeightOf(GateFeatures.OfTitle(GateFeatures.WordOf(title[i]))), Place: title.PlaceOf(i, 1)))
        .Where(word => word.Weight >= WordNeeded).OrderByDescending(word => word.Weight).Take(MostWords)
        .Select(word => new TextSpan(TextPart.Title, word.Place.Start, word.Place.End)));
}

namespace Wellread.Articles;

/// <summary>
/// Is this health information that a patient can use? Weighs what an article says about staying well (its topics, health words, advice) against what else it may be about. Reading
/// ease says nothing here: obituaries and clickbait read easily.
/// </summary>
internal static class HealthGate
{
    private const double TitleFactor = 2;
    private const double Needed = 6;
    private const int HealthSection = 0;
    private const int AdviceSection = 1;
    private const double HealthCap = 8;
    private const double AdviceCap = 6;
    private const double TopicWorth = 3;

    private static readonly TermLexicon Lexicon = TermLexicon.Load("health-gate.txt");

    public static HealthGateVerdict Judge(Article article)
    {
        Span<double> scores = stackalloc double[Lexicon.Sections.Length];
        Weigh(article.Title, article.Language, TitleFactor, scores);
        Weigh(article.Summary, article.Language, 1, scores);
        var useful = Math.Min(scores[HealthSection], HealthCap) + Math.Min(scores[AdviceSection], AdviceCap) + TopicWorth * Math.Min(article.Topics.Length, 3);
        var other = AdviceSection + 1;
        for (var i = other + 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[other]) other = i;
        }
        if (scores[other] >= Needed && scores[other] >= useful * 0.6) return HealthGateVerdict.About(Lexicon.Sections[other].Slug);
        if (article.Topics.Length == 0 && scores[HealthSection] < Needed) return HealthGateVerdict.NotHealth;
        return useful >= Needed ? HealthGateVerdict.Useful : HealthGateVerdict.NotHealth;
    }

    /// <summary>True where any word of health is in the text.</summary>
    public static bool SpeaksOfHealth(string text, string language)
    {
        foreach (var hit in Lexicon.Find(text, language))
        {
            if (hit.Section == HealthSection) return true;
        }
        return false;
    }

    private static void Weigh(string text, string language, double factor, Span<double> scores)
    {
        var seen = new HashSet<(int, int)>();
        foreach (var hit in Lexicon.Find(text, language))
        {
            if (seen.Add((hit.Section, hit.Term))) scores[hit.Section] += hit.Weight * factor;
        }
    }
}

/// <summary>What the gate says. <paramref name="Code"/> is stable; <paramref name="Reason"/> is for an editor.</summary>
internal sealed record HealthGateVerdict(bool Passes, string Code, string Reason)
{
    public static HealthGateVerdict Useful { get; } = new(true, "useful", "About staying well");

    public static HealthGateVerdict NotHealth { get; } = new(false, "not-health", "Not about health");

    public static HealthGateVerdict About(string subject) => subject switch
    {
        "politics" => new(false, subject, "About health politics, not about staying well"),
        "obituary" => new(false, subject, "About someone who died, not about staying well"),
        "business" => new(false, subject, "About business, not about staying well"),
        "sport" => new(false, subject, "About sport, not about staying well"),
        "crime" => new(false, subject, "About a crime, a war or a disaster, not about staying well"),
        "culture" => new(false, subject, "About people or things in the news, not about staying well"),
        "clickbait" => new(false, subject, "Made to be clicked or to sell, not to inform"),
        "profession" => new(false, subject, "About health care as work or business, not about staying well"),
        _ => new(false, subject, "Not about staying well"),
    };
}

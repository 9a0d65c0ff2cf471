using System.Collections.Immutable;
using System.Globalization;

namespace Wellread.Articles;

/// <summary>
/// Is this health information that a patient can use? Adds up what an article says about its topics, about care, advice and findings, against what else it may be
/// about. Reading ease says nothing here: obituaries and clickbait read easily. Words and weights are in <c>Terms/health-gate.txt</c>.
/// </summary>
internal static class HealthGate
{
    private const double Bias = -2.9;
    private const double TopicInTitle = 0.58;
    private const double TopicInText = 0.13;
    private const double StartsWithNumber = 0.3;
    private const double AsksQuestion = 0.5;

    /// <summary>No section says more than two strong terms.</summary>
    private const double Cap = 6;

    private const int Strong = 3;

    /// <summary>How much of its score a topic gives before an article counts as about health.</summary>
    private const double AboutHealth = 0.7;

    /// <summary>Health words, by weight, that an article without a topic needs.</summary>
    private const double Needed = 3;

    private static readonly TermLexicon Lexicon = TermLexicon.Load("health-gate.txt");
    private static readonly ImmutableArray<(double Title, double Text)> Weights =
        [.. Lexicon.Sections.Select(section => (Number(section.Names[1]), Number(section.Names[2])))];

    private static readonly int HealthSection = IndexOf("health");
    private static readonly int CareSection = IndexOf("care");

    public static HealthGateVerdict Judge(Article article)
    {
        var titleWords = FoldedWords.From(article.Title);
        var textWords = FoldedWords.From(article.Summary);
        var title = Amounts(titleWords, article.Language);
        var text = Amounts(textWords, article.Language);
        var topics = TopicInTitle * TopicAmount(titleWords, article.Language) + TopicInText * TopicAmount(textWords, article.Language);
        var score = Bias + topics;
        if (article.Title.Length > 0 && char.IsAsciiDigit(article.Title[0])) score += StartsWithNumber;
        if (article.Title.Contains('?', StringComparison.Ordinal)) score += AsksQuestion;
        var against = (Section: -1, Amount: 0.0);
        for (var i = 0; i < Weights.Length; i++)
        {
            var amount = Weights[i].Title * title[i] + Weights[i].Text * text[i];
            score += amount;
            if (amount < against.Amount) against = (i, amount);
        }
        var aboutHealth = article.Topics.Length > 0 || topics > AboutHealth || title[HealthSection] + text[HealthSection] >= Needed;
        if (score > 0 && aboutHealth) return HealthGateVerdict.Useful;
        if (against.Amount < -AboutHealth) return HealthGateVerdict.About(Lexicon.Sections[against.Section].Slug);
        return aboutHealth ? HealthGateVerdict.SaysLittle : HealthGateVerdict.NotHealth;
    }

    /// <summary>True where any word of health or care is in the text.</summary>
    public static bool SpeaksOfHealth(FoldedWords text, string language) =>
        Lexicon.Find(text, language).Exists(hit => hit.Section == HealthSection || (hit.Section == CareSection && hit.Weight == Strong));

    /// <summary>Each section's terms by weight, a repeated term once.</summary>
    private static double[] Amounts(FoldedWords text, string language)
    {
        var amounts = new double[Lexicon.Sections.Length];
        var seen = new HashSet<(int, int)>();
        foreach (var hit in Lexicon.Find(text, language))
        {
            if (seen.Add((hit.Section, hit.Term))) amounts[hit.Section] = Math.Min(amounts[hit.Section] + hit.Weight, Cap);
        }
        return amounts;
    }

    /// <summary>How much a text says of health topics; those that mostly make news say nothing of advice.</summary>
    private static double TopicAmount(FoldedWords text, string language)
    {
        var topics = TopicCatalog.Lexicon;
        var total = 0;
        var seen = new HashSet<int>();
        foreach (var hit in topics.Find(text, language))
        {
            if (!NewsTopics[hit.Section] && seen.Add(hit.Term)) total += hit.Weight;
        }
        return Math.Min(total, Cap);
    }

    private static readonly ImmutableArray<bool> NewsTopics =
        [.. TopicCatalog.Lexicon.Sections.Select(section => section.Slug is "covid" or "infections" or "costs-and-coverage")];

    private static int IndexOf(string slug) => Lexicon.Sections.IndexOf(Lexicon.Sections.Single(section => section.Slug == slug));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>What the gate says. <paramref name="Code"/> is stable; <paramref name="Reason"/> is for an editor.</summary>
internal sealed record HealthGateVerdict(bool Passes, string Code, string Reason)
{
    /// <summary>True for what may still be shown when there is nothing better: it has little to use, but is no politics, business, crime or bait.</summary>
    public bool IsHarmless => Code is "no-advice" or "people" or "numbers";

    public static HealthGateVerdict Useful { get; } = new(true, "useful", "About staying well");

    public static HealthGateVerdict NotHealth { get; } = new(false, "not-health", "Not about health");

    public static HealthGateVerdict SaysLittle { get; } = new(false, "no-advice", "Says too little that a patient can use");

    public static HealthGateVerdict About(string subject) => subject switch
    {
        "numbers" => new(false, subject, "About case counts or an outbreak in the news, not about staying well"),
        "people" => new(false, subject, "About one person's story, not about staying well"),
        "lab" => new(false, subject, "About early research, not about staying well"),
        "politics" => new(false, subject, "About health politics, not about staying well"),
        "obituary" => new(false, subject, "About someone who died, not about staying well"),
        "business" => new(false, subject, "About business, not about staying well"),
        "sport" => new(false, subject, "About sport, not about staying well"),
        "crime" => new(false, subject, "About a crime, a war or a disaster, not about staying well"),
        "culture" => new(false, subject, "About people or things in the news, not about staying well"),
        "clickbait" => new(false, subject, "Made to be clicked or to sell, not to inform"),
        "profession" => new(false, subject, "About health care as work or business, not about staying well"),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "The word list has a section without a reason."),
    };
}

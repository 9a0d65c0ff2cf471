using System.Collections.Frozen;

namespace Wellread.Articles;

/// <summary>What the gate says. <paramref name="Code"/> is stable; <paramref name="Reason"/> is for an editor.</summary>
internal sealed record HealthGateVerdict(bool Passes, string Code, string Reason)
{
    /// <summary>By section of the word list, as in "About a crime, a war or a disaster, not about staying well".</summary>
    private static readonly FrozenDictionary<string, HealthGateVerdict> BySection = new HealthGateVerdict[]
    {
        new(false, "numbers", "About case counts or an outbreak in the news, not about staying well"),
        new(false, "people", "About one person's story, not about staying well"),
        new(false, "lab", "About early research, not about staying well"),
        new(false, "research", "Written for specialists, not about staying well"),
        new(false, "politics", "About health politics, not about staying well"),
        new(false, "obituary", "About someone who died, not about staying well"),
        new(false, "business", "About business, not about staying well"),
        new(false, "sport", "About sport, not about staying well"),
        new(false, "crime", "About a crime, a war or a disaster, not about staying well"),
        new(false, "culture", "About people or things in the news, not about staying well"),
        new(false, "clickbait", "Made to be clicked or to sell, not to inform"),
        new(false, "profession", "About health care as work or business, not about staying well"),
        new(false, "own", "News of a practice, hospital or publisher itself, not about staying well"),
        new(false, "news", "About something that happened, not about staying well"),
        new(false, "places", "About what happened in one place, not about staying well"),
    }.ToFrozenDictionary(verdict => verdict.Code, StringComparer.Ordinal);

    /// <summary>The section that spoke most against it.</summary>
    internal int? Section { get; init; }

    /// <summary>True where the words say no more than that it is nothing for a patient: too little in the text says what it is about instead.</summary>
    public bool IsPlain { get; private init; }

    public HealthGateVerdict InPlainWords => this with { Reason = "Not about what a patient can do to stay well", IsPlain = true };

    /// <summary>True for what may still be shown when there is nothing better: it has little to use, but is no politics, business, crime or bait.</summary>
    public bool IsHarmless => Code is "no-advice" or "people" or "numbers";

    /// <summary>True for what a crime report and advice on violence have in common: a health source that says so gives advice.</summary>
    public bool MayBeCare => IsHarmless || Code is "not-health" or "crime";

    /// <summary>True for what colleagues may read although no patient can use it.</summary>
    public bool IsForSpecialists => Code == "research";

    public static HealthGateVerdict Useful { get; } = new(true, "useful", "About staying well");

    public static HealthGateVerdict NotHealth { get; } = new(false, "not-health", "Not about health");

    public static HealthGateVerdict SaysLittle { get; } = new(false, "no-advice", "Says too little that a patient can use");

    public static HealthGateVerdict Advert { get; } = new(false, "advert", "Paid for, or made to sell, not to inform");

    public static HealthGateVerdict Harmful { get; } = new(false, "harmful", "May do harm: it speaks against a treatment that is proven, or for something dangerous");

    public static bool HasReason(string section) => BySection.ContainsKey(section);

    public static HealthGateVerdict About(string section) => BySection[section];
}

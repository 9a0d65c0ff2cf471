namespace Wellread.Scoring;

/// <summary>What a phrase of the lists <c>phrases-….txt</c> gives away.</summary>
internal enum PhraseKind
{
    /// <summary>No finding, but hides the shorter phrases inside it: "breakthrough infection".</summary>
    Sober,

    /// <summary>Promises more than medicine can keep.</summary>
    Hype,
    SingleStudy,

    /// <summary>Speaks of more than one study, so that the text is not about a single one.</summary>
    SeveralStudies,
    AnimalStudy,

    /// <summary>An animal, which makes an animal study only where the text is about a study.</summary>
    Animal,
    PressRelease,

    /// <summary>Language of study reports: "hazard ratio".</summary>
    Study,
}

/// <summary>A phrase and what it gives away. <paramref name="Remark"/> is what an editor should mind, of hype.</summary>
internal sealed record Phrase(string Words, PhraseKind Kind, string? Remark)
{
    /// <summary>Promises a cure, as may be said of some illnesses; see <see cref="Cures"/>.</summary>
    public bool IsCure { get; init; }

    /// <summary>Reads a list: <c>[kind]</c> or <c>[kind: remark]</c> opens a section (<c>[cure: remark]</c> one of hype that may be true), below it stand phrases between commas, <c>#</c> is a comment.</summary>
    public static IEnumerable<Phrase> Read(string name)
    {
        var kind = PhraseKind.Sober;
        string? remark = null;
        var isCure = false;
        foreach (var line in EmbeddedLines.Of(name))
        {
            if (line[0] == '#') continue;
            if (line[0] == '[')
            {
                var heading = line.Trim('[', ']').Split(": ", 2);
                isCure = heading[0] == "cure";
                kind = isCure ? PhraseKind.Hype : Enum.Parse<PhraseKind>(heading[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                remark = heading is [_, var text] ? text : null;
                continue;
            }
            foreach (var words in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return new Phrase(words, kind, remark) { IsCure = isCure };
        }
    }
}

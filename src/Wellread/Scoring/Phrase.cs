namespace Wellread.Scoring;

/// <summary>What a phrase of the lists <c>phrases-….txt</c> gives away.</summary>
internal enum PhraseKind
{
    /// <summary>No finding, but hides the shorter phrases inside it: "breakthrough infection".</summary>
    Sober,
    Hype,
    SingleStudy,
    AnimalStudy,
    PressRelease,

    /// <summary>Language of study reports: "hazard ratio".</summary>
    Study,
}

/// <summary>A phrase found and what it gives away.</summary>
internal sealed record Phrase(string Words, PhraseKind Kind)
{
    /// <summary>Reads a list: <c>[kind]</c> opens a section, below it stand phrases between commas, <c>#</c> is a comment.</summary>
    public static IEnumerable<Phrase> Read(string name)
    {
        var kind = PhraseKind.Sober;
        foreach (var line in EmbeddedLines.Of(name))
        {
            if (line[0] == '#') continue;
            if (line[0] == '[') kind = Enum.Parse<PhraseKind>(line.Trim('[', ']').Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            else foreach (var words in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return new Phrase(words, kind);
        }
    }
}

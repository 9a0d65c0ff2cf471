namespace Wellread.Scoring;

/// <summary>Reads a list of terms: <c>term = plain words</c>, one a line, <c>#</c> for comments. Simple plurals are added.</summary>
internal static class JargonFile
{
    public static IEnumerable<JargonTerm> Read(string name)
    {
        foreach (var line in EmbeddedLines.Of(name))
        {
            if (line.StartsWith('#') || line.Split(" = ", 2) is not [var term, var plainWords]) continue;
            foreach (var form in Forms(term)) yield return new JargonTerm(form, plainWords);
        }
    }

    private static IEnumerable<string> Forms(string term)
    {
        yield return term;
        if (!term.EndsWith('s')) yield return term.EndsWith('y') && !term.EndsWith("ey", StringComparison.Ordinal) ? term[..^1] + "ies" : term + "s";
    }
}

using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>A list of terms as read.</summary>
internal sealed record JargonList(IReadOnlyList<JargonTerm> Terms, IReadOnlyList<JargonTerm> ShortForms, FrozenDictionary<string, string> Parts);

/// <summary>
/// Reads a list of terms. <c>[kind]</c> opens a section, below it stands <c>term = plain words</c>, one a line; <c>term/plural = plain/plural</c> where a form is
/// irregular; several terms between commas share their plain words. Behind <c>;</c> stand neighbours that a term needs (<c>with: ear nose</c>) or that
/// keep it from being one (<c>not: angle</c>); <c>any</c> = none, but the model does not count the term, so that a list can grow without a new training; <c>@name</c> stands for a set, which <c>@name = words</c> defines. Forms are added by <see cref="JargonForms"/>.
/// </summary>
internal static class JargonFile
{
    public static JargonList Read(string name)
    {
        var forms = name.Contains("spanish", StringComparison.Ordinal) ? JargonForms.Spanish : JargonForms.English;
        var sets = new Dictionary<string, string>();
        var parts = new Dictionary<string, string>();
        List<JargonTerm> terms = [], shortForms = [];
        var kind = "";
        foreach (var line in EmbeddedLines.Of(name))
        {
            if (line[0] == '#') continue;
            if (line[0] == '[')
            {
                kind = line.Trim('[', ']');
                continue;
            }
            if (line.Split(" = ", 2) is not [var left, var right]) throw new FormatException($"{name}: '{line}'");
            if (left[0] == '@') sets[left] = right;
            else if (kind == "part") parts[left] = right;
            else (kind == "short form" ? shortForms : terms).AddRange(Terms(left, right, kind, forms, sets));
        }
        return new JargonList(terms, shortForms, parts.ToFrozenDictionary());
    }

    private static IEnumerable<JargonTerm> Terms(string left, string right, string kind, JargonForms forms, Dictionary<string, string> sets)
    {
        var fields = right.Split(';', StringSplitOptions.TrimEntries);
        var context = Context(fields[1..], sets);
        foreach (var term in left.Split(',', StringSplitOptions.TrimEntries))
        {
            foreach (var form in forms.Of(kind, term, fields[0])) yield return form with { Context = context };
        }
    }

    private static JargonContext? Context(string[] fields, Dictionary<string, string> sets)
    {
        if (fields.Length == 0) return null;
        HashSet<uint> with = [], without = [];
        foreach (var field in fields)
        {
            if (field == "any") continue;
            var set = field.StartsWith("with: ", StringComparison.Ordinal) ? with
                : field.StartsWith("not: ", StringComparison.Ordinal) ? without : throw new FormatException($"'{field}'");
            foreach (var word in field[(field.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(' ').SelectMany(word => word[0] == '@' ? sets[word].Split(' ') : [word]))
            {
                set.Add(FeatureHash.Of(word));
                set.Add(FeatureHash.Of(word + "s"));
            }
        }
        return new JargonContext(with.ToFrozenSet(), without.ToFrozenSet());
    }
}

using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>Short forms in capitals, such as "COPD", that a reader can't be expected to know and that the text does not spell out.</summary>
internal static class ShortForm
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "US", "USA", "UK", "EU", "UN", "NHS", "CDC", "FDA", "WHO", "NIH", "AIDS", "HIV", "DNA", "TV", "AM", "PM", "COVID", "OK", "DIY", "CT", "MRI", "PE", "GP", "GPS",
        "SPF", "UV", "CPR", "ER", "ICU", "IQ", "ID", "II", "III", "IV", "VI", "VII", "LA", "NY", "NYC", "DC", "CEO", "FAQ", "BBC", "CNN", "NBC", "CBS", "ABC",
        "NPR", "AP", "MD", "AI", "IT", "MP", "MPS", "PPE", "RNA");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownSpans = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsUnexplained(in TextTokens tokens, int index)
    {
        var raw = tokens.Raw(index);
        return !KnownSpans.Contains(raw) && !IsSpelledOut(tokens.Whole, raw);
    }

    // "lung disease (COPD)" or "COPD (a lung disease)".
    private static bool IsSpelledOut(ReadOnlySpan<char> text, ReadOnlySpan<char> form)
    {
        for (var rest = text; rest.IndexOf(form) is >= 0 and var at; rest = rest[(at + form.Length)..])
        {
            var before = text.Length - rest.Length + at;
            if (before > 0 && text[before - 1] == '(') return true;
            if (text[(before + form.Length)..].StartsWith(" (")) return true;
        }
        return false;
    }
}

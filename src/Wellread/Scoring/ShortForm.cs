using System.Collections.Frozen;

namespace Wellread.Scoring;

/// <summary>Short forms in capitals, such as "COPD", that a reader can't be expected to know and that the text does not spell out.</summary>
internal static class ShortForm
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "US", "USA", "UK", "EU", "UN", "NHS", "CDC", "FDA", "WHO", "NIH", "AIDS", "HIV", "DNA", "TV", "AM", "PM", "COVID", "OK", "DIY", "CT", "MRI", "PE", "GP", "GPS",
        "SPF", "UV", "CPR", "ER", "ICU", "IQ", "ID", "II", "III", "IV", "VI", "VII", "LA", "NY", "NYC", "DC", "CEO", "FAQ", "BBC", "CNN", "NBC", "CBS", "ABC",
        "NPR", "AP", "MD", "AI", "IT", "MP", "MPS", "PPE", "RNA");

    /// <summary>What follows one of these is a word to send by phone: "Text HOME to 741741".</summary>
    private static readonly FrozenSet<string> Sent = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "text", "texting", "send", "word", "keyword", "envíe", "envía", "mande", "escriba", "escribe", "palabra");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownSpans = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SentSpans = Sent.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word in capitals is a piece of a phone number ("1-800-QUIT-NOW") or of a message to a number ("Text HOME to 741741").</summary>
    public static bool IsPartOfNumber(in TextTokens tokens, int index)
    {
        var all = tokens.All;
        if (index > 0 && SentSpans.Contains(tokens.Raw(all[index - 1].Kind == TokenKind.Mark && index > 1 ? index - 2 : index - 1))) return true;
        var isParted = false;
        for (var i = index - 1; i >= 0 && i >= index - 8 && all[i + 1].Start - all[i].End <= 1; i--)
        {
            if (all[i].Kind == TokenKind.Number) return isParted && all[i].End - all[i].Start == 3;
            if (all[i].Kind == TokenKind.Mark) isParted |= tokens.Raw(i) is "-" or "\u2010" or "\u2011" or "\u2013" or ")" or ".";
            else if ((all[i].Form & WordForm.Acronym) == 0) return false;
        }
        return false;
    }

    public static bool IsUnexplained(ReadOnlySpan<char> form, string title, string text) =>
        !KnownSpans.Contains(form) && !SpelledOut.In(title, form) && !SpelledOut.In(text, form);
}

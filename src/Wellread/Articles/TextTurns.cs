using System.Collections.Frozen;

namespace Wellread.Articles;

/// <summary>
/// Whether a text tells a reader to do something else than its former version, however few words were changed: another number or unit, a "not" that came or went, a word
/// exchanged beside a "not". A text that only goes on, or was cut at its end, as feeds do, has not turned.
/// </summary>
internal static class TextTurns
{
    /// <summary>A word this near to a "not" is what it denies, or near enough to be read again.</summary>
    private const int BesideDenial = 3;

    private static readonly FrozenSet<string> Denials = ("not no never dont doesnt didnt isnt arent wasnt werent cant cannot couldnt wont wouldnt shouldnt mustnt without avoid neither nor unless stop "
        + "nunca jamas sin ni tampoco evite evitar excepto salvo").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Units = ("second minute hour day week month year percent degree microgram milligram gram kilogram pound ounce cup teaspoon tablespoon milliliter liter litre glass pill tablet dose "
        + "segundo minuto hora dia semana mes ano grado microgramo miligramo gramo kilo kilogramo libra onza taza cucharadita cucharada mililitro litro vaso pastilla tableta dosis").Split(' ')
        .SelectMany(unit => new[] { unit, unit + "s", unit + "es" }).Concat(["mg", "mcg", "ug", "µg", "g", "kg", "ml", "l", "lb", "lbs", "oz", "iu", "ui", "once", "twice"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Numbers = NumberWords.All.Select(number => number.Word).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="before">The words of the former version, in lower case without accents, in order.</param>
    /// <param name="after">Those of the text now.</param>
    public static bool Between(string[] before, string[] after) => WordDifference.Of(before, after).Any(part => IsTurn(part, before, after));

    private static bool IsTurn(WordDifference part, string[] before, string[] after)
    {
        var gone = before.AsSpan(part.Gone);
        var come = after.AsSpan(part.Come);
        if (part.Gone.End.Value == before.Length && part.Come.End.Value == after.Length && GoesOnOrIsCut(gone, come)) return false;
        return HasWeight(gone) || HasWeight(come) || (gone.Length > 0 && come.Length > 0 && (IsBesideDenial(part.Gone, before) || IsBesideDenial(part.Come, after)));
    }

    /// <summary>The last word of a text that was cut may be the half of one.</summary>
    private static bool GoesOnOrIsCut(ReadOnlySpan<string> gone, ReadOnlySpan<string> come) => gone.Length == 0 || come.Length == 0
        || (gone.Length == 1 && come[0].StartsWith(gone[0], StringComparison.Ordinal) && !char.IsAsciiDigit(gone[0][0]))
        || (come.Length == 1 && gone[0].StartsWith(come[0], StringComparison.Ordinal) && !char.IsAsciiDigit(come[0][0]));

    private static bool HasWeight(ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (char.IsAsciiDigit(word[0]) || Denials.Contains(word) || Units.Contains(word) || Numbers.Contains(word)) return true;
        return false;
    }

    private static bool IsBesideDenial(Range place, string[] words)
    {
        var (from, to) = (Math.Max(0, place.Start.Value - BesideDenial), Math.Min(words.Length, place.End.Value + BesideDenial));
        return words.AsSpan(from..to).ContainsAnyOf(Denials);
    }

    private static bool ContainsAnyOf(this Span<string> words, FrozenSet<string> set)
    {
        foreach (var word in words) if (set.Contains(word)) return true;
        return false;
    }
}

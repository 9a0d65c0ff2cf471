using System.Text;

namespace Wellread.Privacy;

/// <summary>
/// A post as the guard reads it: look-alike characters as the plain ones (wide digits, odd dashes and spaces, curly quotes), characters that can't be seen left out.
/// Places in it lead back to the text that was sent.
/// </summary>
internal sealed class GuardText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    private GuardText(string plain, int[] starts, int[] ends) => (Plain, _starts, _ends) = (plain, starts, ends);

    /// <summary>The text to look through.</summary>
    public string Plain { get; }

    /// <summary>A place in <see cref="Plain"/>, which is not empty, as one in the text that was sent, in UTF-16 units.</summary>
    public (int Start, int End) Sent(int start, int end) => (_starts[start], _ends[end - 1]);

    public static GuardText Of(string text)
    {
        var plain = new char[text.Length];
        var starts = new int[text.Length];
        var ends = new int[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var width = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            var character = text[i] < 0x80 ? text[i] : Seen(text, i, width);
            if (character != Unseen)
            {
                plain[count] = character;
                starts[count] = i;
                ends[count++] = i + width;
            }
            else if (count > 0 && IsAccent(text[i]))
            {
                ends[count - 1] = i + 1;
            }
            i += width - 1;
        }
        return new GuardText(new string(plain, 0, count), starts, ends);
    }

    private const char Unseen = '\0';

    private const char Other = '\uFFFD';

    private static bool IsAccent(char character) => character is >= '\u0300' and <= '\u036F' or >= '\uFE00' and <= '\uFE0F';

    private static char Seen(string text, int at, int width)
    {
        var character = text[at];
        switch (character)
        {
            case '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '\uFF07': return '\'';
            case '\u201C' or '\u201D' or '\u00AB' or '\u00BB': return '"';
            case (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D': return '-';
            case '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000': return ' ';
            case '\u2028' or '\u2029' or '\u0085': return '\n';
            case '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF': return Unseen;
            case < '\u0250': return character;
        }
        if (IsAccent(character) || character is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF') return Unseen;
        if (width == 1 && char.IsSurrogate(character)) return Other;
        var rune = width == 2 ? new Rune(character, text[at + 1]) : new Rune(character);
        if (Rune.IsDigit(rune)) return (char)('0' + (int)Rune.GetNumericValue(rune));
        if (width == 1 && character is < '\u2100' or (>= '\u2E80' and < '\uFB00')) return character;
        if ((rune.Value & 0xFFFE) == 0xFFFE) return Unseen;
        var shown = rune.ToString().Normalize(NormalizationForm.FormKC);
        return shown.Length == 1 ? shown[0] : Other;
    }
}

using System.Globalization;

namespace Wellread.Sharing;

/// <summary>The parts of a link as X reads them.</summary>
internal static class XUrlParts
{
    private const int LongestLabel = 63;
    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// The length of the host that <paramref name="text"/> starts with, up to the last label that is a top-level domain; 0 for none.
    /// A <paramref name="bare"/> host (no scheme) is of ASCII and accented Latin letters only.
    /// </summary>
    public static int HostLength(ReadOnlySpan<char> text, bool bare)
    {
        Span<int> starts = stackalloc int[32];
        var labels = 0;
        var at = 0;
        while (labels < starts.Length)
        {
            starts[labels++] = at;
            while (at < text.Length && (bare ? IsBareLabelCharacter(text[at]) || text[at] is '-' : IsLabelCharacter(text[at]))) at++;
            if (at >= text.Length - 1 || text[at] != '.') break;
            at++;
        }
        for (var last = labels - 1; last > 0; last--)
        {
            var domain = TopLevelDomains.LengthAtStartOf(text[starts[last]..]);
            var end = starts[last] + domain;
            if (domain == 0 || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '@' or '+' or '-'))) continue;
            if (AreLabels(text, starts[..(last + 1)])) return end + PortLength(text[end..]);
        }
        return 0;
    }

    /// <summary>Path and query.</summary>
    public static int TailLength(ReadOnlySpan<char> text)
    {
        var path = PathLength(text);
        return path + QueryLength(text[path..]);
    }

    public static int QueryLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '?') return 0;
        var end = 0;
        for (var i = 1; i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || "!?*'@();:&=+$/%#[]-_.,~|".Contains(text[i], StringComparison.Ordinal)); i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_' or '&' or '=' or '#' or '/') end = i + 1;
        }
        return end;
    }

    public static bool IsBareLabelCharacter(char character) => char.IsAsciiLetterOrDigit(character) || IsAccented(character);

    private static bool AreLabels(ReadOnlySpan<char> text, ReadOnlySpan<int> starts)
    {
        for (var i = 0; i < starts.Length - 1; i++)
        {
            var label = text[starts[i]..(starts[i + 1] - 1)];
            var isName = i == starts.Length - 2;
            if (label.Length == 0 || label[0] is '-' or '_' || label[^1] is '-' or '_' || (isName && label.Contains('_')) || !FitsPunycode(label)) return false;
        }
        return true;
    }

    private static bool FitsPunycode(ReadOnlySpan<char> label)
    {
        if (!label.ContainsAnyExceptInRange('\0', '\x7F')) return label.Length <= LongestLabel;
        if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase)) return false;
        try
        {
            return Idn.GetAscii(label.ToString()).Length <= LongestLabel;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int PortLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != ':' || !char.IsAsciiDigit(text[1])) return 0;
        var length = 1;
        while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
        return length;
    }

    private static int PathLength(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] != '/') return 0;
        var end = 1;
        for (var i = 1; i < text.Length;)
        {
            if (text[i] == '(')
            {
                var balanced = BalancedLength(text[i..]);
                if (balanced == 0) break;
                end = i += balanced;
                continue;
            }
            if (!IsPathCharacter(text[i])) break;
            if (IsPathEnd(text[i])) end = i + 1;
            i++;
        }
        return end;
    }

    /// <summary>A pair of brackets, with at most one more inside: <c>/Primer_(film)</c>.</summary>
    private static int BalancedLength(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(' && ++depth > 2) return 0;
            if (text[i] == ')' && --depth == 0) return i > 1 ? i + 1 : 0;
            if (text[i] is not ('(' or ')') && !IsPathCharacter(text[i])) return 0;
        }
        return 0;
    }

    private static bool IsPathCharacter(char character) => IsPathEnd(character) || "!*';:,.$%[]~@|&\u2013".Contains(character, StringComparison.Ordinal);

    private static bool IsPathEnd(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '=' or '_' or '#' or '/' or '+' or '-' || IsAccented(character) || character is >= '\u0400' and <= '\u04FF';

    private static bool IsAccented(char character) =>
        character is (>= '\u00C0' and <= '\u024F' and not '\u00D7' and not '\u00F7') or (>= '\u0253' and <= '\u029F') or (>= '\u0300' and <= '\u036F') or (>= '\u1E00' and <= '\u1EFF');

    private static bool IsLabelCharacter(char character) => character is '-' or '_'
        || !(char.IsPunctuation(character) || char.IsWhiteSpace(character) || char.IsControl(character)
            || character is '$' or '+' or '<' or '=' or '>' or '^' or '`' or '|' or '~' or '\uFFFE' or '\uFEFF' or '\uFFFF'
            || char.GetUnicodeCategory(character) is UnicodeCategory.Format);
}

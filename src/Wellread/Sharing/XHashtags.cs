using System.Globalization;
using System.Text;

namespace Wellread.Sharing;

/// <summary>The hashtags that X finds in a text, by the rules of its conformance suite: letters of any script with digits and underscores, at least one letter, not inside a link.</summary>
internal static class XHashtags
{
    private const string Joiners = "_\u200C\u200D\uA67E\u05BE\u05F3\u05F4\uFF5E\u301C\u309B\u309C\u30A0\u30FB\u3003\u0F0B\u0F0C\u00B7";

    /// <summary>With their sign, in UTF-16 units.</summary>
    public static List<Range> Find(string text)
    {
        var links = XUrls.Find(text);
        var found = new List<Range>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('#' or '＃') || !MayFollow(text.AsSpan(0, i)) || links.Exists(link => link.Start.Value <= i && i < link.End.Value)) continue;
            var length = BodyLength(text.AsSpan(i + 1));
            if (length == 0) continue;
            found.Add(i..(i + 1 + length));
            i += length;
        }
        return found;
    }

    private static bool MayFollow(ReadOnlySpan<char> before)
    {
        if (before.Length == 0 || before[^1] is '\uFE0E' or '\uFE0F') return true;
        return Rune.DecodeLastFromUtf16(before, out var rune, out _) == System.Buffers.OperationStatus.Done && rune.Value != '&' && !IsPart(rune);
    }

    private static int BodyLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        var hasLetter = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPart(rune)) break;
            hasLetter |= IsLetter(rune);
            length += rune.Utf16SequenceLength;
        }
        var rest = text[length..];
        return hasLetter && !rest.StartsWith("://") && !(rest.Length > 0 && rest[0] is '#' or '＃') ? length : 0;
    }

    private static bool IsPart(Rune rune) =>
        IsLetter(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber || (rune.IsBmp && Joiners.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsLetter(Rune rune) => Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}

using System.Text;

namespace Wellread.Sharing;

/// <summary>
/// X's count (twitter-text configuration v3): after NFC, a link is 23, an emoji 2 however it is composed, what is joined in no known way as much as its parts, a character of Latin and its neighbours 1, any other 2.
/// </summary>
internal static class XWeightedLength
{
    public const int Limit = 280;
    private const int LinkWeight = 23;
    private const int EmojiWeight = 2;

    public static int Of(string text)
    {
        var normal = Normalize(text);
        var total = 0;
        var at = 0;
        foreach (var link in XUrls.Find(normal))
        {
            total += Characters(normal.AsSpan(at..link.Start.Value)) + LinkWeight;
            at = link.End.Value;
        }
        return total + Characters(normal.AsSpan(at));
    }

    /// <summary>Whether X takes the text: not empty, within the limit, no byte order mark or noncharacter.</summary>
    public static bool IsValid(string text) => text.Length > 0 && HasValidCharacters(text) && Of(text) <= Limit;

    public static bool HasValidCharacters(string text) => !text.AsSpan().ContainsAny('\uFFFE', '\uFEFF', '\uFFFF');

    /// <summary>Half a surrogate pair can't be normalised; such a text is counted as it is.</summary>
    private static string Normalize(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static int Characters(ReadOnlySpan<char> text)
    {
        var total = 0;
        while (text.Length > 0)
        {
            if (XEmoji.LengthAt(text) is > 0 and var emoji)
            {
                total += EmojiWeight;
                text = text[emoji..];
                continue;
            }
            // Half a pair counts as a character of its own.
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            total += rune.Value is <= 0x10FF or (>= 0x2000 and <= 0x200D) or (>= 0x2010 and <= 0x201F) or (>= 0x2032 and <= 0x2037) ? 1 : 2;
            text = text[length..];
        }
        return total;
    }
}

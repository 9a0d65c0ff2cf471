using System.Globalization;
using System.Text;

namespace Wellread.Sharing;

/// <summary>
/// X's count (twitter-text configuration v3): after NFC, a link is 23, an emoji 2 however it is composed, a character of Latin and its neighbours 1, any other 2.
/// </summary>
internal static class XWeightedLength
{
    public const int Limit = 280;
    private const int LinkWeight = 23;

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
    public static bool IsValid(string text) => text.Length > 0 && !text.AsSpan().ContainsAny('\uFFFE', '\uFEFF', '\uFFFF') && Of(text) <= Limit;

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
            var length = StringInfo.GetNextTextElementLength(text);
            total += WeightOf(text[..length]);
            text = text[length..];
        }
        return total;
    }

    private static int WeightOf(ReadOnlySpan<char> cluster)
    {
        // A sign that asks to be shown as text is none.
        if (Emoji.IsAtStartOf(cluster) && !cluster.Contains('\uFE0E')) return cluster[^1] == '\u200D' ? 3 : 2;
        var total = 0;
        foreach (var rune in cluster.EnumerateRunes()) total += rune.Value is <= 0x10FF or (>= 0x2000 and <= 0x200D) or (>= 0x2010 and <= 0x201F) or (>= 0x2032 and <= 0x2037) ? 1 : 2;
        return total;
    }
}

using System.Net;
using System.Text;

namespace Wellread.Feeds.Parsing;

/// <summary>A title for an item that has none: how its text begins.</summary>
internal static class TitleFallback
{
    private const int MaxLength = 100;
    private const int MaxRead = 2_000;

    public static string? Of(string? markup)
    {
        if (markup is null) return null;
        var text = new StringBuilder(MaxLength);
        var rest = markup.AsSpan(0, Math.Min(markup.Length, MaxRead));
        while (!rest.IsEmpty)
        {
            var tag = rest.IndexOf('<');
            text.Append(tag < 0 ? rest : rest[..tag]).Append(' ');
            rest = tag < 0 ? default : rest[tag..];
            var end = rest.IndexOf('>');
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        var words = WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : Cut(string.Join(' ', words));
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaxLength) return text;
        var end = text.LastIndexOf(' ', MaxLength);
        if (end < MaxLength / 2) end = char.IsLowSurrogate(text[MaxLength]) ? MaxLength - 1 : MaxLength;
        return text[..end] + "…";
    }
}

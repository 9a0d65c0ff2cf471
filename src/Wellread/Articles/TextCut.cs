using System.Globalization;

namespace Wellread.Articles;

/// <summary>Shortens text where a reader would.</summary>
internal static class TextCut
{
    /// <summary>
    /// At most <paramref name="max"/> UTF-16 units. Ends with the last sentence that fits where that keeps half of the room, else behind a word, with an ellipsis.
    /// </summary>
    public static string At(string text, int max)
    {
        text = text.Trim();
        if (text.Length <= max) return text;
        var sentence = LastSentenceEnd(text.AsSpan(0, max));
        if (sentence >= max / 2) return text[..sentence];
        var word = LastWordEnd(text, max - 1);
        return $"{text.AsSpan(0, word).TrimEnd(" \n,;:-–—(\"“‘'/")}…";
    }

    private static int LastSentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 2; i > 0; i--)
        {
            if (char.IsWhiteSpace(text[i]) && SentenceEnd.IsAt(text, i - 1)) return i;
        }
        return -1;
    }

    /// <summary>The last place at or before <paramref name="limit"/> between words; in a text without any (a long word, Chinese), between what a reader sees as characters.</summary>
    private static int LastWordEnd(string text, int limit)
    {
        for (var i = limit; i > limit / 2; i--)
        {
            if (char.IsWhiteSpace(text[i])) return i;
        }
        var end = 0;
        while (true)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            if (end + length > limit) return end;
            end += length;
        }
    }
}

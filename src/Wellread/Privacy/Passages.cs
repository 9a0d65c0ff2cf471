namespace Wellread.Privacy;

/// <summary>A long text in parts, each short enough to be looked through at once. A part begins with the last lines of the one before it, so that what stands together is seen together.</summary>
internal static class Passages
{
    /// <summary>In UTF-16 units. Posts and replies are shorter.</summary>
    public const int Longest = 5_000;

    private const int Shared = 400;

    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        for (var start = 0; ;)
        {
            var end = text.Length - start <= Longest ? text.Length : Border(text, start + Longest, start + (Longest / 2));
            yield return (start, end);
            if (end == text.Length) yield break;
            start = Border(text, end - Shared, end - (2 * Shared));
        }
    }

    public static string First(string text) => text.Length <= Longest ? text : text[..Of(text).First().End];

    // Behind the last end of a sentence, else of a word, else anywhere but in the middle of a character.
    private static int Border(string text, int at, int least)
    {
        var word = -1;
        for (var i = at; i > least; i--)
        {
            if (!char.IsWhiteSpace(text[i - 1])) continue;
            if (text[i - 1] == '\n' || (i > 1 && text[i - 2] is '.' or '!' or '?')) return i;
            if (word < 0) word = i;
        }
        return word > 0 ? word : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}

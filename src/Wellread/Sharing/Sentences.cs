using System.Text.RegularExpressions;
using Wellread.Articles;

namespace Wellread.Sharing;

/// <summary>The sentences of a summary that can stand in a post: whole ones, without links.</summary>
internal static partial class Sentences
{
    public static List<string> Of(string text)
    {
        var sentences = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var rest = Dateline().Replace(line, "");
            var start = 0;
            for (var i = 0; i < rest.Length; i++)
            {
                var last = i == rest.Length - 1;
                if (!last && !(char.IsWhiteSpace(rest[i + 1]) && SentenceEnd.IsAt(rest, i))) continue;
                Add(rest[start..(i + 1)].Trim(), sentences);
                start = i + 1;
            }
        }
        return sentences;
    }

    private static void Add(string sentence, List<string> sentences)
    {
        var isWhole = sentence.Length > 0 && SentenceEnd.IsAt(sentence, sentence.Length - 1);
        if (isWhole && sentence.Contains(' ', StringComparison.Ordinal) && XUrls.Find(sentence).Count == 0) sentences.Add(sentence);
    }

    /// <summary>"LONDON (Agency) - " and "FRIDAY, Nov. 20, 2026 (Agency) -- " in front of a report.</summary>
    [GeneratedRegex(@"^[\p{Lu}][\p{L}\d .,]{1,40}\([^()]{2,30}\)\s*[-–—]{1,2}\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();
}

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

    /// <summary>Whether a sentence says little without the one before it: "They also lift your mood."</summary>
    public static bool LeansOnThePrevious(string sentence) => Leaning().IsMatch(sentence);

    private static void Add(string sentence, List<string> sentences)
    {
        // A feed that cuts its summaries off leaves dots behind.
        var isWhole = sentence.Length > 0 && !sentence.EndsWith("..", StringComparison.Ordinal) && SentenceEnd.IsAt(sentence, sentence.Length - 1);
        if (isWhole && sentence.Contains(' ', StringComparison.Ordinal) && XUrls.Find(sentence).Count == 0) sentences.Add(sentence);
    }

    /// <summary>"LONDON (Agency) - " and "FRIDAY, Nov. 20, 2026 (Agency) -- " in front of a report.</summary>
    [GeneratedRegex(@"^[\p{Lu}][\p{L}\d .,]{1,40}\([^()]{2,30}\)\s*[-–—]{1,2}\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(
        @"^(it|its|they|their|them|this|that|these|those|he|she|his|her|but|and|or|so|also|then|such|both|instead|however|still|yet|another|others|even so|for example|for instance|in addition|the other"
        + @"|esto|esta|este|estos|estas|eso|esa|ese|esos|esas|ellos|ellas|él|ella|pero|y|o|también|además|así|entonces|por eso|sin embargo|por ejemplo|otro|otra|otros|otras|ambos|ambas)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leaning();
}

using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing.Tips;

namespace Wellread.Sharing;

/// <summary>The sentences of a summary that can stand in a post: whole ones, without links.</summary>
internal static partial class Sentences
{
    /// <summary>"Washington D.C." and "Bad idea." say too little.</summary>
    private const int FewestWords = 3;

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

    /// <summary>Whether a sentence takes back what the one before it says, or a part of that: "But there is no proof.", "That claim was retracted."</summary>
    public static bool TakesBack(string sentence) => Turning().IsMatch(sentence) || Advice.IsDoubtedIn(sentence) || Refuting().IsMatch(sentence);

    /// <summary>Whether a sentence can stand where its title stood: it has two longer words of the title and points to nothing else.</summary>
    public static bool StandsFor(string sentence, string title)
    {
        if (LeansOnThePrevious(sentence) || Pointing().IsMatch(sentence)) return false;
        var words = LongWords(title);
        words.IntersectWith(LongWords(sentence));
        return words.Count >= 2;
    }

    private static HashSet<string> LongWords(string text) => LongWord().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static void Add(string sentence, List<string> sentences)
    {
        // A feed that cuts its summaries off leaves dots behind.
        var isWhole = sentence.AsSpan().Count(' ') >= FewestWords - 1 && !sentence.EndsWith("..", StringComparison.Ordinal) && SentenceEnd.IsAt(sentence, sentence.Length - 1);
        if (isWhole && !Promotion().IsMatch(sentence) && XUrls.Find(sentence).Count == 0) sentences.Add(sentence);
        // What is taken back by words that are cut off is not left standing.
        else if (sentences.Count > 0 && TakesBack(sentence)) sentences.RemoveAt(sentences.Count - 1);
    }

    /// <summary>"LONDON (Agency) - " and "FRIDAY, Nov. 20, 2026 (Agency) -- " in front of a report.</summary>
    [GeneratedRegex(@"^[\p{Lu}][\p{L}\d .,]{1,40}\([^()]{2,30}\)\s*[-–—]{1,2}\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^(today|let's|let’s|one(?! (in|of|out))|the only|aquí|hoy)\b|\b(here|this|these|that condition|the condition|he|she|her|his|following|below|do so|said|says|este|esta|estos|estas)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(
        @"^(but|however|yet|instead|nonetheless|nevertheless|actually|in fact|in reality|in truth|not so|pero|sin embargo|no obstante|en realidad)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turning();

    [GeneratedRegex(
        @"\b(retract(ed|ion)|withdrawn|debunk(ed|s)?|disprove[dns]?|refute[ds]?|discredited|untrue|unproven|(no|little|not enough) (good |clear |strong )?(evidence|proof)|(not|isn't|isn’t|never) (true|proven|so|right|the case)"
        + @"|desmentid[oa]s?|desmienten?|retractad[oa]|(no hay|sin) (pruebas|evidencia)|no es (cierto|verdad|así))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refuting();

    [GeneratedRegex(@"\p{L}{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();

    /// <summary>What speaks of the site and not of the subject: "Get the latest stories", "Read on to know more".</summary>
    [GeneratedRegex(
        @"^(get (the |all |our )?latest|follow (the |our |us)|read (on|more|here|to know|our|the full)|click|subscribe|sign up|watch (the|this|our|full|video)|continue (reading|for|on|to)|check out|find out|stay tuned"
        + @"|learn more|know (more|all|about|from)|take (the|our|this) quiz|listen to|download|join (us|our)|lea más|siga leyendo|suscríbase|haga clic|últimas noticias|vea el)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Promotion();

    [GeneratedRegex(
        @"^(one (is|was|has|of them)|the (first|second|third|former|latter|same)|hence|thus|therefore|as a result|nonetheless|nevertheless|moreover|furthermore|besides|it|its|they|their|them|this|that|these|those|he|she|his|her|but|and|or|so|also|then|such|both|instead|however|still|yet|another|others|even so|for example|for instance|in addition|the other"
        + @"|esto|esta|este|estos|estas|eso|esa|ese|esos|esas|ellos|ellas|él|ella|pero|y|o|también|además|así|entonces|por eso|sin embargo|por ejemplo|otro|otra|otros|otras|ambos|ambas)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leaning();
}

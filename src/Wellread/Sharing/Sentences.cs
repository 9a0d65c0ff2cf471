using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing.Tips;

namespace Wellread.Sharing;

/// <summary>The sentences of a summary that can stand in a post: whole ones, without links.</summary>
internal static partial class Sentences
{
    /// <summary>"Call 911." and "Never." say too little alone.</summary>
    private const int FewestWords = 3;

    public static List<string> Of(string text)
    {
        var sentences = new List<string>();
        var early = "";
        foreach (var line in text.Split('\n'))
        {
            var rest = Dateline().Replace(line, "");
            var start = 0;
            for (var i = 0; i < rest.Length; i++)
            {
                var last = i == rest.Length - 1;
                if (!last && !(char.IsWhiteSpace(rest[i + 1]) && SentenceEnd.IsAt(rest, i))) continue;
                Add(rest[start..(i + 1)].Trim(), sentences, ref early);
                start = i + 1;
            }
        }
        if (early.Length > 0) sentences.Add(early);
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

    private static void Add(string sentence, List<string> sentences, ref string early)
    {
        // A feed that cuts its summaries off leaves dots behind.
        var stands = sentence.Length > 0 && !sentence.EndsWith("..", StringComparison.Ordinal) && SentenceEnd.IsAt(sentence, sentence.Length - 1)
            && !Promotion().IsMatch(sentence) && XUrls.Find(sentence).Count == 0;
        var words = sentence.AsSpan().Count(' ') + 1;
        // What is taken back by words that are cut off or few is not left standing.
        if ((!stands || words < FewestWords) && TakesBack(sentence))
        {
            if (sentences.Count > 0) sentences.RemoveAt(sentences.Count - 1);
            return;
        }
        if (!stands) return;
        if (words >= FewestWords)
        {
            sentences.Add(early.Length == 0 ? sentence : $"{early} {sentence}");
            early = "";
        }
        else if (SaysSomething(sentence, words))
        {
            // Left out, it could cost a life or turn an answer around, so it stays with the sentence before it, or with the first.
            if (sentences.Count > 0) sentences[^1] = $"{sentences[^1]} {sentence}";
            else early = early.Length == 0 ? sentence : $"{early} {sentence}";
        }
    }

    // "Washington D.C." and "Reuters." say nothing.
    private static bool SaysSomething(string sentence, int words) => words > 1 ? !Name().IsMatch(sentence) : Answer().IsMatch(sentence) || Advice.IsGivenBy(sentence, "en") || Advice.IsGivenBy(sentence, "es");

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*(\s\p{Lu}[\p{L}.'’-]*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(yes|no|never|always|maybe|absolutely|sí|nunca|jamás|siempre|quizás)[.!]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    /// <summary>"LONDON (Agency) - " and "FRIDAY, Nov. 20, 2026 (Agency) -- " in front of a report.</summary>
    [GeneratedRegex(@"^[\p{Lu}][\p{L}\d .,]{1,40}\([^()]{2,30}\)\s*[-–—]{1,2}\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"^(today|let's|let’s|one(?! (in|of|out))|the only|aquí|hoy)\b|\b(here|this|these|that condition|the condition|he|she|her|his|following|below|do so|said|says|them|they|their|that (day|time|week|year|night)|este|esta|estos|estas)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pointing();

    [GeneratedRegex(
        @"^(but|however|yet|instead|nonetheless|nevertheless|actually|in fact|in reality|in truth|not so|pero|sin embargo|no obstante|en realidad)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turning();

    [GeneratedRegex(
        @"\b(retract(ed|ion)|withdrawn|debunk(ed|s)?|disprove[dns]?|refute[ds]?|discredited|untrue|unproven|(no|little|not enough) (good |clear |strong )?(evidence|proof)|(not|isn't|isn’t|never) (true|proven|so|right|the case)"
        + @"|(cannot|can't|can’t|could not|does not|doesn't|doesn’t|did not|didn't|didn’t) (prove|show|establish) (that|cause|why|whether|a )|observational|(was|were|been|only) (done|tested|made|seen|studied) (only )?(in|on) (mice|rats|animals|cells)|not (yet )?been tested in (people|humans)"
        + @"|(was|were) the (advice|rule|custom|thinking|belief)\b|(we|they|people|doctors|parents|experts) (used to|once)|no longer (advise|recommend|true|thought|said|hold)\w*|no (puede )?(prueba|demuestra|probar|demostrar) (que|la causa)|observacional|ya no se (recomienda|aconseja)"
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

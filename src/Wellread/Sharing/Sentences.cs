using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing.Tips;

namespace Wellread.Sharing;

/// <summary>The sentences of a summary that can stand in a post: whole ones, without links.</summary>
internal static partial class Sentences
{
    /// <summary>"Call 911." and "Never." say too little alone.</summary>
    private const int FewestWords = 3;
    private const int StemLength = 4;

    /// <summary>Words that two texts on anything have in common.</summary>
    private static readonly HashSet<string> Common = new(
        ("about after also been being could does early first from good have health help helps here high just know life like long make makes many more most much need only other over people really risk said says should "
        + "some study than that their them there these they this those time ways what when where which while will with without would year years your best better people tips "
        + "cada como cómo con cuando cuándo desde donde entre esta este estos hacer para pero personas porque puede pueden salud sobre también tiene todos años estudio según debe saber").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <param name="text">A summary.</param>
    /// <param name="language">Its language.</param>
    public static List<string> Of(string text, string language)
    {
        var found = new Found(language);
        foreach (var line in text.Split('\n'))
        {
            var rest = Front().Replace(line.Trim(), "");
            var start = 0;
            for (var i = 0; i < rest.Length; i++)
            {
                var last = i == rest.Length - 1;
                if (!last && !(char.IsWhiteSpace(rest[i + 1]) && SentenceEnd.IsAt(rest, i))) continue;
                found.Add(rest[start..(i + 1)].Trim());
                start = i + 1;
            }
        }
        return found.All();
    }

    /// <summary>Whether a sentence opens on what the one before it says: "They also lift your mood."</summary>
    public static bool LeansOnThePrevious(string sentence) => Leaning.Opens(sentence);

    /// <summary>Whether a sentence takes back what the one before it says, or a part of that: "But there is no proof.", "That claim was retracted."</summary>
    public static bool TakesBack(string sentence) => Turning().IsMatch(sentence) || Advice.IsDoubtedIn(sentence) || Refuting().IsMatch(sentence);

    /// <summary>Whether a sentence can stand where its title stood: it has two longer words of the title and points to nothing else.</summary>
    public static bool StandsFor(string sentence, string title, string language)
    {
        if (Leaning.OnThePrevious(sentence, language) || Pointing().IsMatch(sentence)) return false;
        var words = LongWords(title);
        words.IntersectWith(LongWords(sentence));
        return words.Count >= 2;
    }

    /// <summary>Whether nearly all longer words of a sentence stand in another.</summary>
    public static bool SaysTheSame(string sentence, string other)
    {
        var (words, others) = (LongWords(sentence), LongWords(other));
        return words.Count(word => !others.Contains(word)) <= 1;
    }

    /// <summary>Whether two texts have a longer word in common, whatever its ending.</summary>
    public static bool SharesAWord(string sentence, string other) => Stems(sentence).Overlaps(Stems(other));

    private static HashSet<string> Stems(string text) => LongWord().Matches(text).Select(match => match.Value).Where(word => !Common.Contains(word)).Select(word => word[..Math.Min(word.Length, StemLength)])
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> LongWords(string text) => LongWord().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects sentences, and sees to it that none is left without what it needs beside it.</summary>
    private sealed class Found(string language)
    {
        private readonly List<string> _sentences = [];
        private string _early = "";
        private bool _leftOut;

        public List<string> All()
        {
            if (_early.Length > 0) _sentences.Add(_early);
            return _sentences;
        }

        public void Add(string sentence)
        {
            if (sentence.Length == 0) return;
            var stands = Stands(sentence) && !(_leftOut && Leaning.OnThePrevious(sentence, language));
            var words = sentence.AsSpan().Count(' ') + 1;
            // What is taken back by words that are cut off or few is not left standing.
            if ((!stands || words < FewestWords) && TakesBack(sentence))
            {
                if (_sentences.Count > 0) _sentences.RemoveAt(_sentences.Count - 1);
                return;
            }
            _leftOut = !stands;
            if (!stands) return;
            if (words >= FewestWords)
            {
                _sentences.Add(_early.Length == 0 ? sentence : $"{_early} {sentence}");
                _early = "";
            }
            else if (SaysSomething(sentence, words))
            {
                // Left out, it could cost a life or turn an answer around, so it stays with the sentence before it, or with the first.
                if (_sentences.Count > 0) _sentences[^1] = $"{_sentences[^1]} {sentence}";
                else _early = _early.Length == 0 ? sentence : $"{_early} {sentence}";
            }
        }
    }

    // A feed that cuts its summaries off leaves dots behind.
    private static bool Stands(string sentence) => !sentence.EndsWith("..", StringComparison.Ordinal) && SentenceEnd.IsAt(sentence, sentence.Length - 1)
        && BeginsWhole(sentence) && !Promotion().IsMatch(sentence) && !Apart().IsMatch(sentence) && !Dated().IsMatch(sentence) && !Somebodys().IsMatch(sentence) && XUrls.Find(sentence).Count == 0;

    // What begins in lower case, with a dash or in brackets belongs to words before it, and half of a quotation to the other half.
    private static bool BeginsWhole(string sentence) =>
        !(char.IsLower(sentence[0]) || sentence[0] is '-' or '–' or '—' or '•' or '*' or '(' or ')' or ',') && sentence.Count(letter => letter is '"' or '“' or '”') % 2 == 0;

    // "Washington D.C." and "Reuters." say nothing.
    private static bool SaysSomething(string sentence, int words) => words > 1 ? !Name().IsMatch(sentence) : Answer().IsMatch(sentence) || Advice.IsGivenBy(sentence, "en") || Advice.IsGivenBy(sentence, "es");

    /// <summary>Bylines, captions, headings in capitals, and what points to a table or a list that a post does not have.</summary>
    [GeneratedRegex(
        @"^\p{Lu}\p{Ll}+ (\p{Lu}\.? )?\p{Lu}\p{L}+, \p{Lu}{2,}( \p{Lu}{2,})* \p{Lu}|^By \p{Lu}\p{L}+ (\p{Lu}\.? )?\p{Lu}\p{L}+|^(Photos?|Images?|Video|Credit|Caption) (by |from )?\p{Lu}|(\b\p{Lu}+\b[ ,?!]*){6,}|@|^\p{Lu}\p{L}+ (\p{Lu}\. )?\p{Lu}\p{L}+,? (M\.D|MD|Ph\.D|PhD|RD|RN)\b"
        + @"|\b(REUTERS|AP|Getty|EMBARGO\w*|Shutterstock|for The New York Times|Medical Dictionary)\b|\b(table|list|chart|figure|video|links?) (below|above)\b|\bthe (table|chart) (below|above|lists)|\bthe following\b|\bfollowing:"
        + @"|(?i:\bthis, this\b|\bthis (page|website|site|column|blog|newsletter|video|podcast|slideshow)\b|\bis an? (periodic|weekly|daily|regular|new|occasional) (look|column|series|feature|blog)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    /// <summary>What is over by the time of a post, or tells where a study was printed.</summary>
    [GeneratedRegex(
        @"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d{1,2}, (19|20)\d\d\.$|\b((is|are|was|were|be|been) (published|presented|reported)|appears?|appeared) (today |online |this week )?(in|at|by) (the|a) "
        + @"|\b(out|published|released|announced|reported|said|marks?|presented) (on )?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day marks\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    /// <summary>What somebody says of whom the post does not tell, or of him- or herself: it would be read as the practice's own.</summary>
    [GeneratedRegex(
        @"[""”],? (he|she|they|it) (said|says|adds|added|told|wrote|explained)|[""”],? (says|said|adds|added|explains) (he|she|\p{Lu}\p{Ll}+\.)|\b(he|she) (said|says|told)\b"
        + @"|(?<!\b([Tt]ype|[Pp]hase|[Ww]ar|[Ss]tage|[Cc]lass|[Pp]art|[Ll]evel|[Gg]rade|[Ff]actor) )\bI(['’](m|ve|d|ll))? \p{Ll}|\b([Mm]y|me|[Mm]yself|[Yy]o|[Mm]is?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Somebodys();

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*,?(\s\p{Lu}[\p{L}.'’-]*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(yes|no|never|always|maybe|absolutely|sí|nunca|jamás|siempre|quizás)[.!]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    /// <summary>"LONDON (Agency) - ", "Nov. 20, 2026 — ", "COLUMBUS, Ohio, July 26, 2026 /Agency/ -- " and "Background: " in front of a report.</summary>
    [GeneratedRegex(
        @"^(\p{Lu}[\p{L}\d .,()/'-]{2,80}?(\d{4}|\)|/)\s*(--|[-–—])\s+|\p{Lu}{3,}[\p{Lu} .]*(, \p{L}[\p{L}. ]{1,20})?\s+[-–—]{1,2}\s+|(Newswise|Reuters|HealthDay News|UPI|ANI|IANS)\b.{0,30}?[-–—]+\s+"
        + @"|(Background|Objectives?|Aims?|Introduction|Purpose|Importance|Abstract|ABSTRACT|BACKGROUND|OBJECTIVES?)(:|\s)\s*(?=\p{Lu}))", RegexOptions.CultureInvariant)]
    private static partial Regex Front();

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
        @"^((the )?content on this|content of this|photos? (by|credit)|images?:|credit:|see (photos|pictures|the video)|this (news release|release|article|story|post|page)|for immediate release|in this (video|podcast|episode|article|post)|(here is|here's|here’s|here are) (everything|all|what|why|how)|get (the |all |our )?latest|follow (the |our |us)|read (on|more|here|to know|our|the full)|click|subscribe|sign up|watch (the|this|our|full|video)|continue (reading|for|on|to)|check out|find out|stay tuned"
        + @"|learn more|know (more|all|about|from)|take (the|our|this) quiz|listen to|download|join (us|our)|lea más|siga leyendo|suscríbase|haga clic|últimas noticias|vea el)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Promotion();
}

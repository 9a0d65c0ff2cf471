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
    private const int FewestRepeated = 4;

    /// <summary>Words that two texts on anything have in common.</summary>
    private static readonly HashSet<string> Common = new(
        ("about after also been being could does early first from good have health help helps here high just know life like long make makes many more most much need only other over people really risk said says should "
        + "some study than that their them there these they this those time ways what when where which while will with without would year years your best better people tips "
        + "cada como cómo con cuando cuándo desde donde entre esta este estos hacer para pero personas porque puede pueden salud sobre también tiene todos años estudio según debe saber").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <param name="text">A summary.</param>
    /// <param name="language">Its language.</param>
    /// <param name="title">What it stands below: a sentence behind a gap has to name something that this does.</param>
    public static List<string> Of(string text, string language, string title = "")
    {
        var split = text.Split('\n').SelectMany(Split).Where(sentence => sentence.Length > 0).ToList();
        var found = new Found(language, title);
        for (var i = 0; i < split.Count; i++) found.Add(split[i], i == 0 ? "" : split[i - 1], i + 1 == split.Count ? "" : split[i + 1]);
        return found.All();
    }

    private static IEnumerable<string> Split(string line)
    {
        var rest = Front().Replace(line.Trim(), "");
        var start = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            if (i < rest.Length - 1 && !(char.IsWhiteSpace(rest[i + 1]) && SentenceEnd.IsAt(rest, i))) continue;
            yield return Heading().Replace(rest[start..(i + 1)].Trim(), "");
            start = i + 1;
        }
    }

    /// <summary>Whether a sentence opens on what the one before it says: "They also lift your mood."</summary>
    public static bool LeansOnThePrevious(string sentence) => Leaning.Opens(sentence);

    /// <summary>Whether a sentence takes back what the one before it says, or a part of that: "But there is no proof.", "That claim was retracted."</summary>
    public static bool TakesBack(string sentence) => Turning().IsMatch(sentence) || Advice.IsDoubtedIn(sentence) || Refuting().IsMatch(sentence) || ShortAnswer.OpensOnDenial(sentence);

    /// <summary>Whether a sentence can stand where its title stood: it has two longer words of the title and points to nothing else.</summary>
    public static bool StandsFor(string sentence, string title, string language)
    {
        if (sentence.Contains('?', StringComparison.Ordinal) || ShortAnswer.DeniesWithin(sentence) || Leaning.OnThePrevious(sentence, language) || Pointing().IsMatch(sentence) || Turning().IsMatch(sentence)) return false;
        var words = LongWords(title);
        words.IntersectWith(LongWords(sentence));
        return words.Count >= 2;
    }

    /// <summary>Whether nearly all longer words of a sentence stand in another, whatever their endings.</summary>
    public static bool SaysTheSame(string sentence, string other)
    {
        var (words, others) = (Stems(sentence), Stems(other));
        return words.Count(word => !others.Contains(word)) <= 1;
    }

    /// <summary>Whether a sentence only says once more what stands above it.</summary>
    public static bool Repeats(string sentence, string above)
    {
        if (Question.Ends(sentence)) return Question.Ends(above) && SaysTheSame(sentence, above);
        var (words, others) = (Stems(sentence), Stems(above));
        return words.Count >= FewestRepeated && words.Count(word => !others.Contains(word)) * 5 <= words.Count;
    }

    /// <summary>Whether two texts have a longer word in common, whatever its ending.</summary>
    public static bool SharesAWord(string sentence, string other) => Stems(sentence).Overlaps(Stems(other));

    private static HashSet<string> Stems(string text) => LongWord().Matches(text).Select(match => match.Value).Where(word => !Common.Contains(word)).Select(word => word[..Math.Min(word.Length, StemLength)])
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> LongWords(string text) => LongWord().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Collects sentences, and sees to it that none is left without what it needs beside it.</summary>
    private sealed class Found(string language, string title)
    {
        private readonly List<string> _sentences = [];
        private string _early = "";
        private bool _leftOut;

        public List<string> All()
        {
            if (_early.Length > 0) _sentences.Add(_early);
            return _sentences;
        }

        public void Add(string sentence, string before, string next)
        {
            var isAnswer = ShortAnswer.Is(sentence);
            var stands = (isAnswer || WholeSentence.Is(sentence)) && !(_leftOut && (isAnswer || NeedsWhatWasLeftOut(sentence)));
            var words = WordsIn(sentence);
            // What is taken back by words that are cut off or few is not left standing; a question may be, with its answer.
            if ((!stands || words < FewestWords) && TakesBack(sentence) && !(stands && isAnswer && (_sentences.Count == 0 || Question.Ends(_sentences[^1]))))
            {
                if (_sentences.Count > 0) _sentences.RemoveAt(_sentences.Count - 1);
                _leftOut = true;
                return;
            }
            _leftOut = !stands;
            if (!stands || (_sentences.Count == 0 && isAnswer && !ShortAnswer.Denies(sentence) && !title.Contains('?', StringComparison.Ordinal) && !Advice.IsDoubtedIn(title))) return;
            if (words >= FewestWords)
            {
                _sentences.Add(_early.Length == 0 ? sentence : $"{_early} {sentence}");
                _early = "";
            }
            else if (words > 1 || isAnswer || IsInRow(sentence, before, next))
            {
                // Left out, it could cost a life or turn an answer around, so it stays with the sentence before it, or with the first.
                if (_sentences.Count > 0) _sentences[^1] = $"{_sentences[^1]} {sentence}";
                else _early = _early.Length == 0 ? sentence : $"{_early} {sentence}";
            }
        }

        private bool NeedsWhatWasLeftOut(string sentence) => Leaning.OnThePrevious(sentence, language) || Leaning.OpensOnSomethingKnown(sentence)
            || (title.Length > 0 && !SharesAWord(sentence, title) && !Advice.IsGivenBy(sentence, language));
    }

    private static int WordsIn(string sentence) => sentence.AsSpan().Count(' ') + 1;

    /// <summary>"Light clothes. Drinks.", "How often? Daily." Alone "Reuters." says nothing.</summary>
    private static bool IsInRow(string word, string before, string next) => !Credit().IsMatch(word)
        && (Question.Ends(before) || (before.Length > 0 && WordsIn(before) < FewestWords) || (next.Length > 0 && WordsIn(next) < FewestWords && !Credit().IsMatch(next) && !ShortAnswer.Is(next)));

    [GeneratedRegex(@"^(reuters|ap|afp|efe|upi|getty|newswise|ad|advertisement|sponsored|photos?|video|watch|listen|share|comments?|related|sources?|print|more|read|click|enjoy|thanks|publicidad|gracias|foto)[.!]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    /// <summary>"LONDON (Agency) - ", "Nov. 20, 2026 — ", "COLUMBUS, Ohio, July 26, 2026 /Agency/ -- " and "Background: " in front of a report.</summary>
    [GeneratedRegex(
        @"^(\p{Lu}[\p{L}\d .,()/'-]{2,80}?(\d{4}|\)|/)\s*(--|[-–—])\s+|\p{Lu}{3,}[\p{Lu} .]*(, \p{L}[\p{L}. ]{1,20})?\s+[-–—]{1,2}\s+|(Newswise|Reuters|HealthDay News|UPI|ANI|IANS)\b.{0,30}?[-–—]+\s+"
        + @"|(Background( and (objectives?|aims?|purpose))?|Objectives?|Aims?( and objectives?)?|Introduction|Purpose|Importance|Key points|Highlights|Abstract|ABSTRACT|BACKGROUND|OBJECTIVES?)(:|\s)\s*(?=\p{Lu})|(\p{Lu}[\p{L}.]+,? ){1,5}--\s+(?=\p{Lu}))", RegexOptions.CultureInvariant)]
    private static partial Regex Front();

    /// <summary>"Signs and Symptoms The most common …", "Your Diet Your diet …": a heading that ran into its text.</summary>
    [GeneratedRegex(
        @"^(?:\p{Lu}[\p{L}'’-]*(?: (?:of|the|and|for|in|to|with|a|an|or|on))* )+(?=(?:The|A|An|If|Your|You|It|Most|Some|Many|When|Once|While|Although|After|Before|This|These|There|People|Doctors|El|La|Los|Las|Si|Es) \p{Ll})|^(?<heading>\p{Lu}[\p{L} '’-]{3,60}) (?=\p{Lu})(?=(?i:\k<heading>)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

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
}

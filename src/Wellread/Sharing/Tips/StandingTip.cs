using System.Text.RegularExpressions;

namespace Wellread.Sharing.Tips;

/// <summary>
/// Which advice can stand alone at the top of a post. One step out of a row ("Hold for three seconds."), a call for help that does not say when, and what answers a question to the reader
/// ("Is the baby coughing? Let it cough.") can do harm there. In doubt one can't.
/// </summary>
internal static partial class StandingTip
{
    private const int FewestBlanks = 3;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool Is(ShareMaterial material, int place)
    {
        var sentence = material.Sentences[place];
        if (!Advice.IsGivenBy(sentence, material.Language) || sentence.AsSpan().Count(' ') < FewestBlanks || OfRow().IsMatch(sentence) || Leans().IsMatch(sentence) || ShortAnswer.DeniesWithin(sentence)) return false;
        if ((material.IsRecall || Urgent().IsMatch(sentence) || Emergency().IsMatch(material.Title)) && !SaysWhen().IsMatch(sentence)) return false;
        if (place == 0) return true;
        var before = material.Sentences[place - 1];
        return !Advice.IsDoubtedIn(before) && (!Question.Ends(before) || Question.IsAnswered(before, sentence, material.Language));
    }

    [GeneratedRegex(
        @"\b(first|again|primero|otra vez)[.!]?$|^(then|next|now|repeat|finally|luego|después|repita)\b|^(hold|breathe|wait|count|press|push|squeeze|inhale|exhale|espere|cuente|presione)\b.*\b(\d+|two|three|four|five|six|seven|eight|ten|twenty|thirty|dos|tres|cuatro|cinco|diez)( seconds?| minutes?| times?| segundos?| minutos?| veces)?[.!]?$"
        + @"|\b(wear|use|take|get|try|need|have|buy|keep|find|bring|make|want|choose) one\b|\bthat \w+ with it\b|\b(before|after|during) the (test|exam|scan|visit|procedure|surgery|shot)\b|^remember\b(?! (to|that)\b)|^talk (to|with) other\b|^(no|nunca|jamás|siempre) (la|lo|las|los|le|les)\b", Options)]
    private static partial Regex OfRow();

    // "Ask your pharmacist about yours", "See one within a day", "if it is big", "five more days", "Wait for signs", "si no sale": of what, the title does not say.
    [GeneratedRegex(
        @"\b(yours|ours|theirs|hers)\b|(?<!\b(no|any|some|every|each|loved|little|which) )\bone(?= (within|on|for|if|when|before|after|every|with|right away|soon|today|now|while|overnight)\b|[,;.!]|$)|\b(\w+) more (seconds|minutes|hours|days|weeks|months|times|doses)\b"
        + @"|^(see|call|ask|tell|visit|go to|talk to|check with|get) [^,;]{3,40}\b(if|when|unless|before|after|until|about) (it|they|that)\b(?! (hurts?|burns?|is (hard|hot|cold|painful|dark|icy|too late)|gets (hot|cold|dark))\b)|\b(keep|stop|start|continue|begin|quit|avoid) \w+ing (it|them|one|some)\b|\b(signs|symptoms|señales|síntomas)[.!]?$"
        + @"|^(do not|don['’]t|never) (\w+( (or|and) \w+)? (it|them)\b|(stop|start|quit)( all at once| suddenly| on your own)?[.!]?$)|\b(on|of|with|in|from|about|for) it[.!]?$|\b(second|third|next|another) (dose|shot|step)\b|\bif you are not sure[.!]?$|\byou stop[.!]?$|\bto order\b"
        + @"|^(vaya|vea|llame|consulte|acuda)\b[^,;]{3,40}\bsi (no )?(se )?(es|está|son|están|crece|dura|sangra|sale|empeora|mejora)\b|\bmild\b|\bleves?\b|\bsi (no )?(se )?(?!(fuma|bebe|viaja|conduce|maneja|puede)\b)\p{L}+[.!]?$", Options)]
    private static partial Regex Leans();

    [GeneratedRegex(@"^(call|dial|text|seek|get|see|go|do not wait|don't wait|llame|busque|vaya|acuda|no espere)\b.*\b(911|112|999|988|care|help|emergency|hospital|doctor|nurse|at once|right away|ayuda|urgencias|médico|enseguida|de inmediato)\b", Options)]
    private static partial Regex Urgent();

    /// <summary>What is told in steps, where one alone may be the wrong one.</summary>
    [GeneratedRegex(
        @"\b(chok(e|es|ing)|cpr|seizures?|drown\w*|anaphyla\w*|allergic reaction|allergy: use|bleed(s|ing)?|nosebleeds?|poison(ed|ing|s)?|overdos\w*|heart attacks?|strokes?|emergenc(y|ies)|not breathing|hot cars?|burns?|burned|stings?|bites?|head injur\w*|toxic shock|heat ?stroke|newborn|right now|die[sd]?|dead|low blood sugar"
        + @"|atragant\w*|convulsion\w*|ahog\w*|alergia grave|sangrado|veneno|intoxica\w*|infarto|derrame|ictus|emergencia|quemadura\w*|picadura\w*|muere|recién nacid\w*)\b", Options)]
    private static partial Regex Emergency();

    [GeneratedRegex(@"\b(if|when|whenever|unless|whose|for free|to quit|si|cuando|a menos que)\b", Options)]
    private static partial Regex SaysWhen();
}

using System.Buffers;
using System.Text.RegularExpressions;

namespace Wellread.Sharing.Tips;

/// <summary>
/// Which sentences tell a reader what to do. In doubt one does not: "Exercise lowers blood pressure" is a finding, "Learn more" an advertisement, and what stands beside
/// "myth" is often wrong.
/// </summary>
internal static partial class Advice
{
    private const int MaxLength = 240;
    private const int FewestBlanksInTitle = 4;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly SearchValues<char> TitleMarks = SearchValues.Create(":!|…—–");
    private static readonly char[] WordEnds = [' ', ',', ';', ':', '.', '!', '¡', '(', ')'];

    /// <param name="sentence">A whole sentence.</param>
    /// <param name="language">Its language; advice is known in English and Spanish.</param>
    public static bool IsGivenBy(string sentence, string language)
    {
        if (language is not ("en" or "es") || sentence.Length > MaxLength || char.IsLower(sentence[0]) || Question.Ends(sentence) || Quotes().IsMatch(sentence)) return false;
        if (Offer().IsMatch(sentence) || Pointing().IsMatch(sentence) || Dose().IsMatch(sentence) || SaysLittle().IsMatch(sentence) || IsDoubtedIn(sentence)) return false;
        var isSpanish = language == "es";
        // Whoever gives it is named with it, so it is told as theirs.
        if (isSpanish ? SpanishExperts().IsMatch(sentence) : EnglishExperts().IsMatch(sentence)) return true;
        if (Report().IsMatch(sentence)) return false;
        var start = isSpanish ? SpanishFront().Match(sentence).Length : EnglishFront().Match(sentence).Length;
        return Commands(sentence, language) || Says(sentence, isSpanish) || (start > 0 && Says(sentence[start..], isSpanish));
    }

    /// <summary>Whether a title is itself advice. Headlines command mostly to be opened ("Wash your hands now"), so it has to say a little more.</summary>
    public static bool IsGivenByTitle(string title, string language) =>
        title.AsSpan().Count(' ') >= FewestBlanksInTitle && !title.AsSpan().ContainsAny(TitleMarks) && TitleCommand().IsMatch(title) && SmallWord().IsMatch(title) && !Headline().IsMatch(title) && IsGivenBy(title, language);

    /// <summary>Words beside which a claim may be named to be refuted.</summary>
    public static Regex Doubts => Doubt();

    /// <summary>Whether what stands here may be named to be refuted.</summary>
    public static bool IsDoubtedIn(string text) => Doubt().IsMatch(text);

    /// <summary>Whether a sentence is a command, be it fit for a tip or not.</summary>
    public static bool Commands(string sentence, string language)
    {
        var isSpanish = language == "es";
        var start = isSpanish ? SpanishFront().Match(sentence).Length : EnglishFront().Match(sentence).Length;
        return Commands(sentence, isSpanish) || (start > 0 && Commands(sentence[start..], isSpanish));
    }

    private static bool Commands(string words, bool isSpanish) =>
        AdviceVerbs.Command(words.ToLowerInvariant().Replace('’', '\'').Split(WordEnds, StringSplitOptions.RemoveEmptyEntries), isSpanish);

    private static bool Says(string words, bool isSpanish) => isSpanish ? SpanishShould().IsMatch(words) || SpanishIs().IsMatch(words) : EnglishShould().IsMatch(words) || EnglishIs().IsMatch(words);

    [GeneratedRegex(
        @"^(you|everyone|anyone|travell?ers|((most|older|all|pregnant|young|nursing|healthy) )?(adults|people|women|men|parents|children|kids|teens)|babies|infants)\b((?!\b(may|might|could|can|feel|think|believe|they|will|would)\b)[^.;:]){0,60}\b"
        + @"((?<=^(you|everyone) )need to(?! (take|get treatment|be|have|know|inject)\b)|(should|must)(?! ((not )?be|have|know|receive|expect|begin|take (drugs|medicines?|medications?|insulin))\b)|are (advised|urged) to)\b", Options)]
    private static partial Regex EnglishShould();

    [GeneratedRegex(
        @"^(it is|it's|it’s) (very |always |also |most )?(important|best|better|a good idea|wise|safest|recommended|vital|essential|crucial|smart)( for (?!(doctors|researchers|health))[\w' ]{3,30})? to (?!(note|remember|know the|know (that|whether|if|which)|understand|say|see|point|be (aware|clear)|have|diagnos\w+|distinguish|identify|begin|treat|determine|find out)\b)(?!.* than to )\w"
        + @"|^(the|one of the|an?) (best|safest|easiest|simplest|most important|good|simple|easy) (way|ways|thing|things|step|steps)\b[^.;:]{3,90}\b(is|are) (to (?!treat)|by )\w"
        + @"|^(you|people|parents|adults|families) can (also |often )?(help )?(prevent|lower|reduce|protect|ease|avoid|cut|relieve|keep|improve|manage)\b[^.;:]{3,100}\bby \w+ing\b", Options)]
    private static partial Regex EnglishIs();

    [GeneratedRegex(
        @"^((most|many|some) )?(experts|doctors|health officials|pediatricians|paediatricians|dermatologists|dentists|dietitians|nutritionists|cardiologists|nurses|the (cdc|nhs|who)|the american (academy|heart|cancer|dental|diabetes|lung)[\w ]{4,40}) (also |strongly |now )?"
        + @"(recommend|advise|suggest|urge)s? (that (you|people|parents|adults|everyone|women|men|children)|(you|people|parents|adults|everyone|women|men|families) (to |get|use|wear|keep)|to \w+|(drinking|eating|getting|using|taking|washing|wearing|limiting|avoiding|keeping|brushing|sleeping|walking|cooking|staying)\b)", Options)]
    private static partial Regex EnglishExperts();

    // "Before you travel, …", "To prevent colds, …": what the advice is for.
    [GeneratedRegex(@"^(?!if (so|not|yes|no)\b|for (example|instance)|in (general|fact|addition|all|most|some|other|short)\b|(if|when|before|after|once|while|until|during|to) (they|it|he|she|its|their|do)\b)(if|when|whenever|before|after|to|for|during|while|once|until|at|in|on|every|each|as soon as|instead of)\b[^,;:.]{3,90}, (please )?", Options)]
    private static partial Regex EnglishFront();

    [GeneratedRegex(@"^(usted|todos|los adultos|las personas|las mujeres|las embarazadas|los hombres|los padres|los niños|los viajeros|las personas mayores)\b[^.;:]{0,60}\b(debe|deben|debería|deberían)\b|^(debe|debería|hay que|conviene) \w+[aei]r(se|lo|la|los|las)?\b", Options)]
    private static partial Regex SpanishShould();

    [GeneratedRegex(
        @"^(es|lo) (muy |siempre )?(importante|mejor es|mejor|recomendable|conveniente|aconsejable|fundamental|esencial|preferible|buena idea) (?!(saber|recordar|señalar|tener|destacar|entender|aclarar)\b)(que (?!se sepa)\w+|\w+[aei]r(se|lo|la|los|las)?\b)"
        + @"|^se (recomienda|aconseja) (?!(a|en|como|para)\b)\w+|^la mejor (forma|manera) de [^.;:]{3,90} es \w+[aei]r(se|lo|la|los|las)?\b", Options)]
    private static partial Regex SpanishIs();

    [GeneratedRegex(
        @"^(los |las )?(expertos|médicos|especialistas|pediatras|dermatólogos|cardiólogos|nutricionistas|dentistas|autoridades sanitarias|la oms|los cdc) (también )?(recomiendan?|aconsejan?|sugieren?) (?!(a|en|como|para)\b)(que|no|\w+[aei]r(se|lo|la|los|las)?)\b", Options)]
    private static partial Regex SpanishExperts();

    [GeneratedRegex(@"^(?!si (no|sí),)(si|cuando|antes de|después de|para|durante|en|al|cada|tras)\b[^,;:.]{3,90}, ", Options)]
    private static partial Regex SpanishFront();

    // Words that point to what stands elsewhere: "Try this", "Avoid him".
    [GeneratedRegex(
        @"\b(this(?! (year|winter|summer|spring|fall|autumn|season|week|month|holiday))|these|those(?! (who|with|that))|him|such(?! as)|instead(?! of)|esto|es[ea] (día|noche|semana|momento))\b|^(don't |don’t |never )?(?!remember|consider|ensure|check that (you|your|the|all)\b)\S+ that\b|\bthat (day|time|night|week|way)\b|\bthe ones?\b|\bthe (directions|instructions|rules|recommendations)\b|\bboth\b(?! (of|your|the|sides|hands|eyes|ears|feet|arms|legs|parents|\w+ and)\b)|\bgo (every|each|once|twice)\b|^(\w+ ){1,4}also\b|\b(before|until|when|after) you (start|begin|do|go)[.!]?$|^\S+ (them|they|it)\b|^(\S+ ){1,8}them\b|\bhave it\b| - |^get (tips|help|ideas|the facts)\b|^lower the\b|\bkeep in mind\b", Options)]
    private static partial Regex Pointing();

    [GeneratedRegex("[\"“”„«»]|(^|\\s)['‘]", Options)]
    private static partial Regex Quotes();

    [GeneratedRegex(
        @"\b(these|following|below|latest|articles?|stories|news|updates?|information|details|check out|find out|learn(?! (the (signs|symptoms|steps)|how to|what to|your|cpr)\b)|our|we|us|subscribe|sign up|register|newsletter|inbox|website|web site|page|podcast|episode|videos?|webinar|tickets?|quiz|advertisement|click|download|donate|read more|here"
        + @"|recipes?|apps?|guide|glossary|locator|calculator|últimas|noticias|artículos?|estos|estas|siguientes|nuestr[oa]s?|suscríbase|boletín|página|sitio|inscríbase|regístrese|haga clic|aquí|vídeos?|recetas?)\b", Options)]
    private static partial Regex Offer();

    // How much of a medicine to take is said by a doctor, not by a post.
    [GeneratedRegex(@"\b(take|give|eat|drink|tome|dé|toma|coma|beba)\b.*\b(\d[\d.,]*|one|two|un|una|dos) ?-?(mg|mcg|ml|iu|ui|(milli|micro)?grams?|units|(mili|micro)?gramos?|unidades|tablets?|pills?|capsules?|drops|doses?|pastillas?|comprimidos?|gotas|dosis)\b", Options)]
    private static partial Regex Dose();

    // "Talk to your doctor." alone, "Know the benefits of …", "Check Your Pills Often, a certain …", whose heading ran into its text.
    [GeneratedRegex(@"^(?i:talk|speak) (?i:to|with) (?i:your|a) (?i:(child|baby|kid)['’]?s )?(?i:doctor|nurse|dentist|pharmacist|health|healthcare|care)(?!.*\b(?i:about(?! what you can do\b)|if|before|when|whether|how|right away|first)\b)|^(?i:know|learn) (?!(?i:the (early |warning )*(signs|symptoms|risks?|difference)|your|(how|when|what) to|cpr)\b)|^(?i:(make sure|ensure|be sure) (that )?(you|to) (know|understand|read|check out))\b|^(?i:ask (?i:you )?about your)\b|^(?i:pregunte a|hable con|consulte( con| a)?) (?i:su|a su|con su) (?i:médico|médica|doctor|doctora|dentista|pediatra)\.?$|^\p{Lu}\p{Ll}+(( (of|for|the|and|to|with|in|on|your|a|or|from))* \p{Lu}\p{Ll}+){3,}( |\.?$)(?!.*\b(?i:recommends?|advises?|suggests?|urges?|should)\b)|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b(?!.*\b(?i:recommends?|advises?|suggests?|urges?|should)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex SaysLittle();

    // Advice that somebody else is said to give.
    [GeneratedRegex(
        @"\b(say|says|said|claims?|claimed|reports?(?! (any|it|them|to your))|according to|:\s+(dr|doctors?|prof|professor)|study|studies|research (indicates|suggests|shows|finds|says)|researchers?|scientists?|experts?|guidelines|government|taxes|dice|dicen|según|estudio|estudios|expertos)\b", Options)]
    private static partial Regex Report();

    // What can be done at once. "Keep calm and carry on" and "Think twice" can't.
    [GeneratedRegex(
        @"^([^,;:.]{3,90}, )?(avoid|drink|eat|brush|floss|wash|wear|walk|limit|cut|choose|swap|try|exercise|sleep|apply|check|ask|talk|get (a|your|enough|more|at least)|take (a|your|the)|use|cook|clean|add|skip|don't|don’t|do not|never|call|see (a|your)"
        + @"|evite|beba|coma|lave|lávese|cepíllese|use|camine|limite|elija|duerma|aplique|pregunte|hable|tome|cocine|no|nunca|evita|bebe|come|lava|camina|duerme)\b", Options)]
    private static partial Regex TitleCommand();

    // "Sleep Less, Eat More, Gain Weight" tells what happens.
    [GeneratedRegex(@"\b(a|an|the|your|you|to|for|in|on|with|before|after|at|of|when|if|and|or|not|el|la|los|las|su|sus|tu|de|del|en|con|antes|al|si|y|o|no)\b", Options)]
    private static partial Regex SmallWord();

    // "Eat Your Way to a Better Brain With Chef Example": what a title in capitals throughout commands is a slogan more often than advice.
    [GeneratedRegex(@"\b(your way|with help|with chef|like a|the secrets?|ready|calm|pretending|\d+ (other|more)|goodbye|bye|it's time|weight loss journey|win|free|now|gain weight|\p{L}+ (tell|warn|urge|remind)s? \p{L}+$|today|hoy|adiós|secretos?)\b", Options)]
    private static partial Regex Headline();

    [GeneratedRegex(@"\b(myths?|mistakes?|false|wrong|hoax(es)?|worst|bad ideas?|fake|rumou?rs?|misinformation|(we|they|people|doctors|parents) (once|used to)|mitos?|errores|error|falsos?|falsas?|bulos?|engaños?)\b", Options)]
    private static partial Regex Doubt();
}

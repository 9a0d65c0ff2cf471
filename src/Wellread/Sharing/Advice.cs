using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>
/// Which sentences tell a reader what to do. In doubt one does not: "Exercise lowers blood pressure" is a finding, "Learn more" an advertisement, and what stands beside
/// "myth" is often wrong.
/// </summary>
internal static partial class Advice
{
    private const int MaxLength = 240;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Verbs that open a sentence as nothing else.
    private static readonly FrozenSet<string> Verbs = Set(
        "add aim always apply ask avoid breathe bring buy carry choose consider continue cuddle discuss don't drain eat encourage ensure fill follow get give include keep let lie listen "
        + "make mix never offer pack pick praise prepare protect put quit reduce refrigerate relax remember remind remove replace rinse schedule seek sit skip soak speak spend start stay "
        + "steam stick stop supervise take teach tell throw trim try turn use vaccinate wash wear wipe");

    private static readonly FrozenSet<string> AfterDont = Set(
        "assume bring brush cook delay drink drive eat exercise feed forget give go ignore keep leave make mix pick put rely rub scratch share skip sleep smoke spray squeeze start stop store "
        + "stare swim take throw touch try use wait wash wear");

    // Verbs that are nouns as well: only before what follows a verb.
    private static readonly FrozenSet<string> VerbsOrNouns = Set(
        "boil brush build call change check clean cook cool cover create cut dress drink exercise focus freeze help hold increase limit look lower measure monitor move open plan practice "
        + "practise read rest set sleep snack store stretch swap switch talk test treat visit walk warm watch work write");

    private static readonly FrozenSet<string> AfterVerb = Set(
        "a an the your you yourself less more enough plenty all any some each every this that it them regularly often slowly outside at for with on off out");

    private static readonly FrozenSet<string> NounsVerb = Set("is are was were can may might could will would has have had does do helps affects works and or of among");

    private static readonly FrozenSet<string> SpanishVerbs = Set(
        "evite beba haga consulte lave lávese use tome mantenga manténgase duerma camine llame hable pregunte limite elija vacúnese protéjase proteja cuide cuídese reduzca pida revise "
        + "lleve acuda aplique cubra cúbrase descanse deje siga vaya coloque cocine procure asegúrese recuerde póngase quédese límpiese cepíllese haz mantén ponte coma no nunca");

    private static readonly FrozenSet<string> SpanishAfterNo = Set(
        "fume beba tome use coma deje haga comparta mezcle espere ignore conduzca maneje se consuma salte omita toque dé olvide lo la los las le");

    /// <param name="sentence">A whole sentence.</param>
    /// <param name="language">Its language; advice is known in English and Spanish.</param>
    public static bool IsGivenBy(string sentence, string language)
    {
        if (sentence.Length > MaxLength || Question.Ends(sentence) || Quotes().IsMatch(sentence) || Offer().IsMatch(sentence)) return false;
        if (Report().IsMatch(sentence) || Pointing().IsMatch(sentence) || IsDoubtedIn(sentence)) return false;
        var words = sentence.ToLowerInvariant().Replace('’', '\'').Split([' ', ',', ';', ':', '.', '!', '¡'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3) return false;
        return language switch
        {
            "en" => IsImperative(words[0], words[1]) || EnglishShould().IsMatch(sentence),
            "es" => IsSpanishImperative(words[0], words[1]) || SpanishShould().IsMatch(sentence),
            _ => false,
        };
    }

    /// <summary>Whether what stands here may be named to be refuted.</summary>
    public static bool IsDoubtedIn(string text) => Doubt().IsMatch(text);

    private static bool IsImperative(string first, string second) => !NounsVerb.Contains(second) && (first is "don't" or "never" ? AfterDont.Contains(second)
        : Verbs.Contains(first) || (VerbsOrNouns.Contains(first) && AfterVerb.Contains(second)) || (first == "do" && second == "not") || (first is "talk" or "switch" && second == "to"));

    private static bool IsSpanishImperative(string first, string second) => first switch
    {
        "no" or "nunca" => SpanishAfterNo.Contains(second),
        // A comma and a coma are nouns.
        "coma" => second is "más" or "menos" or "frutas" or "verduras" or "alimentos" or "despacio" or "una" or "un",
        _ => SpanishVerbs.Contains(first),
    };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();

    [GeneratedRegex(@"^(you|everyone|(most |older |all )?(adults|people|women|men|parents|children|kids|teens)|babies|infants)\b[^.;:]{0,60}\b(should|need to)\b", Options)]
    private static partial Regex EnglishShould();

    [GeneratedRegex(@"^(usted|todos|los adultos|las personas|las mujeres|los hombres|los padres|los niños|las personas mayores)\b[^.;:]{0,60}\b(debe|deben|debería|deberían)\b", Options)]
    private static partial Regex SpanishShould();

    // Words that point to what stands elsewhere: "Try this", "Avoid him".
    [GeneratedRegex(
        @"\b(this(?! (year|winter|summer|spring|fall|autumn|season|week|month|holiday))|these|those|him|such|instead|esto)\b|^(don't |don’t |never )?(?!remember|make|keep|consider|ensure)\S+ that\b", Options)]
    private static partial Regex Pointing();

    [GeneratedRegex("[\"“”„«»]|(^|\\s)['‘]", Options)]
    private static partial Regex Quotes();

    [GeneratedRegex(
        @"\b(these|following|below|latest|articles?|stories|news|updates?|information|details|check out|find out|learn|our|we|us|subscribe|sign up|register|newsletter|inbox|website|web site|page|podcast|episode|video|webinar|tickets?|quiz|advertisement|click|download|donate|read more|here"
        + @"|últimas|noticias|artículos?|estos|estas|siguientes|nuestr[oa]s?|suscríbase|boletín|página|sitio|inscríbase|regístrese|haga clic|aquí)\b", Options)]
    private static partial Regex Offer();

    // Advice that somebody else is said to give.
    [GeneratedRegex(
        @"\b(say|says|said|claims?|claimed|reports?|according to|:\s+(dr|doctors?|prof|professor)|study|studies|researchers?|scientists?|experts?|guidelines|government|taxes|dice|dicen|según|estudio|estudios|expertos)\b", Options)]
    private static partial Regex Report();

    [GeneratedRegex(@"\b(myths?|mistakes?|false|wrong|hoax(es)?|worst|bad ideas?|fake|rumou?rs?|misinformation|mitos?|errores|error|falsos?|falsas?|bulos?|engaños?)\b", Options)]
    private static partial Regex Doubt();
}

using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing.Tips;

namespace Wellread.Sharing.Questions;

/// <summary>Why no open question may stand above an article: it would sound careless above bad news, or would not be answered below.</summary>
internal static partial class Unfit
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The sections of the health gate that tell that a title is about something else, or about somebody.</summary>
    private static readonly HashSet<string> OtherThings = ["numbers", "people", "lab", "politics", "obituary", "business", "sport", "crime", "culture", "profession"];
    private static readonly HashSet<string> Useful = ["care", "advice", "finding"];

    /// <summary>The reason in an editor's words; null where a question fits.</summary>
    public static string? For(Article article, TitleSubject? subject)
    {
        var title = article.Title;
        if (!article.SensitiveTopics.IsEmpty) return "it touches on a sensitive subject";
        if (article.Assessment?.Cautions.HasFlag(AssessmentCautions.AnimalStudy) is true || Animals().IsMatch(title)) return "it tells of tests in animals or in a lab";
        if (ArticleNotices.Of(article) != ArticleNotice.None) return "it is a correction, or was corrected";
        if (Deaths().IsMatch(title) || DeathsInText().IsMatch(article.Summary)) return "it tells of deaths or harm, and a question above it would sound careless";
        if (Outbreaks().IsMatch(title)) return "it tells of an outbreak, a recall or another alarm, and a question above it would sound careless";
        if (Politics().IsMatch(title) || IsAboutOtherThings(title, article.Language)) return "it is news on people, politics or business more than on health";
        if (Persons().IsMatch(title) || IsAboutSomebody(article) || Tells().IsMatch(title)) return "it tells somebody's story or words";
        if (Advice.IsDoubtedIn(title)) return "it speaks of myths or mistakes, and a question above it could be answered wrongly";
        if (AsksReaders().IsMatch(title)) return "its title asks readers about themselves";
        if (title.Contains('?', StringComparison.Ordinal)) return "its title asks a question itself, and two in a row sound odd";
        if (title.EndsWith("...", StringComparison.Ordinal) || title.EndsWith('…') || Site().IsMatch(title)) return "its title speaks of its site, or is cut off";
        if (subject is null) return "its title does not name its subject in words that we know";
        // What mostly makes news needs words that explain; anything else at least tells what was found.
        var isNews = article.Assessment?.SecondChoice is true || NewsTopics.Contains(subject.Topic);
        return Explains().IsMatch(title) || ((!isNews || (article.Assessment?.SecondChoice is true && !subject.IsWhole && !NewsTopics.Contains(subject.Topic))) && Finds().IsMatch(title)) ? null : "it is news more than something to know";
    }

    private static readonly HashSet<string> NewsTopics = ["covid", "infections", "costs-and-coverage", "medicines", "vaccines", "environment"];

    private static bool IsAboutOtherThings(string title, string language)
    {
        var hits = GateTerms.Find(FoldedWords.From(title), language);
        return Says(hits, OtherThings) && !Says(hits, Useful);
    }

    /// <summary>"Ada Example enjoys coffee": two capitals at the start of a title that is not in capitals throughout, which are no words of health.</summary>
    private static bool IsAboutSomebody(Article article) => NameAndVerb().Match(article.Title) is { Success: true } match && match.Groups[1].Value is var name
        && TopicCatalog.Lexicon.Find(name, article.Language).Count == 0 && GateTerms.Find(FoldedWords.From(name), article.Language).Count == 0;

    private static bool Says(List<TermHit> hits, HashSet<string> sections) => hits.Exists(hit => hit.Weight == 3 && sections.Contains(GateTerms.Sections[hit.Section].Slug));

    [GeneratedRegex(@"\b(mice|mouse|rats?|monkeys?|pigs?|worms|zebrafish|fruit flies|in the lab|cells|ratones|ratas|monos|c[eé]lulas)\b", Options)]
    private static partial Regex Animals();

    [GeneratedRegex(
        @"\b(die[sd]?|dying|deaths?|dead|deadl(y|ier|iest)|killed|kills?|killing|killers?|fatal\w*|mortality|lethal|murder\w*|grief|griev\w*|funeral|victims?|trag(edy|ic)|miscarriage\w*|stillb\w+|terminal|heart-?rending|heartbreak\w*|devastat\w*|horror|nightmare|harm(s|ed)?|maim\w*|disaster"
        + @"|muere[n]?|muri[oó]|muert[eo]s?|muertas?|fallec\w+|mortal(es|idad)?|letal\w*|mata[n]?|v[ií]ctimas?|tragedia|duelo|aborto)\b", Options)]
    private static partial Regex Deaths();

    [GeneratedRegex(@"\b(died|killed|death toll|was found dead|\d+ deaths|funeral|murder\w*|muri[oó]|murieron|fallecieron|falleci[oó])\b", Options)]
    private static partial Regex DeathsInText();

    [GeneratedRegex(
        @"\b(outbreaks?|epidemics?|pandemics?|recall(s|ed|ing)?|contaminat\w+|tainted|surge[sd]?|surging|spik(es?|ed|ing)|spread(s|ing)?|quarantine[sd]?|lockdowns?|infected|infects?|confirmed|sick(ened)?|\d[\d,]* (people|patients|cases|kids|children|students)|first case|new cases|cases? (of|leads|rise|drop|top|fall|climb|double)\w*"
        + @"|case (numbers|counts?)|variants?|waves?|crisis|emergency|beating|battle|fight against|race for|alarm\w*|threat\w*|warn(s|ed|ing)?(?! signs?)|alerts?|panic|fears?|brotes?|epidemias?|pandemias?|retira(n|da|do)?|alerta[ns]?|contagios?|cuarentena|casos|confinamiento|crisis|emergencia|olas?|variantes?)\b", Options)]
    private static partial Regex Outbreaks();

    [GeneratedRegex(
        @"\b(trump|biden|obama\w*|congress\w*|senat\w+|lawmakers?|republicans?|democrats?|ministers?|ministry|governments?|president\w*|governors?|parliament|elections?|vot(e|es|ers|ing)|bill(?!s)|law|legislation|polic(y|ies)|white house|budget|funding|strikes?|union|tax\w*"
        + @"|mps?|supreme|regulat\w+|court|judge|lawsuit\w*|sue[sd]?|police|jail\w*|arrest\w*|charge[sd]?|fraud\w*|scandal\w*|ban(s|ned|ning)?|fda|ema|mhra|nhs|approv(es|al|als)|price[sd]?|cost(s|ly|ing)?|market\w*|profit\w*|compan(y|ies)|billion|million|startup\w*|facebook|google|apple|amazon|twitter|shortages?"
        + @"|gobierno|ministr\w+|ministerio|presidente|congreso|senado|ley(es)?|elecciones|pol[ií]tic\w+|juez|tribunal|demanda|polic[ií]a|fraude|huelga|presupuesto|millones|empresas?|precios?|mercado|aprueba\w*)\b|[$£€]\s?\d", Options)]
    private static partial Regex Politics();

    [GeneratedRegex(
        @"\b(i|i'm|i’m|i've|my|me|myself|he|she|his|her|him|a (woman|man|mother|father|boy|girl|patient|nurse|doctor|teen|couple)|woman|man|mother|father|son|daughter|wife|husband|couple|boy|girl|mum|mom|dad|grandmother|grandfather|widow|survivors?|star|actress|actor|singer|celebrit\w+|royal|duchess|prince|hero(es)?"
        + @"|\w+-year-old|aged \d+|yo|mi|mujer|hombre|madre|padre|hijo|hija|esposa|marido|ni[ñn]o|ni[ñn]a|actriz|cantante|famos[oa]s?|a[ñn]os de edad)\b|\bde \d+ años\b", Options)]
    private static partial Regex Persons();

    // Somebody's words: in quotes, or with who says them.
    [GeneratedRegex("^['‘\"“«]|[\"“«][^\"“”«»]{12,}[\"”»]|[:] ['‘]|\\b(tells?|told|(?<!(study|studies|experts?|research|researchers|scientists|doctors|data|cdc|review),? )says?|said|undergo\\w*|battl\\w+|diagnosed|hospitali[sz]ed|claims?|claimed|reveals?|opens up|blames?|urges?|calls for|interview|obituary|profile|dice|asegura|cuenta|denuncia|pide)\\b", Options)]
    private static partial Regex Tells();

    [GeneratedRegex(
        @"\b(check (this|these|out)|find out|click|recipes?|quiz|watch|photos?|pictures|slideshow|videos?|podcast|webinar|tell us|chat|tickets|blog|newsletter|our|we've|we’ve|tweet\w*|thanks|yum|updates?|live updates|letters?|opinion|book|show"
        + @"|receta|vídeo|fotos|suscr\w+|noticias|directo|carta|libro)\b|!|-->|^\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Site();

    [GeneratedRegex(@"^(\p{Lu}[\p{Ll}'’]+ \p{Lu}[\p{Ll}'’]+)( [\p{Lu}]\p{Ll}+)? (is|has|was|\p{Ll}{3,}s|\p{Ll}{2,}ed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndVerb();

    [GeneratedRegex(@"\b(you|your|yours|usted|su|tu|tú|tienes|we|us|our|i|my)\b[^?]*\?|\?.*\w|^(want|need|looking|ready|feeling|got|think|struggl\w+|tired)\b.*\?", Options)]
    private static partial Regex AsksReaders();

    [GeneratedRegex(
        @"\b(how|what|why|when|symptoms?|signs?|causes?|guide|tips?|ways to|steps|things to|need to know|to know|facts|prevent(ing)?|protect(ing)?|avoid(ing)?|treating|treatments?|risk factors|benefits|foods?|side effects|difference|study|studies|research|researchers|scientists|explained|questions to|advice"
        + @"|cómo|qué|cuándo|por qué|s[ií]ntomas?|se[ñn]ales|consejos|causas?|gu[ií]a|prevenir|evitar|proteger\w*|tratamientos?|beneficios|alimentos|efectos|estudios?|claves|investigaci[oó]n)\b", Options)]
    private static partial Regex Explains();

    [GeneratedRegex(
        @"\b(may|might|can|could|should|linked|tied|lowers?|raises?|boosts?|cuts?|reduces?|increases?d?|risks?|risky|riskier|helps?|better|worse|improves?|more likely|less likely|safe|safer|safely|effective|works?|eases?|beats?|protects?|prevents?|relief|treatment|good for|bad for|don't|doesn't|best|healthy|healthier|early|tests?|new"
        + @"|puede[n]?|podr[ií]a[n]?|riesgos?|ayuda[n]?|mejora[n]?|reduce[n]?|aumenta[n]?|previene[n]?|segur[oa]s?|eficaz|bueno|buena|malo|mala|mejor|mejores|san[oa]s?|saludables?|pruebas?)\b", Options)]
    private static partial Regex Finds();
}

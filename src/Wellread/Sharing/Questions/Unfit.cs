using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing.Hashtags;
using Wellread.Sharing.Tips;

namespace Wellread.Sharing.Questions;

/// <summary>Why no open question may stand above an article: it would sound careless above bad news, or would not be answered below.</summary>
internal static partial class Unfit
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The sections of the health gate that tell that a title is about something else, or about somebody.</summary>
    private static readonly Dictionary<string, string> OtherThings = new()
    {
        ["numbers"] = "cases and figures",
        ["people"] = "people",
        ["lab"] = "work in a lab",
        ["politics"] = "politics",
        ["obituary"] = "a death",
        ["business"] = "business",
        ["sport"] = "sport",
        ["crime"] = "crime",
        ["culture"] = "culture",
        ["profession"] = "the health professions",
    };

    private static readonly HashSet<string> Useful = ["care", "advice", "finding"];

    /// <summary>The reason in an editor's words; null where a question fits. It quotes the word that speaks against one, so that it can be seen what was taken for what.</summary>
    public static string? For(Article article, TitleSubject? subject)
    {
        var title = article.Title;
        if (!article.SensitiveTopics.IsEmpty) return "it touches on a sensitive subject";
        if (article.Assessment?.Cautions.HasFlag(AssessmentCautions.AnimalStudy) is true) return "it tells of tests in animals or in a lab";
        if (ArticleNotices.Of(article) != ArticleNotice.None) return "it is a correction, or was corrected";
        return ForBadNews(article) ?? ForOtherThings(article) ?? ForForm(article) ?? ForSubject(article, subject);
    }

    /// <summary>The word by which it tells of deaths or harm; null where it does not.</summary>
    public static string? SadWord(Article article) => Word(Deaths(), article.Title) ?? Word(DeathsInText(), article.Summary);

    private static string? ForBadNews(Article article)
    {
        if (Word(Animals(), article.Title) is { } animals) return $"its title says {animals}, so it may tell of tests in animals or in a lab";
        if (SadWord(article) is { } death) return $"it says {death}, and a question above deaths or harm would sound careless";
        if (Word(Outbreaks(), article.Title) is { } alarm) return $"its title says {alarm}, and a question above an alarm would sound careless";
        return Word(Advice.Doubts, article.Title) is { } doubt ? $"its title says {doubt}, so a question above it could be answered wrongly" : null;
    }

    private static string? ForOtherThings(Article article)
    {
        var isSpanish = article.Language == "es";
        if (Word(Politics(), article.Title) is { } politics) return $"its title says {politics}, so it may be news on politics or business";
        if (OtherThing(article.Title, article.Language) is { } other) return other;
        if (Word(isSpanish ? SpanishPersons() : EnglishPersons(), article.Title) is { } person) return $"its title says {person}, so it may tell one person's story";
        if (IsAboutSomebody(article)) return "its title begins with what may be somebody's name";
        if (Tells().Match(article.Title) is not { Success: true } told) return null;
        return char.IsLetter(told.Value[0]) ? $"its title says \"{told.Value}\", so it may give somebody's words or story" : "its title may quote somebody";
    }

    private static string? ForForm(Article article)
    {
        var title = article.Title;
        if (AsksReaders().IsMatch(title)) return "its title asks readers about themselves";
        if (title.Contains('?', StringComparison.Ordinal)) return "its title asks a question itself, and two in a row sound odd";
        if (title.Contains(';', StringComparison.Ordinal)) return "its title tells of more than one thing";
        if (title.Count(letter => letter is '"' or '“' or '”') % 2 == 1) return "its title has half of a quotation";
        if (title.EndsWith("...", StringComparison.Ordinal) || title.EndsWith('…')) return "its title is cut off";
        if (char.IsLower(title[0]) || Continues().IsMatch(title)) return "its title begins like the middle of a sentence";
        if (title.Contains('!', StringComparison.Ordinal)) return "its title has an exclamation mark, as an advertisement has";
        if (Broken().IsMatch(title)) return "its title has lost some of its words";
        if (title.Contains("-->", StringComparison.Ordinal)) return "its title points to something else with an arrow";
        if (Word(Pointing(), title) is { } pointing) return $"its title says {pointing}, and only its article tells what that is";
        if (Wants().IsMatch(title)) return "its title begins as an advertisement does";
        return Word(Site(), title) is { } site ? $"its title says {site}, so it may speak of its own site" : null;
    }

    // What mostly makes news needs words that explain; anything else at least tells what was found.
    private static string? ForSubject(Article article, TitleSubject? subject)
    {
        if (subject is null) return "its title does not name its subject in words that we know";
        if (subject.IsOneOfMany) return "its title names more than two things, and a question could be on the wrong one";
        if (subject.IsWhole && PostHashtags.Whom.Contains(subject.Topic)) return "its title says for whom it is more than what it is about";
        if (Explains().IsMatch(article.Title)) return null;
        var isSecondChoice = article.Assessment?.SecondChoice is true;
        var maySayWhatWasFound = !NewsTopics.Contains(subject.Topic) && (!isSecondChoice || !subject.IsWhole);
        return maySayWhatWasFound && Finds().IsMatch(article.Title) ? null : "its title has no word, such as how, why or signs, that tells what readers would learn";
    }

    private static readonly HashSet<string> NewsTopics = ["covid", "infections", "costs-and-coverage", "medicines", "vaccines", "environment"];

    private static string? Word(Regex regex, string text) => regex.Match(text) is { Success: true } match ? $"\"{match.Value.Trim('"', '“', '”', '«', '»', ' ')}\"" : null;

    /// <summary>By the words from which the health gate tells that a title is about something else.</summary>
    private static string? OtherThing(string title, string language)
    {
        var words = FoldedWords.From(title, withPlaces: true);
        var hits = GateTerms.Find(words, language);
        if (hits.Exists(hit => Says(hit, Useful.Contains))) return null;
        foreach (var hit in hits.Where(hit => Says(hit, OtherThings.ContainsKey)))
        {
            var (start, end) = words.PlaceOf(hit.Start, hit.Length);
            if (!Readers().IsMatch(title[start..end])) return $"its title says \"{title[start..end]}\", so it may be news on {OtherThings[GateTerms.Sections[hit.Section].Slug]}";
        }
        return null;
    }

    /// <summary>"Ada Example enjoys coffee": two capitals at the start of a title that is not in capitals throughout, which are no words of health.</summary>
    private static bool IsAboutSomebody(Article article) => NameAndVerb().Match(article.Title) is { Success: true } match && match.Groups[1].Value is var name
        && TopicCatalog.Lexicon.Find(name, article.Language).Count == 0 && GateTerms.Find(FoldedWords.From(name), article.Language).Count == 0;

    private static bool Says(TermHit hit, Func<string, bool> isOneOf) => hit.Weight == 3 && isOneOf(GateTerms.Sections[hit.Section].Slug);

    // "Su hijo" is the readers' own.
    [GeneratedRegex("^(sus?|tus?|your) ", Options)]
    private static partial Regex Readers();

    [GeneratedRegex(@"\b(mice|mouse|rats?|monkeys?|pigs?|worms|zebrafish|fruit flies|in the lab|cells|ratones|ratas|monos|c[eé]lulas)\b", Options)]
    private static partial Regex Animals();

    [GeneratedRegex(
        @"\b(die[sd]?|dying|deaths?|dead|deadl(y|ier|iest)|killed|kills?|killing|killers?|fatal\w*|mortality|lethal|murder\w*|grief|griev\w*|funeral|victims?|trag(edy|ic)|miscarriage\w*|stillb\w+|terminal|heart-?rending|heartbreak\w*|devastat\w*|horror|nightmare|harm(s|ed)?|maim\w*|disaster|suffocat\w*|sids|overdos\w*|meth|heroin|rap(e|ed|ist)|assault\w*|abus(e|ed|ive)"
        + @"|muere[n]?|muri[oó]|muert[eo]s?|muertas?|fallec\w+|mortal(es|idad)?|letal\w*|mata[n]?|v[ií]ctimas?|tragedia|duelo|aborto)\b", Options)]
    private static partial Regex Deaths();

    [GeneratedRegex(@"\b(died|killed|death toll|was found dead|\d+ deaths|funeral|murder\w*|muri[oó]|murieron|fallecieron|falleci[oó])\b", Options)]
    private static partial Regex DeathsInText();

    [GeneratedRegex(
        @"\b(outbreaks?|epidemics?|pandemics?|recall(s|ed|ing)?|contaminat\w+|tainted|surge[sd]?|surging|spik(es?|ed|ing)|spread(s|ing)?|quarantine[sd]?|lockdowns?|infected|infects?|confirmed|sick(ened)?|\d[\d,]* (people|patients|cases|kids|children|students)|first case|new cases|cases? (of|leads|rise|drop|top|fall|climb|double)\w*"
        + @"|case (numbers|counts?)|variants?|waves?|crisis|emergency|beating|battle|fight against|race for|alarm\w*|scares?|scary|worr(y|ies|ied|ying)|threat\w*|warn(s|ed|ing)?(?! signs?)|alerts?|panic|fears?|shock(s|ed|ing)?|unfortunately|sadly|breaking news|advanced cancer|(end|late)[- ]stage|metasta\w+|brotes?|epidemias?|pandemias?|retira(n|da|do)?|alerta[ns]?|contagios?|cuarentena|casos|confinamiento|crisis|emergencia|olas?|variantes?)\b", Options)]
    private static partial Regex Outbreaks();

    [GeneratedRegex(
        @"\b(trump|biden|obama\w*|congress\w*|senat\w+|lawmakers?|republicans?|democrats?|ministers?|ministry|governments?|president\w*|governors?|parliament|elections?|vot(e|es|ers|ing)|(?<!\b(medical|hospital|your|my|dental|doctor's|surprise|water) )bill(?!s)|law|legislation|polic(y|ies)|white house|budget|funding|strikes?|union|tax\w*"
        + @"|mps?|supreme|regulat\w+|court|judge|lawsuit\w*|sue[sd]?|police|jail\w*|arrest\w*|charge[sd]?|fraud\w*|scandal\w*|ban(s|ned|ning)?|fda|ema|mhra|nhs|approv(es|al|als)|price[sd]?|cost(s|ly|ing)?|market\w*|profit\w*|compan(y|ies)|billion|million|pfizer|moderna|novartis|roche|merck|glaxo\w*|gsk|sanofi|astrazeneca|bayer|eli lilly|abbvie|amgen|gilead|biogen|startup\w*|therapeutics|pharma\w*|biotech\w*|inc|ltd|main goal|endpoints?|facebook|google|apple|amazon|twitter|shortages?"
        + @"|gobierno|ministr\w+|ministerio|presidente|congreso|senado|ley(es)?|elecciones|pol[ií]tic\w+|juez|tribunal|demanda|polic[ií]a|fraude|huelga|presupuesto|millones|empresas?|precios?|mercado|aprueba\w*)\b|[$£€]\s?\d", Options)]
    private static partial Regex Politics();

    // "When to see a doctor" and "your son" tell nobody's story.
    [GeneratedRegex(
        @"\b(i|i'm|i’m|i've|my|me|myself|he|she|his|her|him|(?<!\b(see|call|ask|tell|visit|to|from|with|without|for|by) )a (patient|nurse|doctor|couple)|(?<!\b(your|every|any|each|for) (a )?)(woman|man|mother|father|son|daughter|wife|husband|couple|boy|girl|mum|mom|dad)|grandmother|grandfather|widow|survivors?|(?<!all )star(?! anise)|actress|actor|singer|celebrit\w+|royal|duchess"
        + @"|prince|hero(es)?|\w+-year-old|aged \d+)\b", Options)]
    private static partial Regex EnglishPersons();

    [GeneratedRegex(
        @"\b(yo|mi|mis|(?<!\b(su|tu|la|cada|una) )(mujer|madre|hija|ni[ñn]a|esposa)|(?<!\b(su|tu|el|cada|un) )(hombre|padre|hijo|ni[ñn]o|marido)|actriz|actor|cantante|famos[oa]s?|a[ñn]os de edad)\b|\bde \d+ años\b", Options)]
    private static partial Regex SpanishPersons();

    // Somebody's words: in quotes, or with who says them.
    [GeneratedRegex("^['‘\"“«]|[\"“«][^\"“”«»]{12,}[\"”»]|[:] ['‘]|\\b(tells?|told|(?<!(study|studies|experts?|research|researchers|scientists|doctors|data|cdc|review),? )says?|said|undergo\\w*|battl\\w+|diagnosed|hospitali[sz]ed|claims?|claimed|reveals?|opens up|blames?|urges?|calls for|interview|obituary|profile|dice|asegura|cuenta|denuncia|pide)\\b", Options)]
    private static partial Regex Tells();

    [GeneratedRegex(
        @"\b(check (this|these|out)|find out|click|recipes?|menus?|things we|we heart|love this|quiz|watch|photos?|pictures|slideshow|videos?|podcast|webinar|read on|service|tell us|chat|tickets|blog|newsletter|our|we've|we’ve|we're|we’re|overview by|tweet\w*|thanks|yum|apps?|gifts?|deals|editors?|to (give|buy)|updates?|live updates|letters? (from|to)|opinion|book|(tv|the) show|documentary|films?|movies?|field guide|exhibit\w*|contest|awards?|(?<!\bhow to .*)(today|tonight|tomorrow)|getfit"
        + @"|receta|vídeo|fotos|suscr\w+|noticias|directo|carta|libro)\b", Options)]
    private static partial Regex Site();

    [GeneratedRegex(@"^((and|but|or|so|plus|also|because|they|they're|he|she|it's|that's|y|pero|o|así que) |(yes|no|sí),)", Options)]
    private static partial Regex Continues();

    /// <summary>"Most of 's week", "by . Read on", "… is full. has a plan": a name was taken out.</summary>
    [GeneratedRegex(@"(^|\s)['’]s\b|\s[.,;]|\p{Ll}{3}[.!?] \p{Ll}|\b(from|by|with|and|via) ?[.:-]? ?$|\b(from|by) - ", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();

    [GeneratedRegex(@"\bthis (?!(year|week|month|season|winter|summer|spring|fall|autumn|holiday|weekend|flu|allergy)\b)\p{L}+", Options)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^(see|want(s|ed)?|need|looking|ready|trying|tired|hoping|check|don't miss|today|here('s|’s)) ", Options)]
    private static partial Regex Wants();

    [GeneratedRegex(@"^((?!(Is|Are|Do|Does|Can|Could|Will|Would|Why|How|What|When|Where|Who|Should|Has|Have|The|An|New|This|These|Some|Many|Most|El|La|Los|Las|Un|Una|Por|Cómo|Qué)\b)\p{Lu}[\p{Ll}'’]+ \p{Lu}[\p{Ll}'’]+)( [\p{Lu}]\p{Ll}+)?(['’]s \p{L}| \p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndVerb();

    [GeneratedRegex(
        @"^(have|got) an? |^(do|are|have|did|were|would|will|can|could|should|when did|how (often|much|many|well|long)( \w+)? (do|are|have|did)) you\b(?! (have|know|need) (any |more )?information)|^(is|are|does|do|has|have|could|can|will|should) your\b|^(want|need|looking|ready|feeling|got|think|struggl\w+|tired|suffering|worried)\b[^?!]{0,60}\?"
        + @"|^¿\s*(tiene|tienes|padece|padeces|sufre|sufres|está|estás|siente|sientes|se siente|te sientes|sabe|sabes|quiere|quieres|necesita|necesitas|puede usted|puedes|duerme|duermes|come|comes|le duele|te duele)\b", Options)]
    private static partial Regex AsksReaders();

    [GeneratedRegex(
        @"\b(how|what|why|when (to|you|your|is|are)|reasons?|symptoms?|signs?|causes?|guide|tips?|ways to|steps|things to|need to know|to know|facts|prevent(ing)?|protect(ing)?|avoid(ing)?|treating|treatments?|risk factors|benefits|foods?|side effects|difference|study|studies|research|researchers|scientists|explained|questions to|advice"
        + @"|cómo|qué|cuándo|por qué|razones|s[ií]ntomas?|se[ñn]ales|consejos|causas?|gu[ií]a|prevenir|evitar|proteger\w*|tratamientos?|beneficios|alimentos|efectos|estudios?|claves|investigaci[oó]n)\b", Options)]
    private static partial Regex Explains();

    [GeneratedRegex(
        @"\b(may|might|can|could|should|linked|tied|lowers?|raises?|boosts?|cuts?|reduces?|increases?d?|risks?|risky|riskier|helps?|better|worse|improves?|more likely|less likely|safe|safer|safely|effective|works?|eases?|beats?|protects?|prevents?|relief|treatment|good for|bad for|doesn't|best|healthy|healthier"
        + @"|puede[n]?|podr[ií]a[n]?|riesgos?|ayuda[n]?|mejora[n]?|reduce[n]?|aumenta[n]?|previene[n]?|segur[oa]s?|eficaz|bueno|buena|malo|mala|mejor|mejores|san[oa]s?|saludables?|pruebas?)\b", Options)]
    private static partial Regex Finds();
}

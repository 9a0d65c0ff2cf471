using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>
/// Which sentences need the one before them, in English and Spanish: those that open with a pronoun or a turn ("They also …"), that speak of "them" or "it" without a word in the sentence that they
/// can mean, of "the study" that was told of before, and Spanish ones that open with a verb and leave out who does it. In doubt a sentence leans: it is left out where its neighbour is.
/// </summary>
internal static partial class Leaning
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool OnThePrevious(string sentence, string language) =>
        Opens(sentence) || (language == "es" ? LeavesOutWho(sentence) || SpanishKnown().IsMatch(sentence) : PointsBack(sentence));

    /// <summary>"The pain can be mild": which pain was said before. Parts of the body and well-known illnesses need no word before.</summary>
    public static bool OpensOnSomethingKnown(string sentence) => Known().IsMatch(sentence);

    /// <summary>"They found that …" below a title that names no researchers, "Moreover, …" below any.</summary>
    public static bool CannotFollowTitle(string sentence) => Researchers().IsMatch(sentence) || GoesOn().IsMatch(sentence);

    /// <summary>Whether its first words say so.</summary>
    public static bool Opens(string sentence) => Opening().IsMatch(sentence);

    private static bool PointsBack(string sentence) =>
        EnglishKnown().IsMatch(sentence) || Clause().IsMatch(sentence) || SaidOf().IsMatch(sentence) || ThisThing().IsMatch(sentence) || EarlyIt().IsMatch(sentence) || Stands().IsMatch(sentence)
        || IsUnnamed(Them().Match(sentence), sentence, Several()) || IsUnnamed(HimOrHer().Match(sentence), sentence, Person());

    /// <summary>Whether nothing before a pronoun can be what it means.</summary>
    private static bool IsUnnamed(Match pronoun, string sentence, Regex named) => pronoun.Success && !named.IsMatch(sentence[..pronoun.Index]);

    // "Ayuda a prevenir defectos": who or what does? "Es importante …" and "Ayude a …" need nobody, and "tu" speaks to the reader.
    private static bool LeavesOutWho(string sentence) => VerbFirst().IsMatch(sentence) && !Impersonal().IsMatch(sentence) && !SpeaksToReader().IsMatch(sentence);

    [GeneratedRegex(
        @"^(one (is|was|has|of them)|the (first|second|third|former|latter|same)|hence|thus|therefore|as a result|nonetheless|nevertheless|moreover|furthermore|besides|it|its|they|their|them|this|that|these|those|he|she|his|her|but|and|or|so|also|then|such|both|instead|however|still|yet|another|others|even so|for example|for instance|in addition|the other"
        + @"|esto|esta|este|estos|estas|eso|esa|ese|esos|esas|ellos|ellas|él|ella|pero|y|o|también|además|así|entonces|por eso|sin embargo|por ejemplo|otro|otra|otros|otras|ambos|ambas|su|sus|aunque|en cambio|por lo tanto|por tanto|en ese caso)\b", Options)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(at first|well,|now,|then,|as an alternative|in the end|in other words|in the meantime|meanwhile|finally|lastly|above all|first of all|in turn|by comparison|by contrast|in contrast|similarly|likewise|overall|\p{L}+ (said|says|told|added|adds|noted|notes|wrote|recalls|got)|(less|more|most) (commonly|often|rarely|frequently)|in (rare|some|most|many|other|severe|mild|such) cases|(some|most|half|none|many|one|all|a few) of the|on the other hand|the (oral |new )?(group|rest|drug|medication|medicine|treatment|therapy|procedure|surgery|device|program|programme|method|approach|test|vaccine|workout|effects?|behaviou?r|disease|illness|infection|syndrome|patients|participants|subjects|work|volunteers|women|men|children|kids|product|company|agency|experts?|doctors)|the (new )?(study|research|researchers|team|findings|results|report|authors?|review|trial|survey|condition|disorder|scientists|idea|difference|reason|answer|good news|bad news)|(according to|in|for) (the (study|report|researchers|authors|survey)))\b", Options)]
    private static partial Regex EnglishKnown();

    [GeneratedRegex(@"^((según |en )?(el|la|los|las) (estudio|investigación|investigadores|autores|hallazgos|resultados|informe|encuesta|trastorno|razón|diferencia|respuesta))\b", Options)]
    private static partial Regex SpanishKnown();

    [GeneratedRegex(@"^(if|when|while|because|after|before|since|although|though|as|once|until|unless|where|in|for|with|by|of|to|among|on|at|from|like|unlike|without|beyond|despite|due to|thanks to) (it|they|he|she|this|these|those|them|that|its|their|such|both)\b", Options)]
    private static partial Regex Clause();

    // "That's a bad thing", "If you have one, …".
    [GeneratedRegex(@"^([\w'’-]+ ){1,7}also\b|, (that|this|it|these|those|they)('s|’s| is| was| are| were)\b(?! (\w+ )?\w+ (to|that)\b)|\b(have|has|had|get|with|without) (one|some|both)\b(?= *[,.;])|^(half|some|most|many|others|all|none) (ate|drank|took|got|had|were|was|said|say|used|slept)\b|^the others\b|\b(do|does|lowers?|raises?|reduces?|have|has|of|for|with) both *[,.]|\b(of|in|with|for|from|by|to|and|or|than|as|on|at) (these|those)\b(?! (who|with|that|in|of|without|at|from|aged|under|over|whose|living|taking|using|times|days|years))", Options)]
    private static partial Regex Stands();

    // "have this kind of stroke": which kind stands elsewhere.
    [GeneratedRegex(@"\b(this|these) (?!(years?|weeks?|months?|season|winter|summer|spring|fall|autumn|holidays?|morning|evening|time|way|days?|decade|century|country|is|was|are|were|means|may|can|could|might)\b)\p{Ll}+", Options)]
    private static partial Regex ThisThing();

    [GeneratedRegex(@"^(the|such) (?!(flu|heart|brain|sun|body|skin|liver|lungs|kidneys|eyes|gut|spine|stomach|thyroid|pancreas|bladder|virus|vaccine)\b)\p{L}+ (can|may|is|are|was|were|has|have|had|will|would|should|must|could|might|did|does)\b", Options)]
    private static partial Regex Known();

    [GeneratedRegex(@"^(they|he|she) (then |also )?(found|says?|said|looked|studied|tested|asked|analy[sz]ed|followed|compared|report(ed)?|wrote|noted|examined|hope[ds]?|plan(ned|s)?|believed?|concluded|discovered|showed|used|measured|recruited|tracked|surveyed|reviewed)\b", Options)]
    private static partial Regex Researchers();

    [GeneratedRegex(@"^(then|moreover|furthermore|in addition|additionally|also|however|in fact|for example|for instance|instead|meanwhile|as a result|therefore|thus|hence|nonetheless|still|besides|another|además|sin embargo|por ejemplo|también|por lo tanto|en cambio)\b", Options)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\b(say|says|said|think|thinks|thought|believe|believes|found|finds?|shows?|suggests?|warns?|adds?|added|hope|hopes) (that )?(it(?!('s|’s| is| was| may be| can be) (\w+ )?\w+ (to|that|for)\b)|he|she|this|these|those)\b", Options)]
    private static partial Regex SaidOf();

    // "Doctors treat it with …", "How it works". Not "Make it easy to …".
    [GeneratedRegex(@"^\S+ (\S+ )?it\b(?!('s|’s)? (\w+ ){0,2}\w+ (to|that)\b)", Options)]
    private static partial Regex EarlyIt();

    [GeneratedRegex(@"\b(them|they|they're|they’re|their|theirs|themselves)\b", Options)]
    private static partial Regex Them();

    /// <summary>Whom "they" can mean: a plural, two, or anybody.</summary>
    [GeneratedRegex(@"\b(?!(is|was|has|does|this|always|perhaps|as|its|us|yes|lots|sometimes|plus|less|unless|across|towards|afterwards|besides|thus|doctors?'s)\b)(\p{L}{2,}(?<![su])s|people|children|men|women|teeth|feet|anyone|everyone|someone|somebody|everybody|nobody|each|every|person|patient|child|baby|who|and|adult|teen|youth|most|many|some|few|\d+)\b", Options)]
    private static partial Regex Several();

    [GeneratedRegex(@"\b(he|she|his|her|hers|him|himself|herself)\b", Options)]
    private static partial Regex HimOrHer();

    [GeneratedRegex(@"(?<=\S )\p{Lu}\p{Ll}+|\b(?i:man|woman|mother|father|girl|boy|patient|doctor|child|baby|person|nurse|someone|everyone|anyone|each|every|partner|wife|husband|son|daughter|mom|mum|dad|teen|dr|professor|author|director|researcher|scientist|expert)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(
        @"^(no )?(se |le |les |lo |la )?(ayudan?|pueden?|podrían?|causan?|provocan?|producen?|reducen?|mejoran?|aumentan?|previenen?|sirven?|suelen?|tienen?|contienen?|ocurren?|aparecen?|afectan?|protegen?|incluyen?|permiten?|favorecen?|disminuyen?|evitan?|fue|fueron|era|eran|están?|es|son|ha|han|debe|deben"
        + @"|requieren?|necesitan?|duran?|trata|tratan|transmiten?|contagian?|caracterizan?|manifiestan?|consisten?|forman?|desarrollan?|funcionan?|actúan?|aportan?|combaten?|controlan?|alivian?|eliminan?|facilitan?|fortalecen?|estimulan?|regulan?|retrasan?|dependen?|varían?|empiezan?|comienzan?|crecen?|curan?"
        + @"|desaparecen?|dejan?|hacen?|llaman?|logran?|mantienen?|ofrecen?|parecen?|quieren?|representan?|resultan?|sufren?|usan?|utilizan?|viven?|diagnostican?|recetan?|encuentran?|encontraron|descubrieron|hallaron|analizaron|observaron|concluyeron|concluyen|añaden|explican?|aseguran?|afirman?|señalan?|indican?)\b", Options)]
    private static partial Regex VerbFirst();

    [GeneratedRegex(@"^(no )?(es|son|fue|está|ha sido|puede ser|parece|resulta) (muy |más |tan |también |siempre |bastante |poco )?(importante|necesari[oa]|mejor|recomendable|posible|com[uú]n|frecuente|fundamental|esencial|conveniente|normal|imprescindible|aconsejable|vital|clave|buena idea|hora|probable|difícil|fácil|preferible|peligroso|demostrado)\b|^se (recomienda|aconseja|debe|puede|sabe|estima|calcula|considera|cree|trata de que)\b", Options)]
    private static partial Regex Impersonal();

    [GeneratedRegex(@"\b(tu|tus|te|contigo|ti|usted|ustedes)\b", Options)]
    private static partial Regex SpeaksToReader();
}

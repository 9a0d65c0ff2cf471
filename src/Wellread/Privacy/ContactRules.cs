using System.Text.RegularExpressions;

namespace Wellread.Privacy;

/// <summary>
/// A telephone, fax or mail address that the words around it give to a patient or a relative: "her cell is …", "text the dad at …", "…, that's the mother's number". No name is needed.
/// The office's, a doctor's and free lines stay clear.
/// </summary>
internal static partial class ContactRules
{
    private const int Before = 100;

    private const int Behind = 70;

    public static void Apply(Findings findings)
    {
        var evidence = findings.Evidence;
        foreach (var contact in evidence.Shapes.Where(shape => shape.Kind is MentionKind.Phone or MentionKind.Email))
        {
            if (!IsAPersons(evidence, contact)) continue;
            findings.AddSure(contact);
            var sentence = evidence.SentenceOf(contact);
            foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure && evidence.SentenceOf(name) == sentence)) findings.Add(FindingSeverity.Block, name);
        }
    }

    private static bool IsAPersons(Evidence evidence, Mention contact)
    {
        var text = evidence.Text.Plain;
        var sentence = evidence.SentenceOf(contact);
        if (evidence.IsConditional(sentence) || (contact.Kind == MentionKind.Phone && DateShapes.IsFree(text.AsSpan(contact.Start, contact.End - contact.Start)))) return false;
        var before = OfSentence(text[Math.Max(0, contact.Start - Before)..contact.Start]);
        var behind = text[contact.End..Math.Min(text.Length, contact.End + Behind)];
        var staff = evidence.IsAboutStaff(sentence);
        if (!staff && (Owned().IsMatch(before) || OwnedBehind().IsMatch(behind) || SpanishObject().IsMatch(before))) return true;
        if (OwnedBy().IsMatch(before) || OwnedByBehind().IsMatch(behind)) return true;
        if (Object().Match(before) is { Success: true } turned && !Offices().IsMatch(turned.Groups["between"].ValueSpan) && (!staff || turned.Groups["person"].Success)) return true;
        if (NamedObject().Match(before) is { Success: true } named && IsPrivate(evidence, contact.Start - before.Length + named.Groups["name"].Index)) return true;
        if (Papers().Match(before) is { Success: true } papers && !Offices().IsMatch(papers.Groups["between"].ValueSpan)) return true;
        return !staff && contact.Kind == MentionKind.Email && IsPrivateMail(text[contact.Start..contact.End]) && AboutThem().IsMatch(behind);
    }

    // A number's own sentence: what stands behind the last end of one.
    private static string OfSentence(string before)
    {
        for (var i = before.Length - 2; i >= 0; i--)
        {
            if (before[i] is '!' or '?' or '\n' || (before[i] == '.' && before[i + 1] == ' ' && Articles.SentenceEnd.IsAt(before, i))) return before[(i + 1)..];
        }
        return before;
    }

    private static bool IsPrivate(Evidence evidence, int place) => evidence.WordAt(place) is >= 0 and var word
        && evidence.Names.Exists(name => name.Strength >= NameFinder.Sure && name.Role is NameRole.Unknown or NameRole.Titled && NameFinder.WithTitle(evidence.Words, name) <= word && word < name.Last);

    /// <summary>A name before the @ of a provider that anybody can have an account with.</summary>
    private static bool IsPrivateMail(string address) => FreeMail().IsMatch(address);

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private const string Kin = "(patient|pt|mom|mommy|mother|dad|daddy|father|parents?|wife|husband|spouse|son|daughter|sister|brother|grand(ma|pa|mother|father|son|daughter)|aunt|uncle|caregiver|guardian|boyfriend|girlfriend|partner|family|lady|woman|man|guy|gentleman|boy|girl|kid|teen|baby|couple|neighbor|reviewer)";

    private const string SpanishKin = "(paciente|mam[aá]|madre|pap[aá]|padre|espos[oa]|marido|hij[oa]|hermana|hermano|abuel[oa]|t[ií][oa]|se[ñn]ora?|muchach[oa]|ni[ñn][oa]|joven|familia|novi[oa]|cuidador[a]?|tutor[a]?)";

    private const string Contact = @"(cell ?phone|cell|phone|mobile|number|home|line|e-?mail|address|fax|contact|digits|whatsapp|celular|m[oó]vil|tel[eé]fono|tel|n[uú]mero|correo)";

    private const string Is = @"[ :=#,(-]{0,3}((is|was|still|on file|at|as|number|no\.|address|phone|line|es|era|electr[oó]nico|personal|de casa)[ :=#(]{1,3}){0,3}\+?\(?$";

    // "Her cell is", "the patient's number:", "su celular es"; "your number is" tells the reader's own.
    [GeneratedRegex(@"(\b(his|her|their|your|tu|su)|'s) (own |home |work |new |personal |private |cell |mobile )?" + Contact + Is, Options)]
    private static partial Regex Owned();

    // "The cell of the dad is", "el correo de la paciente:".
    [GeneratedRegex(@"\b" + Contact + @"( number| address)? (of|for|de|del|para) ((the|our|this|la|el|una?|su|nuestr[oa]|esta?) )?(\p{L}+ )?(" + Kin + "|" + SpanishKin + @")('s)?\b[^.!?\d]{0,30}" + Is, Options)]
    private static partial Regex OwnedBy();

    // "…, that's her cell", "… (his number)".
    [GeneratedRegex(@"^\)?\s{0,2}[,(-]?\s{0,2}((is|that's|that is|it's|which is|es|ese es) )?(his|her|their|the \w{1,12}'s|su) (own |home |work |new |personal )?" + Contact + @"\b", Options)]
    private static partial Regex OwnedBehind();

    [GeneratedRegex(@"^\)?\s{0,2}[,(-]?\s{0,2}((is|that's|that is|it's|which is|es|ese es) )?(the|a|el|la) " + Contact + @"( number| address)? (of|for|de|del) ((the|our|this|la|el|una?|su) )?(\p{L}+ )?(" + Kin + "|" + SpanishKin + @")\b", Options)]
    private static partial Regex OwnedByBehind();

    // "Text him at", "call the patient's mom at", "we reached you at"; not "call her doctor at".
    [GeneratedRegex(@"(\b(call|text|phone|ring|e-?mail|message|reach|contact|fax|write|write to|dm|page|whatsapp|try|called|texted|emailed|reached|faxed|wrote)( to)? ((?<person>((the|our|this|that|a) (\p{L}+ ){0,2}?" + Kin + @"('s " + Kin + @")?))\b|him\b|her\b(?! \p{L}+ (or|and))|them\b)|\b(called|texted|emailed|reached|faxed|contacted) you\b)(?<between>[^.!?;]{0,40}?)( (at|on|to)|:)\s{0,2}\(?$", Options)]
    private static partial Regex Object();

    // "Llámela al", "mándele un fax al", "llame a la mamá al", "le escribimos a".
    [GeneratedRegex(@"\b((ll[aá]m|text[eé]|escr[ií]b|m[aá]nd|env[ií]|av[ií]s|cont[aá]ct|local[ií][cz]|m[aá]rqu)\w{0,6}(la|lo|le|las|los|les)\b|(llam|escrib|contact|avis|text|envi|mand)\w{1,4} (al?|a la|a el) (la |el |su |nuestr[oa] )?" + SpanishKin + @"\b|(la|lo|le|te) (llamamos|escribimos|enviamos|mandamos|marcamos)\b)(?![^.!?;]{0,40}\b(oficina|consultorio|cl[ií]nica|farmacia|m[eé]dic[oa]|doctora?|hospital|escuela)\b)[^.!?;]{0,40}?( (al?|en|a su \w+( n[uú]mero)?)|:)\s{0,2}\(?$", Options)]
    private static partial Regex SpanishObject();

    [GeneratedRegex(@"\b(?i:call|text|phone|ring|e-?mail|message|reach|contact|fax|write to|page|llame a|escriba a|avise a|textee a)( (Mr|Mrs|Ms|Miss|Sra?|Don|Doña|la señora|el señor)\.?)? (?<name>\p{Lu}\p{L}+)[^.!?;]{0,30}? (at|on|to|al|a|en)\s{0,2}\(?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedObject();

    // "Fax his results to"; "fax your records to" is what offices ask for.
    [GeneratedRegex(@"\b(send|fax|e-?mail|mail|forward|text|mande|env[ií]e|mandar|enviar|reenv[ií]e) (his|her|their|the \w{1,12}'s|su|sus|los|las|el|la) (\p{L}+ ){0,2}?(results?|records?|labs?|reports?|x-?rays?|scans?|images|prescriptions?|refills?|charts?|notes|bill|referral|mri|biopsy|photos?|resultados?|an[aá]lisis|recetas?|expediente|informe|factura|radiograf[ií]as?|estudios?)( de (ella|[eé]l|la paciente|el paciente|la se[ñn]ora|el se[ñn]or))?\b(?<between>[^.!?;]{0,30}?) (to|at|al?)\s{0,2}\(?$", Options)]
    private static partial Regex Papers();

    [GeneratedRegex(@"\b(our|us|office|clinic|front desk|hot ?line|help ?line|doctor|nurse|pharmac\w+|provider|dentist|school|hospital|insurer|insurance|department|desk|specialist|therapist|pediatrician|surgeon|nuestr[oa]|oficina|consultorio|cl[ií]nica|m[eé]dic[oa]|doctora?|farmacia)\b", Options)]
    private static partial Regex Offices();

    [GeneratedRegex(@"^[\w.+-]+@(gmail|yahoo|hotmail|outlook|icloud|aol|live|msn|me|mac|ymail|comcast|verizon|att|sbcglobal|proton|protonmail|gmx)\.", Options)]
    private static partial Regex FreeMail();

    // "… about her biopsy", "…, he had his scan here".
    [GeneratedRegex(@"^\s{0,2},?\s{0,2}((about|for|regarding|re|with|sobre|por|de) (his|her|their|the patient|su|sus)\b|(he|she|who|[eé]l|ella) )", Options)]
    private static partial Regex AboutThem();
}

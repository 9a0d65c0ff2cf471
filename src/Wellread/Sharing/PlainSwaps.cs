using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Scoring;

namespace Wellread.Sharing;

/// <summary>
/// Puts plain words in the place of medical terms where both are names of one thing. The plain words are those of scoring's lists; most of them explain more loosely
/// than a swap may ("kind of white blood cell"), so only terms that are listed here are swapped.
/// </summary>
internal static partial class PlainSwaps
{
    private static readonly FrozenSet<string> English = Set(
        "alopecia, analgesic, arrhythmia, arthralgia, bradycardia, bruxism, cardiac, cardiologist, cardiovascular disease, caries, cerebrovascular accident, cerumen, clavicle, colorectal, "
        + "conjunctivitis, contusion, cutaneous, cystitis, deep vein thrombosis, dyspepsia, dysphagia, dyspnea, endocrinologist, gastroenterologist, gastrointestinal, gestational diabetes, "
        + "hyperthyroidism, hypothyroidism, insomnia, larynx, mandible, myocarditis, neonatal, nephrologist, neurologist, nocturnal, oncologist, pathogen, pharyngitis, podiatrist, prognosis, "
        + "prostatic, pulmonologist, rheumatologist, scapula, sternum, tibia, tinnitus, trachea, transient ischemic attack, urologist, uterine, "
        + "dyspnoea, dysuria, ecchymosis, edema, emesis, epistaxis, erythema, halitosis, hepatic, hypercholesterolaemia, hypercholesterolemia, hyperglycaemia, hyperglycemia, "
        + "hypertension, hypoglycaemia, hypoglycemia, hypotension, myalgia, myocardial infarction, neonate, ocular, oedema, ophthalmologist, pertussis, "
        + "pruritus, pulmonary, pyrexia, renal, rhinorrhea, rhinorrhoea, syncope, tachycardia, urticaria, varicella, xerosis, xerostomia");

    // Of one gender with their plain words, or adjectives that become "de …": the words around them stay right.
    private static readonly FrozenSet<string> Spanish = Set(
        "alopecia, cardiólogo, cardíaco, cardíaca, disnea, hepático, hepática, hipertensión, hipertensión arterial, hipotensión, hipotensión arterial, infarto agudo de miocardio, "
        + "infarto de miocardio, neonato, oftalmólogo, pulmonar, pulmonare, renal, renale");

    // Beside such a word a term is another illness: "portal hypertension".
    private static readonly string[] EnglishKinds = ["al", "ar", "ary", "ic", "ous", "oid", "coat"];
    private static readonly string[] SpanishKinds = ["al", "ar", "ica", "ico", "aria", "ario"];

    public static string In(string sentence, string language)
    {
        if (SpeaksOfWords().IsMatch(sentence)) return sentence;
        var isSpanish = language == "es";
        var places = TermsOf(sentence, language).Where(term => IsListed(term.Term, isSpanish ? Spanish : English))
            .SelectMany(term => term.Spans.Where(span => span.Part == TextPart.Text).Select(span => (span.Start, span.End, Plain: term.PlainWords)))
            .OrderByDescending(place => place.Start);
        foreach (var (start, end, plain) in places.ToList())
        {
            if (Fits(sentence, start, end, plain, isSpanish)) sentence = $"{sentence.AsSpan(0, start)}{WithCaseOf(sentence[start], plain)}{sentence.AsSpan(end)}";
        }
        return sentence;
    }

    /// <summary>Terms of a text with words that explain them, for an editor who knows which fit: what a swap may not do by itself.</summary>
    public static IEnumerable<(string Term, string PlainWords)> OffersFor(string text, string language) => TermsOf(text, language).Select(term => (term.Term, term.PlainWords));

    private static IEnumerable<FoundTerm> TermsOf(string words, string language)
    {
        if (language is not ("en" or "es")) return [];
        var text = TrimmedText.Of("", words);
        return FoundTerms.From(TextFindings.Of(text, language == "es" ? LanguageWords.Spanish : LanguageWords.English).Terms, text).Where(term => !term.Explained);
    }

    private static bool IsListed(string term, FrozenSet<string> listed)
    {
        var written = term.ToLowerInvariant();
        return listed.Contains(written) || (written.EndsWith('s') && listed.Contains(written[..^1]));
    }

    private static bool Fits(string sentence, int start, int end, string plain, bool isSpanish)
    {
        // "extra-hepatic"; "myocardial infarction (MI)", where the bracket shortens the term.
        if ((start > 0 && sentence[start - 1] == '-') || sentence.AsSpan(end).StartsWith("-") || sentence.AsSpan(end).StartsWith(" (")) return false;
        var before = sentence.AsSpan(0, start).TrimEnd();
        before = before[(before.LastIndexOf(' ') + 1)..];
        var after = sentence.AsSpan(end).TrimStart();
        after = after.IndexOf(' ') is >= 0 and var length ? after[..length] : after;
        // A capital within a sentence is a name's: "Hypertension Canada", "the Renal Association".
        if (char.IsUpper(sentence[start]) && (before.TrimStart("¿¡").Length > 0 || (after.Length > 0 && char.IsUpper(after[0])))) return false;
        if (isSpanish) return !IsKind(after.TrimEnd(".,;:!?"), SpanishKinds);
        if (IsKind(before, EnglishKinds)) return false;
        return !(before.Equals("a", StringComparison.OrdinalIgnoreCase) || before.Equals("an", StringComparison.OrdinalIgnoreCase)) || IsVowel(plain[0]) == IsVowel(sentence[start]);
    }

    private static bool IsKind(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length > 4 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    // "hypertension, as it is called": the term is meant, not what it names.
    [GeneratedRegex(@"\b(called|known|referred|term|terms|word|means|meaning|named|llama|llamada|llamado|conocida|conocido|término|palabra|significa)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpeaksOfWords();

    private static bool IsVowel(char letter) => char.ToLowerInvariant(letter) is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string WithCaseOf(char first, string plain) => char.IsUpper(first) ? $"{char.ToUpperInvariant(plain[0])}{plain[1..]}" : plain;

    private static FrozenSet<string> Set(string terms) => terms.Split(", ").ToFrozenSet();
}

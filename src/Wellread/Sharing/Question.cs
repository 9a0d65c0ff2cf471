using System.Buffers;
using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>
/// Which questions can open a post. One that asks readers about themselves ("Do you have diabetes?") can't: it invites them to tell of their health for all to see.
/// </summary>
internal static partial class Question
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?¿¡:;()|–—");

    public static bool Ends(string sentence) => sentence.EndsWith('?');

    /// <summary>
    /// A question about a thing, asked by nobody in particular, that the next sentence begins to answer. A yes or no must come: "Can coffee cure it?" alone leaves a claim behind.
    /// </summary>
    public static bool IsAnswered(string sentence, string next, string language) => Ends(sentence) && !Ends(next) && !Quotes().IsMatch(sentence) && !Turns().IsMatch(next) && language switch
    {
        "en" => IsOpen(sentence, language) || (!EnglishPerson().IsMatch(sentence) && EnglishYesOrNo().IsMatch(sentence) && YesOrNo().IsMatch(next)),
        "es" => IsOpen(sentence, language) || (!SpanishPerson().IsMatch(sentence) && SpanishYesOrNo().IsMatch(sentence) && YesOrNo().IsMatch(next)),
        _ => false,
    };

    /// <summary>
    /// The question that a title is or holds ("How to sleep better" holds one); null where it does not. The article behind a title answers what or how, and may leave a yes or no open.
    /// </summary>
    /// <param name="title">The title.</param>
    /// <param name="language">Its language.</param>
    /// <param name="next">What the text begins with; null where there is none.</param>
    public static string? From(string title, string language, string? next)
    {
        if (next is not null && IsAnswered(title, next, language)) return title;
        var subject = Subject().Match(title).Length;
        if (Series().IsMatch(title[..subject])) return null;
        if (Ends(title)) return !Quotes().IsMatch(title) && IsOpen(title[subject..], language) ? title : null;
        return Asked(title[..subject], title[subject..].TrimEnd('.', ',', ' '), language);
    }

    // What stands before the colon stays: "Back pain: do you know how to sit well?" Without it nobody knows what "what to do" is about.
    private static string? Asked(string subject, string clause, string language)
    {
        var words = subject + clause;
        if (Quotes().IsMatch(words) || clause.AsSpan().ContainsAny(Marks) || words.Contains(" - ", StringComparison.Ordinal) || Headline().IsMatch(words)) return null;
        switch (language)
        {
            case "en" when EnglishClause().IsMatch(clause) && !EnglishPerson().IsMatch(words):
                if (IsInCapitals(clause)) return $"{subject}Do You Know {char.ToUpperInvariant(clause[0])}{clause[1..]}?";
                return $"{subject}{(subject.Length == 0 ? 'D' : 'd')}o you know {char.ToLowerInvariant(clause[0])}{clause[1..]}?";
            case "es" when SpanishClause().IsMatch(clause) && !SpanishPerson().IsMatch(words):
                return $"{subject}¿{(subject.Length == 0 ? 'S' : 's')}abe usted {char.ToLowerInvariant(clause[0])}{clause[1..]}?";
            default:
                return null;
        }
    }

    /// <summary>Whether it asks for a yes or no.</summary>
    public static bool IsYesOrNo(string sentence, string language) => Ends(sentence) && (language == "es" ? SpanishYesOrNo() : EnglishYesOrNo()).IsMatch(sentence);

    private static bool IsOpen(string question, string language) => language switch
    {
        "en" => English().IsMatch(question) && !EnglishPerson().IsMatch(question) && !IsBroken().IsMatch(question),
        "es" => Spanish().IsMatch(question) && !SpanishPerson().IsMatch(question),
        _ => false,
    };

    // "How to Prevent Lyme Disease": which of the capitals a name needs, only its author knows.
    private static bool IsInCapitals(string clause)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Where(word => word.Length > 3).ToArray();
        return words.Count(word => char.IsUpper(word[0])) * 2 > words.Length;
    }

    [GeneratedRegex("[\"“”„«»]|(^|\\s)['‘]", Options)]
    private static partial Regex Quotes();

    /// <summary>What a title is about, in front of its question: "Diaper rash: ".</summary>
    [GeneratedRegex(@"^[^:?!¿]{3,60}: (?=\p{L}|¿)", Options)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(study|thoughts?|analysis|explained|explainer|comment|column|report|episode|podcast|quiz|poll|opinion|letters?|watch|video|live|my|our|estudio|vídeo|encuesta|mi)\b", Options)]
    private static partial Regex Series();

    // Words that only a headline strings together.
    [GeneratedRegex(@"\b(reveal(s|ed)?|explain(s|ed)?|says?|claims?|amid|warns?|pandemic|crisis|market|reform|sell|selling|costs?|billion|million|investors?|polic(y|ies)|today|tonight|tomorrow|this (week|weekend|month))\b", Options)]
    private static partial Regex Headline();

    // "What is eye problems?", "How art can help?"
    [GeneratedRegex(@"^what is (.+ - .*\?|parasites\b)|^(how|why) (?!(much|many|long|often|well|far|soon|safe|common|likely|effective|can|could|do|does|did|is|are|should|will|would|has|have|might|may)\b)([\p{L}'’-]+ ){1,3}(can|could|may|might|should|will) |^why (?!can|could|do|does|did|is|are|was|were|should|will|would|has|have|had|might|may|not\b)([\p{L}'’-]+ ){1,4}(has|have|is|are|was|were) |^what is [\p{L}' -]+ (disorders|problems|tumou?rs|diseases|cancers|infections|injuries|conditions|defects|stones|complications|allergies|tests)\?", Options)]
    private static partial Regex IsBroken();

    // "When it's not long COVID?" asks nothing, and "How to …: what is it?" is a riddle.
    [GeneratedRegex(@"^(what(?! (to|if|about)\b)|how(?! (to|it|they|miserable|bad|sad|crazy|cool|great|awful|stupid|dumb)\b)|why|when(?! (it|you)\b)|where|which(?! (is|are|one)\b)|who(?! (says?|doesn't|doesn’t|wouldn't|knew)\b))\b", Options)]
    private static partial Regex English();

    [GeneratedRegex(@"^(can|could|does|do|is|are|should|will)\b", Options)]
    private static partial Regex EnglishYesOrNo();

    // What turns away answers nothing.
    [GeneratedRegex(@"^(but|and|or|yet|so|still|then|pero|y|o|sino)\b", Options)]
    private static partial Regex Turns();

    [GeneratedRegex(@"^(yes|no|sí)\b", Options)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"\b(I|I'm|I've|he|him|his|she|her|me|my|mine|we|our|us|this|these)\b|\b(do|are) you (?!need\b|supposed\b)|\b(have|has|did|were|are|could|would|will) you\b|\byou (have|had|feel|suffer)\b|\byou're\b", Options)]
    private static partial Regex EnglishPerson();

    [GeneratedRegex(@"^(how to|what to(?! know\b)|when to|where to|why (?!is|are|do|does|did|can|can't|don't|doesn't|isn't|aren't|was|were|will|should)\w+|what you (should|need to|can)(?! know\b)|how you can)\s+\w", Options)]
    private static partial Regex EnglishClause();

    [GeneratedRegex(@"^¿\s*(a qué|con qué|de qué|en qué|para qué|por qué|qué|cómo|cuándo|cuál|cuáles|cuánto|cuánta|cuántos|cuántas|dónde|quién|quiénes)\b", Options)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"^¿\s*(puede|pueden|debe|deben|debería|deberían|es|son|hay|funciona|funcionan|ayuda|ayudan|sirve|sirven)\b", Options)]
    private static partial Regex SpanishYesOrNo();

    [GeneratedRegex(@"\b(yo|mi|mis|me|nosotros|nuestro|nuestra|tiene usted|tienes|padece|padeces|sufre|sufres|está usted|nos|estás|eres|esta|este|estos|estas)\b", Options)]
    private static partial Regex SpanishPerson();

    [GeneratedRegex(@"^(cómo|cuándo|por qué|qué) \p{Ll}\w+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SpanishClause();
}

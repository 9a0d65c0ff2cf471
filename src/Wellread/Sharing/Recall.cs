using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>Tells that a product is called back, and which sentences say what to do with it, in English and Spanish.</summary>
internal static partial class Recall
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool IsTold(string title) => Title().IsMatch(title);

    /// <summary>"Stop using the drops", "Customers should return it for a refund": never left out for being hard to read.</summary>
    public static bool SaysWhatToDo(string sentence, string language) => (language == "es" ? SpanishToDo() : EnglishToDo()).IsMatch(sentence);

    // "Memory recall" and "he recalls" call nothing back.
    [GeneratedRegex(@"(?<!\b(memory|total|dream|word|can(not|'t|’t)?|(hard|able|unable|trying) to|he|she|i|they|survivors?|patients?|doctors?) )\b(recall(s|ed|ing)?\b(?! (of )?(their|his|her|my|your|memor|when|how|the (day|time|night|moment)))|do not use\b.*\b(fda|cdc|officials))|\bretir(an|ada|ado|adas|ados) (del mercado|del comercio)|\b(retiran|retirada|retiro) (de |del |un |una |unos |unas |lotes?|el |la |los |las |varios |varias )", Options)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"\b(stop (using|taking|eating|selling)|(do not|don't|don’t|should not|shouldn't|must not|never) (stop|eat|use|drink|take|give|feed|serve|sell|consume|open|throw)|throw (it|them|the|out|away|any)|discard(ed)?|dispose of|return (it|them|the|any|to)|full refund|for a (refund|replacement)"
        + @"|(check|look) (your|the|at|for|if|whether)|(call|contact|ask|see|tell|talk to) (your|a|the|their)|clean (any|the|your)|wash (any|the|your))\b", Options)]
    private static partial Regex EnglishToDo();

    [GeneratedRegex(
        @"\b(dej(e|en) de (usar|tomar|comer|dar)|no (us|tom|com|beb|consum)(e|en|a|an)|no (dé|den)|(tire|deseche|devuelva|devuelvan|revise|compruebe|consulte|llame|pregunte|lave|limpie)(lo|la|los|las)?|(tíre|deséche|devuélva|revíse)(lo|la|los|las)|reembolso)\b", Options)]
    private static partial Regex SpanishToDo();
}

using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>Answers, verdicts and prohibitions of a word or two: left out, what stands before them says the opposite.</summary>
internal static partial class ShortAnswer
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string No = "no|nope|never|don['’]t|do not|not (?:true|so|really|always|yet)|false|myth|fiction|wrong|incorrect|untrue|nunca|jamás|tampoco|fals[oa]|mito|mentira|incorrecto";
    private const string Yes = "yes|always|maybe|absolutely|true|fact|right|correct|sí|siempre|quizás|verdad|verdadero|cierto|correcto";

    /// <summary>"No.", "Sí.", "Myth."</summary>
    public static bool Is(string sentence) => Whole().IsMatch(sentence);

    /// <summary>"Don't.", "False."</summary>
    public static bool Denies(string sentence) => Denying().IsMatch(sentence);

    /// <summary>Whether a sentence has a denial at its side: "Some put honey in the eye. Don't."</summary>
    public static bool DeniesWithin(string sentence) => Beside().IsMatch(sentence);

    /// <summary>"No. It stings."</summary>
    public static bool OpensOnDenial(string sentence) => Opening().IsMatch(sentence);

    [GeneratedRegex($"^(?:{No}|{Yes})[.!]$", Options)]
    private static partial Regex Whole();

    [GeneratedRegex($"^(?:{No})[.!]$", Options)]
    private static partial Regex Denying();

    [GeneratedRegex($"^(?:{No})[.!] ", Options)]
    private static partial Regex Opening();

    [GeneratedRegex($@"^(?:{No})[.!] |[.!?] (?:{No})[.!]$", Options)]
    private static partial Regex Beside();
}

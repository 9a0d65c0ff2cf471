using System.Collections.Frozen;

namespace Wellread.Privacy;

/// <summary>What the guard says in one language: English, or Spanish where the text is in it. Every word of it stands in <c>Lists/finding-words.txt</c>.</summary>
internal sealed class FindingWords
{
    public const string OneStory = "one-story";

    private static readonly FrozenDictionary<MentionKind, (string Code, string Letter)> Codes = Headings().Where(heading => heading.Code.Length > 0)
        .ToFrozenDictionary(heading => Enum.Parse<MentionKind>(heading.Name), heading => (heading.Code, heading.Letter));

    private static readonly FindingWords English = new("en: ");

    private static readonly FindingWords Spanish = new("es: ");

    private FindingWords(string language)
    {
        var words = new Dictionary<string, (string Rule, string Instead)>(StringComparer.Ordinal);
        var key = "";
        foreach (var line in Lines())
        {
            if (line[0] == '[')
            {
                var (name, code, _) = Heading(line);
                key = code.Length > 0 ? code : name;
            }
            else if (line.StartsWith(language, StringComparison.Ordinal))
            {
                var parts = line[language.Length..].Split(" | ");
                words.Add(key, (parts[0], parts.Length > 1 ? parts[1] : ""));
            }
        }
        All = words;
    }

    public static IEnumerable<MentionKind> Kinds => Codes.Keys;

    /// <summary>By the code of a finding, or the name of what is said of the whole text.</summary>
    public IReadOnlyDictionary<string, (string Rule, string Instead)> All { get; }

    /// <param name="language">A two-letter code; anything but Spanish is spoken to in English.</param>
    public static FindingWords In(string language) => language == "es" ? Spanish : English;

    /// <summary>A stable code, the same in both languages.</summary>
    public static string CodeOf(MentionKind kind) => Codes[kind].Code;

    /// <summary>Its letter in 45 CFR 164.514(b)(2)(i), or empty.</summary>
    public static string LetterOf(MentionKind kind) => Codes[kind].Letter;

    /// <summary>Why it was found.</summary>
    public string RuleOf(GuardFinding finding) => Say(finding.IsStory ? OneStory : CodeOf(finding.Kind));

    /// <summary>What to write in its place; empty to leave it out.</summary>
    public string InsteadOf(GuardFinding finding) => finding.IsStory ? "" : All[CodeOf(finding.Kind)].Instead;

    public string Say(string key) => All[key].Rule;

    private static IEnumerable<string> Lines() => EmbeddedWords.LinesOf("Lists.finding-words.txt");

    private static IEnumerable<(string Name, string Code, string Letter)> Headings() => Lines().Where(line => line[0] == '[').Select(Heading);

    private static (string Name, string Code, string Letter) Heading(string line)
    {
        var parts = line[1..].Split([']', ' '], StringSplitOptions.RemoveEmptyEntries);
        return (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
    }
}

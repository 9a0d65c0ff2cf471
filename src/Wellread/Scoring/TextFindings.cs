using System.Buffers;
using System.Text.RegularExpressions;

namespace Wellread.Scoring;

/// <summary>What in a text the reasons point to, as written there.</summary>
internal sealed partial record TextFindings(IReadOnlyList<JargonTerm> Jargon, IReadOnlyList<string> Study, IReadOnlyList<string> ShortForms, string? Advice)
{
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(".!?:;,\n");

    private static readonly HashSet<string> KnownShortForms =
    [
        "US", "USA", "UK", "EU", "UN", "NHS", "CDC", "FDA", "WHO", "NIH", "AIDS", "HIV", "DNA", "TV", "AM", "PM", "COVID", "OK", "DIY", "CT", "MRI", "PE", "GP", "GPS",
        "SPF", "UV", "CPR", "ER", "ICU", "IQ", "ID", "II", "III", "IV", "VI", "VII", "LA", "NY", "NYC", "DC", "CEO", "FAQ", "BBC", "CNN", "NBC", "CBS", "ABC",
        "NPR", "AP", "MD", "AI", "IT", "MP", "MPS", "PPE", "RNA",
    ];

    public static TextFindings Of(string title, string text)
    {
        List<JargonTerm> jargon = [];
        List<string> shortForms = [];
        string? advice = null;
        foreach (var part in (ReadOnlySpan<string>)[title, text]) Read(part, jargon, shortForms, ref advice);
        var whole = $"{title}\n{text}";
        var study = StudyWords().Matches(whole).Select(match => match.Value.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        shortForms.RemoveAll(form => whole.Contains($"({form}", StringComparison.Ordinal) || whole.Contains($"{form} (", StringComparison.Ordinal));
        return new TextFindings(jargon, study, shortForms, advice);
    }

    private static void Read(string text, List<JargonTerm> jargon, List<string> shortForms, ref string? advice)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        Span<uint> lastWords = stackalloc uint[Wellread.Scoring.Jargon.MaxWords];
        var tokens = new TokenReader(text, buffer);
        var allCapitals = !text.AsSpan().ContainsAnyInRange('a', 'z');
        while (tokens.Next())
        {
            if (tokens.Kind != TokenKind.Word) continue;
            var hash = FeatureHash.Of(tokens.Lowered);
            lastWords[1..].CopyTo(lastWords);
            lastWords[^1] = hash;
            var traits = WordList.Traits(hash);
            if ((traits & WordTraits.EndsJargon) != 0 && Wellread.Scoring.Jargon.English.EndingWith(lastWords) is { } term) AddTerm(jargon, term);
            if (!allCapitals && WordShape.IsAcronym(tokens.Raw)) AddShortForm(shortForms, tokens.Raw.ToString());
            if (advice is null && tokens.StartsSentence && (traits & WordTraits.Advice) != 0) advice = FirstWords(text.AsSpan(tokens.Start));
        }
    }

    // "myocardial infarction" takes the place of "myocardial", which was found a word earlier.
    private static void AddTerm(List<JargonTerm> jargon, JargonTerm term)
    {
        if (jargon.Contains(term)) return;
        jargon.RemoveAll(shorter => $" {term.Term} ".Contains($" {shorter.Term} ", StringComparison.Ordinal));
        jargon.Add(term);
    }

    private static void AddShortForm(List<string> shortForms, string form)
    {
        if (!KnownShortForms.Contains(form) && !shortForms.Contains(form)) shortForms.Add(form);
    }

    private static string FirstWords(ReadOnlySpan<char> sentence)
    {
        var end = sentence.IndexOfAny(ClauseEnds);
        if (end >= 0) sentence = sentence[..end];
        var words = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] == ' ' && ++words == 5) return $"{sentence[..i]} …";
        }
        return sentence.Trim().ToString();
    }

    [GeneratedRegex(
        @"\b9[05] ?% (?:CI|confidence interval)s?\b|\b[Pp] ?[<=>≤] ?0?\.\d+|\bn ?= ?\d+\b|\b(?:hazard|odds|risk|rate) ratios?\b|\bconfidence intervals?\b"
        + @"|\b(?:randomi[sz]ed|double-blind|placebo-controlled|case-control|cross-sectional|non-inferiority)\b|\b(?:cohort|multivariate|meta-analys[ie]s|in vitro|in vivo)\b"
        + @"|\b(?:systematic review|phase (?:[123]|I{1,3}V?)\b|primary endpoint|statistically significant|logistic regression|retrospective|prospective(?:ly)?)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex StudyWords();
}

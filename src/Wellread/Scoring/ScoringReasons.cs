using System.Collections.Immutable;
using System.Globalization;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>Why a text is easy or hard, in an editor's words, the most telling first.</summary>
internal static class ScoringReasons
{
    private const int MaxTerms = 3;
    private const double ShortSentence = 17;
    private const double LongSentence = 25;
    private const double FewLongWords = 0.15;
    private const double ManyLongWords = 0.28;

    public static ImmutableArray<AssessmentReason> Of(string text, Readability readability, bool easy, bool spanish)
    {
        var reasons = ImmutableArray.CreateBuilder<AssessmentReason>();
        var marks = StyleMarks.Of(text);
        var terms = Jargon.Find(text, spanish ? "es" : "en").Take(MaxTerms).ToList();
        if (marks.Study >= 2) reasons.Add(new("study-language", "It is written like a study."));
        if (terms.Count > 0) reasons.Add(new("medical-terms", $"Medical terms: {string.Join(", ", terms.Select(term => $"{term.Term} ({term.Plain})"))}."));
        if (readability.WordsPerSentence > LongSentence) reasons.Add(new("long-sentences", $"Long sentences: {Round(readability.WordsPerSentence)} words on average."));
        if (readability.LongWordShare > ManyLongWords) reasons.Add(new("long-words", $"Many long words: {Round(readability.LongWordShare * 100)} in 100."));
        if (easy && marks.Reader > 0) reasons.Add(new("speaks-to-reader", "It speaks to the reader."));
        if (easy && readability.WordsPerSentence is > 0 and <= ShortSentence) reasons.Add(new("short-sentences", $"Short sentences: {Round(readability.WordsPerSentence)} words on average."));
        if (easy && readability.LongWordShare <= FewLongWords) reasons.Add(new("everyday-words", "Mostly short, everyday words."));
        if (reasons.Count == 0) reasons.Add(easy ? new("plain", "It reads like a text for everyone.") : new("technical", "It reads like a text for health workers."));
        return reasons.ToImmutable();
    }

    private static string Round(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;

namespace Wellread.Scoring;

/// <summary>Says all that can be said of a text: how well patients understand it, how hard it reads, and what in it the reasons point to. Never fails.</summary>
internal sealed class Explainer(FriendlinessScorer scorer)
{
    /// <param name="title">Plain text.</param>
    /// <param name="text">Plain text, as much of the article as there is; may be empty.</param>
    /// <param name="language">A two-letter ISO 639-1 code.</param>
    public TextExplanation Explain(string title, string text, string language)
    {
        var trimmed = TrimmedText.Of(title, text);
        return language switch
        {
            "en" => ExplainEnglish(trimmed),
            "es" => ExplainSpanish(trimmed),
            _ => From(TextScore.None, [], [], [], [Reason.OtherLanguage(trimmed.Whole)]),
        };
    }

    private TextExplanation ExplainEnglish(in TrimmedText text)
    {
        using var record = new TokenRecord(text);
        var score = scorer.ScoreEnglish(text, out var counts, record);
        var findings = TextFindings.Of(text, LanguageWords.English, record);
        var terms = FoundTerms.From(findings.Terms, text);
        return From(score, terms, Remarks.Hype(findings, text), Remarks.Labels(findings), EnglishReasons.For(text, counts, findings, terms, score.Verdict));
    }

    private static TextExplanation ExplainSpanish(in TrimmedText text)
    {
        var score = FriendlinessScorer.ScoreSpanish(text, out var counts);
        var findings = TextFindings.Of(text, LanguageWords.Spanish);
        var terms = FoundTerms.From(findings.Terms, text);
        return From(score, terms, Remarks.Hype(findings, text), Remarks.Labels(findings), SpanishReasons.For(text, counts, findings, terms, score));
    }

    private static TextExplanation From(
        in TextScore score, ImmutableArray<FoundTerm> terms, ImmutableArray<HypeWord> hype, ImmutableArray<TextLabel> labels, ImmutableArray<ExplainedReason> reasons) =>
        new(score.Probability, score.Verdict, score.Difficulty, score.ModelVersion, score.Reading, terms, hype, labels, reasons);
}

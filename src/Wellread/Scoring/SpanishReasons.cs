using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>Puts what was counted and found in a Spanish text into up to five reasons, in English, as the editor's desk is.</summary>
internal static class SpanishReasons
{
    private const int Most = 5;

    public static ImmutableArray<ExplainedReason> For(
        in TrimmedText text, in SpanishCounts counts, TextFindings findings, ImmutableArray<FoundTerm> terms, in TextScore score)
    {
        var whole = text.Whole;
        if (counts.Words < 3) return [Reason.TooShort(whole)];
        var average = (double)counts.Words / Math.Max(1, counts.Sentences);
        var grade = score.Reading.RoughGrade;
        ImmutableArray<TextSpan> longest = [findings.Longest.Span];
        List<ExplainedReason> reasons = text.IsJournal ? [Reason.Journal(text.Citation)] : [];
        reasons.Add(score.Verdict switch
        {
            ArticleAudience.Patients => Reason.LikePublic(whole),
            ArticleAudience.Colleagues => Reason.LikeProfessional(whole),
            _ => Reason.InBetween(whole),
        });
        if (findings.Readers.Count > 0) reasons.Add(Reason.SpeaksToReader([.. findings.Readers]));
        if (findings.Advice is { } advice) reasons.Add(Reason.GivesAdvice(AdviceClause.Words(text.WholeTitle, text.WholeText, advice), advice));
        if (counts.Words >= ReadingLevel.FewestWords) reasons.Add(grade <= 8.4 ? Reason.EasyGrade(grade, longest) : grade >= 12 ? Reason.HardGrade(grade, longest) : Reason.MiddleGrade(grade, longest));
        if (average <= 15) reasons.Add(Reason.ShortSentences(average, findings.Longest.Span));
        else if (average >= 28) reasons.Add(Reason.LongSentences(average, findings.Longest.Span));
        var study = findings.Of(PhraseKind.Study).Take(3).ToList();
        if (study.Count > 0) reasons.Insert(1, Reason.StudyLanguage(Words(text, study), [.. study.Select(found => found.Span)]));
        var held = terms.Where(term => !term.Explained).Take(3).ToList();
        if (held.Count > 0) reasons.Insert(1, Reason.MedicalTerms(held));
        else if (counts.Medical > 0) reasons.Add(new ExplainedReason("medical-terms", "Uses medical words.", [.. findings.Hardest.Spans.DefaultIfEmpty(findings.Longest.Span)]));
        return [.. reasons.Take(Most)];
    }

    private static List<string> Words(in TrimmedText text, List<FoundPhrase<Phrase>> found)
    {
        List<string> words = [];
        foreach (var phrase in found)
        {
            var word = text.Of(phrase.Span);
            if (!words.Contains(word, StringComparer.OrdinalIgnoreCase)) words.Add(word);
        }
        return words;
    }
}

using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>
/// Puts what was counted and found into two to five reasons. What speaks for the verdict comes first; what speaks against it follows, for an
/// editor wants to know that too.
/// </summary>
internal static class EnglishReasons
{
    private const int Most = 5;

    public static ImmutableArray<AssessmentReason> For(
        string title, string text, in TextCounts counts, double grade, ArticleAudience audience, bool journal)
    {
        if (counts.Words < 3) return journal ? [Reason.Journal, Reason.TooShort] : [Reason.TooShort];
        var findings = TextFindings.Of(title, text);
        List<AssessmentReason> plain = Plain(counts, findings, grade, text.Length > 0), technical = Technical(counts, findings, grade, text.Length > 0);
        if (journal) technical.Insert(0, Reason.Journal);
        IEnumerable<AssessmentReason> reasons = audience switch
        {
            ArticleAudience.Patients => [.. plain.Take(3), .. plain.Count < 2 ? [Reason.LikePublic] : Array.Empty<AssessmentReason>(), .. technical.Take(2)],
            ArticleAudience.Colleagues => [.. technical.Take(4), .. technical.Count < 2 ? [Reason.LikeProfessional] : Array.Empty<AssessmentReason>(), .. plain.Take(1)],
            _ => [Reason.InBetween, .. technical.Take(2), .. plain.Take(2)],
        };
        var given = reasons.Take(Most).ToList();
        if (text.Length == 0 && given.Count < Most) given.Add(Reason.TitleOnly);
        return [.. given];
    }

    private static List<AssessmentReason> Plain(in TextCounts counts, TextFindings findings, double grade, bool hasText)
    {
        double words = counts.Words, average = SentenceLength(counts);
        List<AssessmentReason> reasons = [];
        if (counts.SecondPerson > 0) reasons.Add(Reason.SpeaksToReader);
        if (findings.Advice is { } advice) reasons.Add(Reason.GivesAdvice(advice));
        if (hasText && grade <= 8.4) reasons.Add(Reason.EasyGrade(grade));
        if (hasText && average <= 15) reasons.Add(Reason.ShortSentences(average));
        if (findings.Jargon.Count == 0 && counts.Affixes == 0 && counts.ThreeSyllables / words <= 0.12) reasons.Add(Reason.EverydayWords);
        if (counts.Questions > 0) reasons.Add(Reason.AsksQuestion);
        return reasons;
    }

    private static List<AssessmentReason> Technical(in TextCounts counts, TextFindings findings, double grade, bool hasText)
    {
        double words = counts.Words, average = SentenceLength(counts), long100 = 100 * counts.ThreeSyllables / words;
        List<AssessmentReason> reasons = [];
        if (findings.Study.Count > 0) reasons.Add(Reason.StudyLanguage(findings.Study.Take(3)));
        if (findings.Jargon.Count > 0) reasons.Add(Reason.MedicalTerms(findings.Jargon.Take(3).Select(term => $"\"{term.Term}\" ({term.PlainWords})")));
        if (hasText && average >= 24) reasons.Add(Reason.LongSentences(average));
        if (hasText && grade >= 12.5) reasons.Add(Reason.HardGrade(grade));
        if (long100 >= 25) reasons.Add(Reason.LongWords(long100));
        if (findings.ShortForms.Count > 0) reasons.Add(Reason.ShortForms(findings.ShortForms.Take(3)));
        return reasons;
    }

    private static double SentenceLength(in TextCounts counts) => (double)(counts.Words + counts.Numbers) / Math.Max(1, counts.Sentences);
}

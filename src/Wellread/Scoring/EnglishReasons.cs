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

    public static ImmutableArray<ExplainedReason> For(
        in TrimmedText text, in TextCounts counts, TextFindings findings, ImmutableArray<FoundTerm> terms, ArticleAudience verdict)
    {
        var whole = text.Whole;
        List<ExplainedReason> given = text.IsJournal ? [Reason.Journal(text.Citation)] : [];
        if (counts.Words < 3) return [.. given, Reason.TooShort(whole)];
        var reader = new Findings(text.WholeTitle, text.WholeText, counts, findings, terms, ReadingGrade.English(counts).Consensus, text.Text.Length > 0);
        List<ExplainedReason> plain = Plain(reader), technical = Technical(reader);
        given.AddRange(verdict switch
        {
            ArticleAudience.Patients => [.. plain.Take(3), .. plain.Count < 2 ? [Reason.LikePublic(whole)] : Array.Empty<ExplainedReason>(), .. technical.Take(2)],
            ArticleAudience.Colleagues => [.. technical.Take(4), .. technical.Count < 2 ? [Reason.LikeProfessional(whole)] : Array.Empty<ExplainedReason>(), .. plain.Take(1)],
            _ => [Reason.InBetween(whole), .. technical.Take(2), .. plain.Take(2)],
        });
        if (text.Text.IsEmpty && given.Count < Most) given.Add(Reason.TitleOnly(whole));
        return [.. given.Take(Most)];
    }

    private static List<ExplainedReason> Plain(Findings read)
    {
        var (counts, findings) = (read.Counts, read.Found);
        List<ExplainedReason> reasons = [];
        if (findings.Readers.Count > 0) reasons.Add(Reason.SpeaksToReader([.. findings.Readers]));
        if (findings.Advice is { } advice) reasons.Add(Reason.GivesAdvice(read.Shortened(advice), advice));
        if (read.HasText && read.Grade <= 8.4) reasons.Add(Reason.EasyGrade(read.Grade, [findings.Longest.Span]));
        if (read.HasText && read.SentenceLength <= 15) reasons.Add(Reason.ShortSentences(read.SentenceLength, findings.Longest.Span));
        if (read.Held.Count == 0 && counts.Affixes == 0 && (double)counts.ThreeSyllables / counts.Words <= 0.12)
        {
            reasons.Add(Reason.EverydayWords(findings.Everyday is { Count: > 0 } everyday ? [.. everyday] : [findings.Longest.Span]));
        }
        if (findings.Question is { } question) reasons.Add(Reason.AsksQuestion(question));
        return reasons;
    }

    private static List<ExplainedReason> Technical(Findings read)
    {
        var findings = read.Found;
        var long100 = 100.0 * read.Counts.ThreeSyllables / read.Counts.Words;
        List<ExplainedReason> reasons = [];
        if (findings.Of(PhraseKind.Study).Take(3).ToList() is { Count: > 0 } study)
        {
            reasons.Add(Reason.StudyLanguage(read.Distinct(study.Select(found => found.Span)), [.. study.Select(found => found.Span)]));
        }
        if (read.Held.Count > 0) reasons.Add(Reason.MedicalTerms(read.Held.Take(3)));
        if (read.HasText && read.SentenceLength >= 24) reasons.Add(Reason.LongSentences(read.SentenceLength, findings.Longest.Span));
        if (read.HasText && read.Grade >= 12.5) reasons.Add(Reason.HardGrade(read.Grade, [findings.Longest.Span, .. findings.Hardest.Spans]));
        if (long100 >= 25) reasons.Add(Reason.LongWords(long100, read.HardWords));
        if (findings.ShortForms.Take(3).ToList() is { Count: > 0 } forms) reasons.Add(Reason.ShortForms(read.Distinct(forms), [.. forms]));
        return reasons;
    }

    private sealed record Findings(string Title, string Text, TextCounts Counts, TextFindings Found, ImmutableArray<FoundTerm> Terms, double Grade, bool HasText)
    {
        /// <summary>The terms that are held against the text.</summary>
        public List<FoundTerm> Held { get; } = [.. Terms.Where(term => !term.Explained)];

        public double SentenceLength => (double)(Counts.Words + Counts.Numbers) / Math.Max(1, Counts.Sentences);

        public ImmutableArray<TextSpan> HardWords => [.. Found.Hardest.Spans.DefaultIfEmpty(Found.Longest.Span)];

        public IEnumerable<string> Distinct(IEnumerable<TextSpan> spans) => spans.Select(Of).Distinct(StringComparer.OrdinalIgnoreCase);

        public string Shortened(TextSpan clause)
        {
            var whole = clause.Part == TextPart.Title ? Title : Text;
            var ends = clause.End == whole.Length || whole[clause.End] is not ' ';
            return ends ? Of(clause) : $"{Of(clause)} …";
        }

        private string Of(TextSpan span) => (span.Part == TextPart.Title ? Title : Text)[span.Start..span.End];
    }
}

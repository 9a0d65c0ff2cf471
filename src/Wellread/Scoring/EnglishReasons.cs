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
        var reader = new Findings(text.WholeTitle, text.WholeText, findings, terms)
        {
            Grade = ReadingGrade.English(counts).Consensus,
            SentenceLength = (double)(counts.Words + counts.Numbers) / Math.Max(1, counts.Sentences),
            LongWords = (double)counts.ThreeSyllables / counts.Words,
            HasMedicalWords = counts.Affixes > 0,
            HasText = !text.Text.IsEmpty,
            HasGrade = !text.Text.IsEmpty && counts.Words >= ReadingLevel.FewestWords,
        };
        // Each reason is put into words when it is taken: most are not.
        var (mostPlain, mostTechnical) = verdict switch
        {
            ArticleAudience.Patients => (3, 2),
            ArticleAudience.Colleagues => (1, 4),
            _ => (2, 2),
        };
        var first = given.Count;
        if (verdict == ArticleAudience.Patients)
        {
            Take(given, Plain(reader), mostPlain);
            if (given.Count < first + 2) given.Add(Reason.LikePublic(whole));
            Take(given, Technical(reader), mostTechnical);
        }
        else
        {
            if (verdict == ArticleAudience.Neither) given.Add(Reason.InBetween(whole));
            Take(given, Technical(reader), mostTechnical);
            if (verdict == ArticleAudience.Colleagues && given.Count < first + 2) given.Add(Reason.LikeProfessional(whole));
            Take(given, Plain(reader), mostPlain);
        }
        if (text.Text.IsEmpty && given.Count < Most) given.Add(Reason.TitleOnly(whole));
        return [.. given];
    }

    private static void Take(List<ExplainedReason> given, IEnumerable<ExplainedReason> reasons, int most)
    {
        foreach (var reason in reasons)
        {
            if (given.Count == Most) return;
            given.Add(reason);
            if (--most == 0) return;
        }
    }

    private static IEnumerable<ExplainedReason> Plain(Findings read)
    {
        var findings = read.Found;
        if (findings.Readers.Count > 0) yield return Reason.SpeaksToReader([.. findings.Readers]);
        if (findings.Advice is { } advice) yield return Reason.GivesAdvice(read.Quoted(advice), advice);
        if (read.HasGrade && read.Grade <= 8.4) yield return Reason.EasyGrade(read.Grade, [findings.Longest.Span]);
        if (read.HasText && read.SentenceLength <= 15) yield return Reason.ShortSentences(read.SentenceLength, findings.Longest.Span);
        if (read.Held.Count == 0 && !read.HasMedicalWords && read.LongWords <= 0.12)
        {
            yield return Reason.EverydayWords(findings.Everyday is { Count: > 0 } everyday ? [.. everyday] : [findings.Longest.Span]);
        }
        if (findings.Question is { } question) yield return Reason.AsksQuestion(question);
    }

    private static IEnumerable<ExplainedReason> Technical(Findings read)
    {
        var findings = read.Found;
        var long100 = 100 * read.LongWords;
        if (findings.Has(PhraseKind.Study))
        {
            var study = findings.Of(PhraseKind.Study).Take(3).ToList();
            yield return Reason.StudyLanguage(read.Distinct(study.Select(found => found.Span)), [.. study.Select(found => found.Span)]);
        }
        if (read.Held.Count > 0) yield return Reason.MedicalTerms(read.Held.Take(3));
        if (read.HasText && read.SentenceLength >= 24) yield return Reason.LongSentences(read.SentenceLength, findings.Longest.Span);
        if (read.HasGrade && read.Grade >= 12.5) yield return Reason.HardGrade(read.Grade, [findings.Longest.Span, .. findings.Hardest.Spans]);
        if (long100 >= 25) yield return Reason.LongWords(long100, read.HardWords);
        if (findings.ShortForms is { Count: > 0 } forms) yield return Reason.ShortForms(read.Distinct(forms), [.. forms]);
    }

    private sealed class Findings(string title, string text, TextFindings found, ImmutableArray<FoundTerm> terms)
    {
        public TextFindings Found => found;

        public required double Grade { get; init; }

        /// <summary>Words on average.</summary>
        public required double SentenceLength { get; init; }

        /// <summary>The share of words with three syllables or more.</summary>
        public required double LongWords { get; init; }

        public required bool HasMedicalWords { get; init; }

        public required bool HasText { get; init; }

        public required bool HasGrade { get; init; }

        /// <summary>The terms that are held against the text.</summary>
        public List<FoundTerm> Held { get; } = [.. terms.Where(term => !term.Explained)];

        public ImmutableArray<TextSpan> HardWords => [.. Found.Hardest.Spans.DefaultIfEmpty(Found.Longest.Span)];

        public IEnumerable<string> Distinct(IEnumerable<TextSpan> spans) => spans.Select(Of).Distinct(StringComparer.OrdinalIgnoreCase);

        public string Quoted(TextSpan clause) => AdviceClause.Words(title, text, clause);

        private string Of(TextSpan span) => (span.Part == TextPart.Title ? title : text)[span.Start..span.End];
    }
}

using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>
/// All that is said of a title and text. Spans are places in the two as the caller gave them; they are never empty, and a reason has none only where
/// there is nothing to point to.
/// </summary>
/// <param name="Probability">That a patient understands it, 0 to 1.</param>
/// <param name="Difficulty">On raters' scale, 1 easy to 6 hard; null without a model and for languages that none is trained for.</param>
/// <param name="ModelVersion">The model or formula that gave the probability; <c>none</c> for a language that is not scored.</param>
/// <param name="Reasons">What speaks for the verdict first, then what speaks against it.</param>
internal sealed record TextExplanation(
    double Probability,
    ArticleAudience Verdict,
    double? Difficulty,
    string ModelVersion,
    ReadingLevel Reading,
    ImmutableArray<FoundTerm> Jargon,
    ImmutableArray<HypeWord> Hype,
    ImmutableArray<TextLabel> Labels,
    ImmutableArray<ExplainedReason> Reasons)
{
    /// <summary>True for what is offered only behind everything else; see <see cref="Assessment.SecondChoice"/>.</summary>
    public bool SecondChoice { get; init; }

    /// <summary>
    /// What is stored of it. Spans, terms and the words of labels are not: they can be had again from the stored title and summary in less time than it takes to read
    /// them, and would double what an article takes.
    /// </summary>
    public Assessment ToAssessment() =>
        new(Math.Round(Probability, 4), Reading.RoughGrade, Verdict, [.. Reasons.Select(reason => new AssessmentReason(reason.Code, reason.Text))], ModelVersion)
        {
            SecondChoice = SecondChoice,
            Cautions = Labels.Aggregate(Hype.IsEmpty ? AssessmentCautions.None : AssessmentCautions.Hype, (cautions, label) => cautions | label.Code switch
            {
                "single-study" => AssessmentCautions.SingleStudy,
                "animal-study" => AssessmentCautions.AnimalStudy,
                "press-release" => AssessmentCautions.PressRelease,
                _ => AssessmentCautions.None,
            }),
        };
}

/// <summary>A medical term as written, with words that can stand in its place.</summary>
/// <param name="Explained">The text says right beside it what it means, so it is not held against the text.</param>
internal sealed record FoundTerm(string Term, string PlainWords, bool Explained, ImmutableArray<TextSpan> Spans);

/// <summary>A word that promises more than medicine can keep, as written, and what to mind.</summary>
internal sealed record HypeWord(string Word, string Remark, ImmutableArray<TextSpan> Spans);

/// <summary>What kind of news it is: <c>single-study</c>, <c>animal-study</c>, <c>press-release</c>. <paramref name="Text"/> is for an editor.</summary>
internal sealed record TextLabel(string Code, string Text, ImmutableArray<TextSpan> Spans);

/// <summary>One reason in an editor's words, with the places that gave it. <paramref name="Code"/> is stable.</summary>
internal sealed record ExplainedReason(string Code, string Text, ImmutableArray<TextSpan> Spans);

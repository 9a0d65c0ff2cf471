using System.Collections.Immutable;
using System.Globalization;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>The reasons that scoring can give, in an editor's words, each with the places that it rests on.</summary>
internal static class Reason
{
    public static ExplainedReason OtherLanguage(ImmutableArray<TextSpan> at) => new("other-language", "Written in a language that Wellread can't judge.", at);

    public static ExplainedReason TooShort(ImmutableArray<TextSpan> at) => new("too-short", "Too few words to judge.", at);

    public static ExplainedReason TitleOnly(ImmutableArray<TextSpan> at) => new("title-only", "Only the title could be judged.", at);

    public static ExplainedReason Journal(ImmutableArray<TextSpan> at) => new("journal", "Comes from a journal's list of papers.", at);

    public static ExplainedReason SpeaksToReader(ImmutableArray<TextSpan> at) => new("speaks-to-reader", "Speaks to the reader.", at);

    public static ExplainedReason EverydayWords(ImmutableArray<TextSpan> at) => new("everyday-words", "Uses everyday words.", at);

    public static ExplainedReason AsksQuestion(TextSpan at) => new("asks-question", "Asks a question that a reader may have.", [at]);

    public static ExplainedReason LikePublic(ImmutableArray<TextSpan> at) => new("like-public", "Reads like pieces written for the public.", at);

    public static ExplainedReason LikeProfessional(ImmutableArray<TextSpan> at) => new("like-professional", "Reads like pieces written for professionals.", at);

    public static ExplainedReason InBetween(ImmutableArray<TextSpan> at) => new("in-between", "In between: hard for many patients, plain for colleagues.", at);

    public static ExplainedReason ShortSentences(double words, TextSpan longest) => new("short-sentences", $"Short sentences: {Whole(words)} words on average.", [longest]);

    public static ExplainedReason LongSentences(double words, TextSpan longest) => new("long-sentences", $"Long sentences: {Whole(words)} words on average.", [longest]);

    public static ExplainedReason LongWords(double percent, ImmutableArray<TextSpan> hardest) =>
        new("long-words", $"Many long words: {Whole(percent)} in 100 have three or more syllables.", hardest);

    public static ExplainedReason EasyGrade(double grade, ImmutableArray<TextSpan> at) => new("easy-grade", $"Reads at about grade {SchoolGrade.Whole(grade)}.", at);

    public static ExplainedReason MiddleGrade(double grade, ImmutableArray<TextSpan> at) => new("middle-grade", $"Reads at about grade {SchoolGrade.Whole(grade)}.", at);

    public static ExplainedReason HardGrade(double grade, ImmutableArray<TextSpan> at) => new("hard-grade", $"Reads at about grade {SchoolGrade.Whole(grade)}; aim for 8 or lower.", at);

    public static ExplainedReason GradeForColleagues(double grade, ImmutableArray<TextSpan> at) => new("hard-grade", $"Reads at about grade {SchoolGrade.Whole(grade)}.", at);

    public static ExplainedReason GivesAdvice(string words, TextSpan at) => new("gives-advice", $"Says what to do: \"{words}\".", [at]);

    public static ExplainedReason MedicalTerms(IEnumerable<FoundTerm> terms) => new(
        "medical-terms", $"Uses medical terms: {string.Join(", ", terms.Select(term => $"\"{term.Term}\" ({term.PlainWords})"))}.", [.. terms.SelectMany(term => term.Spans)]);

    public static ExplainedReason StudyLanguage(IEnumerable<string> words, ImmutableArray<TextSpan> at) =>
        new("study-language", $"Written like a study: {Quoted(words)}.", at);

    public static ExplainedReason ShortForms(IEnumerable<string> forms, ImmutableArray<TextSpan> at) =>
        new("short-forms", $"Uses short forms that it does not explain: {Quoted(forms)}.", at);

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    private static string Whole(double number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}

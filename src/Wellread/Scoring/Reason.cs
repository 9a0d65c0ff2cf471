using System.Globalization;
using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>The reasons that scoring can give, in an editor's words.</summary>
internal static class Reason
{
    public static AssessmentReason OtherLanguage { get; } = new("other-language", "Written in a language that Wellread can't judge.");

    public static AssessmentReason TooShort { get; } = new("too-short", "Too few words to judge.");

    public static AssessmentReason TitleOnly { get; } = new("title-only", "Only the title could be judged.");

    public static AssessmentReason Journal { get; } = new("journal", "Comes from a journal's list of papers.");

    public static AssessmentReason SpeaksToReader { get; } = new("speaks-to-reader", "Speaks to the reader as \"you\".");

    public static AssessmentReason EverydayWords { get; } = new("everyday-words", "Uses everyday words.");

    public static AssessmentReason AsksQuestion { get; } = new("asks-question", "Asks a question that a reader may have.");

    public static AssessmentReason LikePublic { get; } = new("like-public", "Reads like pieces written for the public.");

    public static AssessmentReason LikeProfessional { get; } = new("like-professional", "Reads like pieces written for professionals.");

    public static AssessmentReason InBetween { get; } = new("in-between", "In between: hard for many patients, plain for colleagues.");

    public static AssessmentReason ShortSentences(double words) => new("short-sentences", $"Short sentences: {Whole(words)} words on average.");

    public static AssessmentReason LongSentences(double words) => new("long-sentences", $"Long sentences: {Whole(words)} words on average.");

    public static AssessmentReason LongWords(double percent) => new("long-words", $"Many long words: {Whole(percent)} in 100 have three or more syllables.");

    public static AssessmentReason EasyGrade(double grade) => new("easy-grade", $"Reads at about grade {Whole(grade)}.");

    public static AssessmentReason HardGrade(double grade) => new("hard-grade", $"Reads at about grade {Whole(grade)}; aim for 8 or lower.");

    public static AssessmentReason GivesAdvice(string words) => new("gives-advice", $"Says what to do: \"{words}\".");

    public static AssessmentReason MedicalTerms(IEnumerable<string> terms) => new("medical-terms", $"Uses medical terms: {string.Join(", ", terms)}.");

    public static AssessmentReason StudyLanguage(IEnumerable<string> words) =>
        new("study-language", $"Written like a study: {string.Join(", ", words.Select(word => $"\"{word}\""))}.");

    public static AssessmentReason ShortForms(IEnumerable<string> forms) =>
        new("short-forms", $"Uses short forms that it does not explain: {string.Join(", ", forms.Select(form => $"\"{form}\""))}.");

    private static string Whole(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);
}

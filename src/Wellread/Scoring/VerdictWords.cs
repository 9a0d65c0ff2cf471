using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>A verdict in a sentence or two, for an editor.</summary>
internal static class VerdictWords
{
    public static string Of(JudgedText judged)
    {
        var said = judged.Explanation;
        var verdict = said.Verdict switch
        {
            ArticleAudience.Patients when said.SecondChoice && GivesAdvice(said) => "Easy to read, but others give a patient more to use.",
            ArticleAudience.Patients when said.SecondChoice => "Easy to read, but it gives a patient little to use.",
            ArticleAudience.Patients => "Good for patients.",
            ArticleAudience.Colleagues => "Better for colleagues than for patients.",
            _ when judged.Gate is null => "It can't be judged in this language.",
            _ when judged.Gate is { Passes: false } gate => $"Not one to share. {said.Reasons.FirstOrDefault(reason => reason.Code == gate.Code)?.Text ?? $"{gate.Reason}."}",
            _ when judged.Topics.Count == 0 => "Not one to share. It is about none of the health topics.",
            _ => "Not one to share as it is.",
        };
        if (said is { Verdict: ArticleAudience.Patients, Hype: [var hype, ..] }) verdict += $" It may promise too much: \"{hype.Word}\".";
        if (said.Verdict == ArticleAudience.Patients && said.Labels.Any(label => label.Code == "animal-study")) verdict += " It was tested in animals or in a lab only.";
        var swaps = said.Jargon.Count(term => !term.Explained);
        if (judged.Gate is not null && swaps > 0) verdict += swaps == 1 ? " 1 medical term has plain words to use instead." : $" {swaps} medical terms have plain words to use instead.";
        if (judged.SensitiveTopics.Count > 0) verdict += " It touches a sensitive subject: let a person look at it first.";
        return judged.Degraded ? $"{verdict} A reading formula stands in for the model." : verdict;
    }

    private static bool GivesAdvice(TextExplanation said) => said.Reasons.Any(reason => reason.Code == "gives-advice");
}

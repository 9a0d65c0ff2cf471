using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>
/// Says whether a patient will understand a text, how hard it reads, and why. English by the trained model; English without a model, and
/// Spanish, by formulas. Never fails: a text that can't be judged is for neither audience and says so.
/// </summary>
internal sealed class FriendlinessScorer(CurrentModel current)
{
    /// <summary>True while there is no model and formulas stand in.</summary>
    public bool Degraded => current.Model is null;

    /// <summary>What scores English now; an article with another version in its assessment is due for rescoring.</summary>
    public string ModelVersion => current.Model?.Version ?? EnglishFormula.Version;

    /// <param name="title">Plain text.</param>
    /// <param name="text">Plain text, as much of the article as there is; may be empty.</param>
    /// <param name="language">A two-letter ISO 639-1 code.</param>
    public Assessment Score(string title, string text, string language) => language switch
    {
        "en" => ScoreEnglish(title, text).Assessment,
        "es" => SpanishFormula.Score(title, text),
        _ => new Assessment(0.5, 0, ArticleAudience.Neither, [Reason.OtherLanguage], "none"),
    };

    /// <summary>The assessment of an English text and its difficulty, 1 easy to 6 hard; null without a model.</summary>
    public (Assessment Assessment, double? Difficulty) ScoreEnglish(string title, string text)
    {
        var model = current.Model;
        var trimmedTitle = TextTrimming.Title(title);
        var trimmedText = TextTrimming.Text(text, out var journal);
        TextCounts counts;
        double probability;
        double? difficulty = null;
        if (model is null)
        {
            probability = EnglishFormula.Probability(trimmedTitle, trimmedText, out counts);
        }
        else
        {
            var prediction = model.Predict(trimmedTitle, trimmedText, out counts);
            (probability, difficulty) = (prediction.Probability, prediction.Difficulty);
        }
        if (journal) probability = Math.Min(probability, JournalCeiling);
        var grade = ReadingGrade.English(counts).Consensus;
        var audience = AudienceOf(probability, counts.Words, model?.Constants.PatientsFrom ?? EnglishFormula.PatientsFrom,
            model?.Constants.ColleaguesBelow ?? EnglishFormula.ColleaguesBelow);
        var reasons = EnglishReasons.For(title, text, counts, grade, audience, journal);
        return (new Assessment(Math.Round(probability, 4), Math.Round(grade, 1), audience, reasons, model?.Version ?? EnglishFormula.Version), difficulty);
    }

    // A journal's own citation says more of the audience than the words of a title do.
    private const double JournalCeiling = 0.1;

    // Two words say nothing of how a text reads.
    private const int FewestWords = 3;

    internal static ArticleAudience AudienceOf(double probability, int words, double patientsFrom, double colleaguesBelow) =>
        words < FewestWords ? ArticleAudience.Neither
        : probability >= patientsFrom ? ArticleAudience.Patients
        : probability < colleaguesBelow ? ArticleAudience.Colleagues
        : ArticleAudience.Neither;
}

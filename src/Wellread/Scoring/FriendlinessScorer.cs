using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>
/// Will a patient understand this? The trained model answers for English. Spanish, and English while there is no model, are answered from the
/// reading grade and the marks of technical language: the version then starts with <c>formula</c>.
/// </summary>
internal sealed class FriendlinessScorer(FriendlinessModels models)
{
    public const string FormulaVersion = "formula-1";

    // A text of grade 8 with no marks of technical language is about even with the rest; each grade more or less moves the odds.
    private const double EvenGrade = 11;
    private const double PerGrade = 0.45;
    private const double PerMark = 25;
    private const double FormulaThreshold = 0.5;

    public Assessment Score(string title, string summary, string language)
    {
        var text = ScoredText.Of(title, summary);
        var spanish = language == "es";
        if (!spanish && models.Current is { } model)
        {
            var probability = model.Probability(text, out var readability);
            return Assess(text, probability, readability, spanish, model.Threshold, model.Version);
        }

        var read = Readability.Of(text, spanish);
        return Assess(text, Formula(text, read, spanish), read, spanish, FormulaThreshold, FormulaVersion);
    }

    private static Assessment Assess(string text, double probability, Readability readability, bool spanish, double threshold, string version)
    {
        var audience = probability >= threshold ? ArticleAudience.Patients : ArticleAudience.Colleagues;
        var reasons = ScoringReasons.Of(text, readability, audience == ArticleAudience.Patients, spanish);
        return new Assessment(probability, readability.Grade(spanish), audience, reasons, version);
    }

    private static double Formula(string text, Readability readability, bool spanish)
    {
        if (readability.Words == 0) return 0;
        var marks = StyleMarks.Of(text);
        var technical = marks.Study + marks.Affixes + (0.5 * marks.Acronyms) - (0.5 * marks.Reader);
        var odds = (PerGrade * (EvenGrade - readability.Grade(spanish))) - (PerMark * technical / readability.Words) + 1;
        return 1 / (1 + Math.Exp(-odds));
    }
}

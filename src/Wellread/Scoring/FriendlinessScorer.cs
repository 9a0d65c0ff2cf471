using Wellread.Articles;

namespace Wellread.Scoring;

/// <summary>
/// Says whether a patient will understand a text and how hard it reads. English by the trained model; English without a model, and Spanish, by
/// formulas. Never fails: a text that can't be judged is for neither audience.
/// </summary>
internal sealed class FriendlinessScorer(CurrentModel current)
{
    /// <summary>The version that stands where nothing was scored.</summary>
    public const string NoVersion = "none";

    // A journal's own citation says more of the audience than the words of a title do.
    private const double JournalCeiling = 0.1;

    // Two words say nothing of how a text reads.
    private const int FewestWords = 3;

    /// <summary>True while there is no model and formulas stand in.</summary>
    public bool Degraded => current.Model is null;

    /// <summary>What scores English now.</summary>
    public string ModelVersion => current.Model?.Version ?? EnglishFormula.Version;

    /// <summary>What scores a language now, as <see cref="Assessment.ModelVersion"/> has it.</summary>
    public string VersionFor(string language) => language switch
    {
        "en" => ModelVersion,
        "es" => SpanishFormula.Version,
        _ => NoVersion,
    };

    /// <param name="title">Plain text.</param>
    /// <param name="text">Plain text, as much of the article as there is; may be empty.</param>
    /// <param name="language">A two-letter ISO 639-1 code.</param>
    public TextScore Score(string title, string text, string language)
    {
        var trimmed = TrimmedText.Of(title, text);
        return language switch
        {
            "en" => ScoreEnglish(trimmed, out _),
            "es" => ScoreSpanish(trimmed, out _),
            _ => TextScore.None,
        };
    }

    /// <param name="record">Takes the tokens, where a model reads them.</param>
    internal TextScore ScoreEnglish(in TrimmedText trimmed, out TextCounts counts, TokenRecord? record = null)
    {
        if (current.Model is not { } model)
        {
            var guess = Capped(EnglishFormula.Probability(trimmed.Title, trimmed.Text, out counts), trimmed.IsJournal);
            var verdict = VerdictOf(guess, counts.Words, EnglishFormula.PatientsFrom, EnglishFormula.ColleaguesBelow);
            return new TextScore(guess, null, verdict, ReadingLevel.English(counts), EnglishFormula.Version);
        }
        var prediction = model.Predict(trimmed.Title, trimmed.Text, out counts, record);
        var probability = Capped(prediction.Probability, trimmed.IsJournal);
        var audience = VerdictOf(probability, counts.Words, model.Constants.PatientsFrom, model.Constants.ColleaguesBelow);
        return new TextScore(probability, prediction.Difficulty, audience, ReadingLevel.English(counts), model.Version);
    }

    internal static TextScore ScoreSpanish(in TrimmedText trimmed, out SpanishCounts counts)
    {
        counts = SpanishFormula.Count(trimmed.Title, trimmed.Text);
        var probability = Capped(SpanishFormula.Probability(counts), trimmed.IsJournal);
        var verdict = VerdictOf(probability, counts.Words, SpanishFormula.PatientsFrom, SpanishFormula.ColleaguesBelow);
        return new TextScore(probability, null, verdict, SpanishFormula.Level(counts), SpanishFormula.Version);
    }

    private static double Capped(double probability, bool journal) => journal ? Math.Min(probability, JournalCeiling) : probability;

    private static ArticleAudience VerdictOf(double probability, int words, double patientsFrom, double colleaguesBelow) =>
        words < FewestWords ? ArticleAudience.Neither
        : probability >= patientsFrom ? ArticleAudience.Patients
        : probability < colleaguesBelow ? ArticleAudience.Colleagues
        : ArticleAudience.Neither;
}

namespace Wellread.Scoring;

/// <summary>What is said of the model, for whoever reads its card: <c>models/card.md</c> has the same sentences.</summary>
internal static class ModelWords
{
    public static IReadOnlyList<string> IntendedUse { get; } =
    [
        "To sort short health texts for an editor of a medical practice: which ones patients will understand, and which ones are for colleagues.",
        "To show the editor why, so that the editor can judge.",
        "An editor always decides what is shared.",
    ];

    public static IReadOnlyList<string> Limits { get; } =
    [
        "It does not know whether a text is true, up to date or safe to follow.",
        "It was trained on English texts only. Spanish is scored by reading formulas and word lists.",
        "The news items that it was trained on are from 2020 to 2022, and many are about COVID-19.",
        "A text of a few words says little. The score of a headline alone is less sure.",
        "Easy to read is not the same as useful: whether it helps a patient is judged apart, by a small model and word lists.",
        "The feed items that it was measured on also set from which score on a text is for patients. Expect a little less on new ones.",
        "It has not been tested with patients.",
    ];

    /// <summary>What scores now.</summary>
    public static string Of(CurrentModel current) => (current.Model, current.Problem) switch
    {
        (null, var problem) => $"Scores come from reading formulas, not from the trained model. {problem}",
        ({ } model, null) => $"The trained model {model.Version} scores.",
        ({ } model, var problem) => $"The trained model {model.Version} still scores, but its file has changed and can't be used. {problem}",
    };
}

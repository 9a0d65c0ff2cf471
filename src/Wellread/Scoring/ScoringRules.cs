namespace Wellread.Scoring;

/// <summary>
/// The version of everything beside the model that decides what is said of an article: word lists, topics, the health gate, formulas, and the code around
/// them. It is the compiled program's own version, so nobody has to remember to raise a number when a list or a weight changes.
/// </summary>
internal static class ScoringRules
{
    /// <summary>The same for every copy of a build: <c>rules-1a2b3c4d</c>.</summary>
    public static string Version { get; } = $"rules-{typeof(ScoringRules).Module.ModuleVersionId.ToString("N")[..8]}";
}

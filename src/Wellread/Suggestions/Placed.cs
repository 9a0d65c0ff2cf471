namespace Wellread.Suggestions;

/// <summary>A candidate at its place in an order.</summary>
/// <param name="Candidate">The article.</param>
/// <param name="Points">What the rules gave it.</param>
/// <param name="Lost">What it lost as it is like others before it.</param>
/// <param name="RepeatOf">What it would repeat, for which it stands behind everything else; null where it repeats nothing.</param>
internal readonly record struct Placed(Candidate Candidate, double Points, double Lost, SharedStory? RepeatOf);

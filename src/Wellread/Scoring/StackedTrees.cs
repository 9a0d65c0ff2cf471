namespace Wellread.Scoring;

/// <summary>The trees that a text is asked: first those for its difficulty, then those of a head, which see the difficulty and the line's score besides.</summary>
internal sealed class StackedTrees
{
    private readonly TreeEnsemble _difficulty, _friendliness;
    private readonly ThresholdRanks? _ranks;
    private readonly QuickTrees? _quickDifficulty, _quickFriendliness;

    public StackedTrees(TreeEnsemble difficulty, TreeEnsemble friendliness)
    {
        (_difficulty, _friendliness) = (difficulty, friendliness);
        // The totals of a sentence count as 0 for the second trees only, so of these none may look at one where both have the same ranks.
        if (Array.Exists(friendliness.Features, feature => feature is >= DenseFeatures.FirstTotal and < DenseFeatures.Count)) return;
        if (ThresholdRanks.Of(difficulty, friendliness) is not { } ranks) return;
        _ranks = ranks;
        _quickDifficulty = QuickTrees.Of(difficulty, ranks);
        _quickFriendliness = QuickTrees.Of(friendliness, ranks);
    }

    /// <summary>False where some trees must be walked, which takes longer.</summary>
    public bool AreQuick => _quickDifficulty is not null && _quickFriendliness is not null;

    /// <param name="features">The dense features.</param>
    /// <param name="ranks">Room for <see cref="ThresholdRanks.MaxFeatures"/>; <see cref="Friendliness"/> reads on in it.</param>
    public double Difficulty(ReadOnlySpan<float> features, Span<byte> ranks)
    {
        _ranks?.Fill(features[..DenseFeatures.Count], ranks);
        return _quickDifficulty?.Sum(ranks) ?? _difficulty.Sum(features);
    }

    /// <param name="features">The dense features; what stands in them behind is written here.</param>
    /// <param name="ranks">As <see cref="Difficulty"/> left it.</param>
    public double Friendliness(Span<float> features, Span<byte> ranks, double line, double difficulty)
    {
        features[DenseFeatures.FirstTotal..DenseFeatures.Count].Clear();
        features[StackedFeatures.LinearFriendliness] = (float)line;
        features[StackedFeatures.Difficulty] = (float)difficulty;
        if (_quickFriendliness is null) return _friendliness.Sum(features);
        _ranks!.Add(StackedFeatures.LinearFriendliness, (float)line, ranks);
        _ranks.Add(StackedFeatures.Difficulty, (float)difficulty, ranks);
        return _quickFriendliness.Sum(ranks);
    }
}

/// <summary>The places behind the dense features that the trees see besides.</summary>
internal static class StackedFeatures
{
    public const int LinearFriendliness = DenseFeatures.Count;

    public const int Difficulty = DenseFeatures.Count + 1;

    public const int Count = DenseFeatures.Count + 2;
}

namespace Wellread.Scoring;

/// <summary>
/// The single numbers of a head. <paramref name="TreeShare"/> is the trees' part of the margin, the line has the rest; <paramref name="Slope"/> and
/// <paramref name="Offset"/> calibrate (Platt 1999).
/// </summary>
internal sealed record HeadConstants(float Bias, float TreeShare, float DifficultyShare, float Slope, float Offset);

/// <summary>How likely a patient understands a text of one kind: a line over n-grams, and trees that see the line's score, the difficulty and the dense features.</summary>
internal sealed class FriendlinessHead(LinearWeights linear, TreeEnsemble trees, HeadConstants constants)
{
    private readonly WordCaches _caches = new();

    public LinearWeights Linear => linear;

    public TreeEnsemble Trees => trees;

    public HeadConstants Constants => constants;

    /// <summary>The same head with another calibration.</summary>
    public FriendlinessHead Calibrated(double slope, double offset) => new(linear, trees, constants with { Slope = (float)slope, Offset = (float)offset });

    /// <summary>Reads a text once: the line's score comes back, everything else is counted.</summary>
    public double Read(ReadOnlySpan<char> title, ReadOnlySpan<char> text, Vocabulary vocabulary, out TextCounts counts, TokenRecord? record = null)
    {
        if (_caches.Rent() is not { } cache) return ReadPlainly(title, text, vocabulary, out counts);
        var words = new CachedWords(linear, vocabulary, cache, stackalloc uint[CachedWords.BufferLength]);
        var sums = record is null ? Read(title, text, words, out counts) : Read(title, text, words, record, out counts);
        _caches.Return(cache);
        return sums.Friendliness(linear) + constants.Bias;
    }

    private static WeightSums Read(ReadOnlySpan<char> title, ReadOnlySpan<char> text, CachedWords words, out TextCounts counts)
    {
        Featurizer.Read(title, text, ref words, out counts);
        return words.Finish();
    }

    private static WeightSums Read(ReadOnlySpan<char> title, ReadOnlySpan<char> text, CachedWords words, TokenRecord record, out TextCounts counts)
    {
        var recorded = new RecordedWords(words, record);
        Featurizer.Read(title, text, ref recorded, out counts);
        return recorded.Finish();
    }

    private double ReadPlainly(ReadOnlySpan<char> title, ReadOnlySpan<char> text, Vocabulary vocabulary, out TextCounts counts)
    {
        var sums = new WeightSums(linear);
        Featurizer.Read(title, text, vocabulary, ref sums, out counts);
        return sums.Friendliness(linear) + constants.Bias;
    }

    /// <param name="trees">What the head's trees say.</param>
    public Prediction Predict(double trees, double line, double difficulty)
    {
        var margin = (trees * constants.TreeShare) + (line * (1 - constants.TreeShare)) - (difficulty * constants.DifficultyShare);
        return new Prediction(1 / (1 + Math.Exp(-((constants.Slope * margin) + constants.Offset))), Math.Clamp(difficulty, 1, 6), margin);
    }
}

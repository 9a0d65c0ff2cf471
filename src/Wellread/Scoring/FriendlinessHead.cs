namespace Wellread.Scoring;

/// <summary>
/// The single numbers of a head. <paramref name="TreeShare"/> is the trees' part of the margin, the line has the rest; <paramref name="PlainShare"/> of the plainness is
/// added and <paramref name="HardShare"/> of the difficulty taken off, past <paramref name="Bend"/> log odds the margin is levelled off (0: never); <paramref name="Slope"/> and <paramref name="Offset"/> calibrate (Platt 1999).
/// </summary>
internal sealed record HeadConstants(float Bias, float TreeShare, float PlainShare, float HardShare, float Bend, float Slope, float Offset)
{
    // Raters saw a title and a sentence or two; of a text of twice as many words they say nothing.
    private const float RatedWords = 60;

    /// <summary>
    /// Which side a text is on decides as long as that is in doubt. Where it isn't, the next point of evidence says little, and how plain and how easy the text is orders it
    /// among its like.
    /// </summary>
    /// <param name="evidence">In log odds.</param>
    public double Margin(double evidence, double plainness, double difficulty, int words)
    {
        var rated = Math.Clamp(2 - (words / RatedWords), 0, 1);
        var bent = Bend == 0 ? evidence : 4 * Bend * ((1 / (1 + Math.Exp(-evidence / Bend))) - 0.5);
        return (rated * (bent + (PlainShare * plainness) - (HardShare * difficulty))) + ((1 - rated) * evidence);
    }

    public double Probability(double margin) => 1 / (1 + Math.Exp(-((Slope * margin) + Offset)));
}

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
        try
        {
            var words = new CachedWords(linear, vocabulary, cache, stackalloc uint[CachedWords.BufferLength]);
            var sums = record is null ? Read(title, text, words, out counts) : Read(title, text, words, record, out counts);
            return sums.Friendliness(linear) + constants.Bias;
        }
        finally
        {
            _caches.Return(cache);
        }
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
    public Prediction Predict(double trees, double line, double difficulty, double plainness, int words)
    {
        var margin = constants.Margin((trees * constants.TreeShare) + (line * (1 - constants.TreeShare)), plainness, difficulty, words);
        return new Prediction(constants.Probability(margin), Math.Clamp(difficulty, 1, 6), margin);
    }
}

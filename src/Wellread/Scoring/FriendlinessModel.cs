namespace Wellread.Scoring;

/// <summary>
/// What the model says of a text. <paramref name="Difficulty"/> is on the raters' scale, 1 easy to 6 hard; <paramref name="Margin"/> is the score
/// before calibration, in log odds.
/// </summary>
internal readonly record struct Prediction(double Probability, double Difficulty, double Margin);

/// <summary>
/// The trained model: n-gram weights and trees for how likely a patient understands a text, trees and a line for how hard a rater would
/// call it. Immutable; another model is another object.
/// </summary>
internal sealed class FriendlinessModel
{
    private readonly QuickTrees? _friendliness, _difficulty;
    private readonly WordCaches _caches = new();

    /// <summary>Derived from the file's content: <c>friendliness-1a2b3c4d</c>.</summary>
    public required string Version { get; init; }

    public required LinearWeights Linear { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    public required TreeEnsemble FriendlinessTrees
    {
        get;
        init
        {
            field = value;
            _friendliness = QuickTrees.Of(value);
        }
    }

    public required TreeEnsemble DifficultyTrees
    {
        get;
        init
        {
            field = value;
            _difficulty = QuickTrees.Of(value);
        }
    }

    /// <summary>Its share of the difficulty is in its numbers already.</summary>
    public required DenseLine DifficultyLine { get; init; }

    public required ModelConstants Constants { get; init; }

    /// <summary>Reads the model from its folder. Never throws for what is wrong with the file: that comes back in words.</summary>
    public static ModelLoad Load(string folder) => FriendlinessModelFile.Read(Path.Combine(folder, FriendlinessModelFile.Name));

    /// <summary>Scores a text; allocates nothing. The texts are as <see cref="TextTrimming"/> leaves them.</summary>
    public Prediction Predict(ReadOnlySpan<char> title, ReadOnlySpan<char> text, out TextCounts counts)
    {
        var sums = Read(title, text, out counts);
        Span<float> features = stackalloc float[StackedFeatures.Count];
        DenseFeatures.Fill(counts, features);
        return Predict(features, sums.Friendliness(Linear));
    }

    private WeightSums Read(ReadOnlySpan<char> title, ReadOnlySpan<char> text, out TextCounts counts)
    {
        if (_caches.Rent() is not { } cache) return ReadPlainly(title, text, out counts);
        var words = new CachedWords(Linear, Vocabulary, cache, stackalloc uint[CachedWords.BufferLength]);
        Featurizer.Read(title, text, ref words, out counts);
        _caches.Return(cache);
        return words.Finish();
    }

    private WeightSums ReadPlainly(ReadOnlySpan<char> title, ReadOnlySpan<char> text, out TextCounts counts)
    {
        var sums = new WeightSums(Linear);
        Featurizer.Read(title, text, Vocabulary, ref sums, out counts);
        return sums;
    }

    /// <summary>The same model with other constants.</summary>
    public FriendlinessModel With(ModelConstants constants) => new()
    {
        Version = Version,
        Linear = Linear,
        Vocabulary = Vocabulary,
        FriendlinessTrees = FriendlinessTrees,
        DifficultyTrees = DifficultyTrees,
        DifficultyLine = DifficultyLine,
        Constants = constants,
    };

    private Prediction Predict(Span<float> features, double linearFriendliness)
    {
        var difficulty = (_difficulty?.Sum(features) ?? DifficultyTrees.Sum(features)) + DifficultyLine.Of(features);
        features[DenseFeatures.FirstTotal..DenseFeatures.Count].Clear();
        features[StackedFeatures.LinearFriendliness] = (float)(linearFriendliness + Constants.FriendlinessBias);
        features[StackedFeatures.Difficulty] = (float)difficulty;
        var score = _friendliness?.Sum(features) ?? FriendlinessTrees.Sum(features);
        var margin = (score * Constants.TreeShare)
            + ((linearFriendliness + Constants.FriendlinessBias) * (1 - Constants.TreeShare))
            - (difficulty * Constants.DifficultyShare);
        return new Prediction(1 / (1 + Math.Exp(-((Constants.Slope * margin) + Constants.Offset))), Math.Clamp(difficulty, 1, 6), margin);
    }
}

/// <summary>The places behind the dense features that the trees see besides.</summary>
internal static class StackedFeatures
{
    public const int LinearFriendliness = DenseFeatures.Count;

    public const int Difficulty = DenseFeatures.Count + 1;

    public const int Count = DenseFeatures.Count + 2;
}

/// <summary>
/// The few single numbers of a model. <paramref name="Slope"/> and <paramref name="Offset"/> calibrate (Platt 1999); from
/// <paramref name="PatientsFrom"/> on an article is for patients, below <paramref name="ColleaguesBelow"/> for colleagues.
/// </summary>
internal sealed record ModelConstants(
    float FriendlinessBias, float TreeShare, float DifficultyShare, float Slope, float Offset, float PatientsFrom, float ColleaguesBelow);

/// <summary>What became of reading a model file.</summary>
internal abstract record ModelLoad
{
    private ModelLoad() { }

    internal sealed record Loaded(FriendlinessModel Model) : ModelLoad;

    /// <summary><paramref name="Problem"/> says in words what is wrong, without a path.</summary>
    internal sealed record Failed(string Problem) : ModelLoad;
}

namespace Wellread.Scoring;

/// <summary>
/// What the model says of a text. <paramref name="Difficulty"/> is on the raters' scale, 1 easy to 6 hard; <paramref name="Margin"/> is the score
/// before calibration.
/// </summary>
internal readonly record struct Prediction(double Probability, double Difficulty, double Margin);

/// <summary>
/// The trained model: two heads for how likely a patient understands a text, trees and a line for how hard a rater would call it, a line for how plain. What comes with a title is read
/// like a feed's item, what comes without one like a passage out of a text: the two are written differently. Immutable; another model is another object.
/// </summary>
internal sealed class FriendlinessModel
{
    /// <summary>Derived from the file's content: <c>friendliness-1a2b3c4d</c>.</summary>
    public required string Version { get; init; }

    /// <summary>For texts with a title.</summary>
    public required FriendlinessHead Items { get; init; }

    /// <summary>For texts without one.</summary>
    public required FriendlinessHead Passages { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    public required TreeEnsemble DifficultyTrees { get; init; }

    // Laid out when they are first asked; who comes at the same time lays out the same.
    private StackedTrees ItemTrees => field ??= new StackedTrees(DifficultyTrees, Items.Trees);

    private StackedTrees PassageTrees => field ??= new StackedTrees(DifficultyTrees, Passages.Trees);

    /// <summary>Its share of the difficulty is in its numbers already.</summary>
    public required DenseLine DifficultyLine { get; init; }

    /// <summary>How plain raters would call a text, in points above or below what they gave on average, on a scale of 1 to 5.</summary>
    public required DenseLine PlainnessLine { get; init; }

    public required ModelConstants Constants { get; init; }

    /// <summary>Reads the model from its folder. Never throws for what is wrong with the file: that comes back in words.</summary>
    public static ModelLoad Load(string folder) => FriendlinessModelFile.Read(Path.Combine(folder, FriendlinessModelFile.Name));

    /// <summary>Scores a text; allocates nothing. The texts are as <see cref="TextTrimming"/> leaves them.</summary>
    /// <param name="title">May be empty.</param>
    /// <param name="text">May be empty.</param>
    /// <param name="counts">What was counted.</param>
    /// <param name="record">Takes the tokens.</param>
    public Prediction Predict(ReadOnlySpan<char> title, ReadOnlySpan<char> text, out TextCounts counts, TokenRecord? record = null)
    {
        var head = HeadFor(title);
        var line = head.Read(title, text, Vocabulary, out counts, record);
        Span<float> features = stackalloc float[StackedFeatures.Count];
        DenseFeatures.Fill(counts, features);
        Span<byte> ranks = stackalloc byte[ThresholdRanks.MaxFeatures];
        var trees = head == Passages ? PassageTrees : ItemTrees;
        var difficulty = trees.Difficulty(features, ranks) + DifficultyLine.Of(features);
        var plainness = PlainnessLine.Of(features);
        return head.Predict(trees.Friendliness(features, ranks, line, difficulty), line, difficulty, plainness, counts.Words);
    }

    /// <summary>Which head judges a text with such a title.</summary>
    public FriendlinessHead HeadFor(ReadOnlySpan<char> title) => title.IsEmpty ? Passages : Items;
}

/// <summary>From <paramref name="PatientsFrom"/> on an article is for patients, below <paramref name="ColleaguesBelow"/> for colleagues.</summary>
internal sealed record ModelConstants(float PatientsFrom, float ColleaguesBelow);

/// <summary>What became of reading a model file.</summary>
internal abstract record ModelLoad
{
    private ModelLoad() { }

    internal sealed record Loaded(FriendlinessModel Model) : ModelLoad;

    /// <summary><paramref name="Problem"/> says in words what is wrong, without a path.</summary>
    internal sealed record Failed(string Problem) : ModelLoad;
}

namespace Wellread.Scoring.Training;

/// <summary>How to train. The defaults are what the committed model was trained with.</summary>
internal sealed record TrainingOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>Corpora that stay out of the model: one is for non-commercial use only, one (press releases) made it worse.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = ["readmepp_en", "eureka_pubmed"];

    /// <summary>The corpus that looks like what is scored: it counts more, and its dev split calibrates.</summary>
    public string Target { get; init; } = "feed_visible";

    public float TargetWeight { get; init; } = 2;

    /// <summary>2^Bits buckets.</summary>
    public int Bits { get; init; } = 19;

    public int Folds { get; init; } = 4;

    public float LinearL2 { get; init; } = 1;

    public float DifficultyL2 { get; init; } = 1;

    public int Iterations { get; init; } = 60;

    /// <summary>Buckets in fewer examples are left out: they are mostly noise.</summary>
    public int MinExamples { get; init; } = 3;

    public TreeShape FriendlinessTrees { get; init; } = new(200, 16, 40, 0.1, 0.7);

    public TreeShape DifficultyTrees { get; init; } = new(200, 12, 12, 0.07, 0.5);

    /// <summary>How much of the margin the trees give; the rest is the linear part's.</summary>
    public float TreeShare { get; init; } = 0.5f;

    /// <summary>How much of the difficulty is taken off the margin.</summary>
    public float DifficultyShare { get; init; } = 0.25f;

    /// <summary>At most this share of what is called fit for patients may be technical, on the target's dev split.</summary>
    public double PatientsError { get; init; } = 0.03;
}

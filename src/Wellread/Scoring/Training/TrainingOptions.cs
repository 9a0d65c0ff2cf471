namespace Wellread.Scoring.Training;

/// <summary>How to train. The defaults are what the committed model was trained with.</summary>
internal sealed record TrainingOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>A file of words by how large a dictionary must be to have them; null for none.</summary>
    public string? WordSizes { get; init; }

    /// <summary>A folder of what raters said of texts; null for none.</summary>
    public string? Ratings { get; init; }

    /// <summary>Corpora that stay out of the model: this one is for non-commercial use only.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = ["readmepp_en"];

    /// <summary>Corpora whose friendly side is press releases, which laypeople half understand: they teach what lies in between.</summary>
    public IReadOnlyList<string> PressReleases { get; init; } = ["eureka_pubmed"];

    /// <summary>Corpora whose rows without a label lie in between. Elsewhere such a row says nothing.</summary>
    public IReadOnlyList<string> InBetween { get; init; } = ["fakehealth", "medquad"];

    /// <summary>
    /// What a corpus counts, where it is not 1. The same review told twice teaches how a text is written, not what it is about; questions and
    /// answers made by templates teach their templates.
    /// </summary>
    public IReadOnlyDictionary<string, float> CorpusWeights { get; init; } = new Dictionary<string, float>
    {
        ["cochrane"] = 2,
        ["cochrane_auto"] = 2,
        ["medquad"] = 0.3f,
    };

    /// <summary>Corpora of journal abstracts: by the thousand they teach what they are about as well, so each head has a weight of its own for them.</summary>
    public IReadOnlyList<string> Abstracts { get; init; } = ["asreview_cohen", "medabs", "pubmedqa"];

    /// <summary>The corpus that looks like what is scored: it counts more, and its dev split calibrates.</summary>
    public string Target { get; init; } = "feed_visible";

    /// <summary>2^Bits buckets.</summary>
    public int Bits { get; init; } = 19;

    public int Folds { get; init; } = 4;

    public float LinearL2 { get; init; } = 2;

    public int Iterations { get; init; } = 60;

    /// <summary>Buckets in fewer examples are left out: they are mostly noise.</summary>
    public int MinExamples { get; init; } = 3;

    public TreeShape FriendlinessTrees { get; init; } = new(192, 16, 5, 0.1, 0.7);

    public TreeShape DifficultyTrees { get; init; } = new(192, 8, 10, 0.05, 0.1);

    /// <summary>How much of the difficulty the line gives; the rest is the trees'.</summary>
    public float LineShare { get; init; } = 0.4f;

    /// <summary>How strongly the line's weights are held back, features counted in standard deviations.</summary>
    public double LineRidge { get; init; } = 100;

    /// <summary>Of so many rated rows, a document's own strictness counts for half of what it seems to be.</summary>
    public double DocumentHold { get; init; } = 10;

    /// <summary>What a rated row of the corpora counts, beside a text that was written to be rated.</summary>
    public int RatedItemWeight { get; init; } = 3;

    /// <summary>How strongly the weights of plainness are held back.</summary>
    public double PlainnessRidge { get; init; } = 100;

    /// <summary>A word must stand in so many texts to get a vector.</summary>
    public int VectorTexts { get; init; } = 3;

    public HeadOptions Items { get; init; } = new(TargetWeight: 24, AbstractWeight: 1, TreeShare: 0.9f, PlainShare: 0.15f, HardShare: 0.06f, Bend: 1.5f);

    /// <summary>A passage is seldom a feed's, so feeds count less, and n-grams more.</summary>
    public HeadOptions Passages { get; init; } = new(TargetWeight: 5, AbstractWeight: 0.3f, TreeShare: 0.7f, PlainShare: 0.2f, HardShare: 0, Bend: 0);

    /// <summary>At most this share of what is called fit for patients may be technical, on the target's dev split.</summary>
    public double PatientsError { get; init; } = 0.03;

    /// <summary>Changes with everything but what is left out and where files are.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Fingerprint => FeatureHash.Of(System.Text.Json.JsonSerializer.Serialize(this with { LeaveOut = [], WordSizes = null, Ratings = null })).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How one of the two heads is trained and put together.</summary>
/// <param name="TargetWeight">What a text of the target counts.</param>
/// <param name="AbstractWeight">What a journal abstract counts.</param>
/// <param name="TreeShare">How much of the margin the trees give; the rest is the linear part's.</param>
/// <param name="PlainShare">How much of the plainness is added to the margin.</param>
/// <param name="HardShare">How much of the difficulty is taken off it.</param>
/// <param name="Bend">From about how many log odds on the margin is levelled off; 0 for never.</param>
internal sealed record HeadOptions(float TargetWeight, float AbstractWeight, float TreeShare, float PlainShare, float HardShare, float Bend);

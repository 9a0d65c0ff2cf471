namespace Wellread.Scoring;

/// <summary>
/// Takes the n-grams of a text as hashes. Two keep it: one sums weights while scoring, one collects buckets for training; both are structs, so that
/// the featuriser is compiled for each.
/// </summary>
internal interface IFeatureSink
{
    /// <summary>A word or a pair of neighbouring words.</summary>
    void Word(uint hash);

    /// <summary>Three to five neighbouring characters of a word.</summary>
    void Character(uint hash);
}

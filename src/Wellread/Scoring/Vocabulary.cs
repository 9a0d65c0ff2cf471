namespace Wellread.Scoring;

/// <summary>What a model knows of words by themselves.</summary>
internal sealed record Vocabulary(WordFamiliarity Familiarity, WordSizes Sizes, WordVectors Vectors)
{
    public static Vocabulary None { get; } = new(WordFamiliarity.None, WordSizes.None, WordVectors.None);
}

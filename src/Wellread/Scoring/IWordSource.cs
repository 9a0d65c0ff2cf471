namespace Wellread.Scoring;

/// <summary>
/// Reads the words of a text for the <see cref="Featurizer"/> and takes its n-grams: <see cref="PlainWords{TSink}"/> works out each word anew, <see cref="CachedWords"/>
/// remembers what it met before. Both are structs, so that the featuriser is compiled for each.
/// </summary>
internal interface IWordSource
{
    /// <summary>Is told which tokens come next, at most <see cref="Featurizer.TokensAtOnce"/>.</summary>
    void Expect(scoped ReadOnlySpan<Token> tokens);

    /// <summary>Whether a word was met before, so that its letters need not be looked at.</summary>
    /// <param name="index">Which of the expected tokens it is.</param>
    bool Knows(int index, in Token token);

    /// <summary>Takes a word and its characters as features.</summary>
    /// <param name="index">Which of the expected tokens it is.</param>
    /// <param name="padded">See <see cref="TokenReader.Padded"/>; empty for a word that is known.</param>
    WordFacts Read(int index, in Token token, scoped ReadOnlySpan<char> padded);

    /// <summary>Takes a number, a mark, or a pair of neighbours as a feature.</summary>
    void Take(uint hash);

    /// <summary>Is told each token after it was read, with its place in what is read.</summary>
    void Saw(TextToken token);

    /// <summary>Is told where the title ends and where the text does.</summary>
    void EndPart();
}

/// <summary>Works out each word anew, and hands every n-gram to a sink.</summary>
internal readonly ref struct PlainWords<TSink> : IWordSource
    where TSink : struct, IFeatureSink
{
    private readonly ref TSink _sink;
    private readonly Vocabulary _vocabulary;

    public PlainWords(ref TSink sink, Vocabulary vocabulary)
    {
        _sink = ref sink;
        _vocabulary = vocabulary;
    }

    public void Expect(scoped ReadOnlySpan<Token> tokens) { }

    public bool Knows(int index, in Token token) => false;

    public WordFacts Read(int index, in Token token, scoped ReadOnlySpan<char> padded) => Read(padded);

    /// <param name="padded">See <see cref="TokenReader.Padded"/>.</param>
    public WordFacts Read(scoped ReadOnlySpan<char> padded)
    {
        var facts = WordFacts.Of(padded[1..^1], _vocabulary);
        _sink.Word(facts.Hash);
        Characters.Read(padded, ref _sink);
        return facts;
    }

    public void Take(uint hash) => _sink.Word(hash);

    public void Saw(TextToken token) { }

    public void EndPart() { }
}

/// <summary>Runs of three to five characters.</summary>
internal static class Characters
{
    public static void Read<TSink>(ReadOnlySpan<char> padded, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var start = 0; start + 3 <= padded.Length; start++)
        {
            var hash = FeatureHash.Add(FeatureHash.Add(FeatureHash.Add(FeatureHash.Seed, padded[start]), padded[start + 1]), padded[start + 2]);
            sink.Character(hash);
            if (start + 4 > padded.Length) break;
            hash = FeatureHash.Add(hash, padded[start + 3]);
            sink.Character(hash);
            if (start + 5 > padded.Length) continue;
            sink.Character(FeatureHash.Add(hash, padded[start + 4]));
        }
    }
}

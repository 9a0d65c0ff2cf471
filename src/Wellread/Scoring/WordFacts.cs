namespace Wellread.Scoring;

/// <summary>What a folded word says by itself, wherever it stands.</summary>
/// <param name="Hash"><see cref="FeatureHash.Of"/> the word.</param>
internal readonly record struct WordFacts(uint Hash, float Familiarity, WordTraits Traits, byte Length, byte Syllables)
{
    public static WordFacts Of(ReadOnlySpan<char> word, WordFamiliarity familiarity)
    {
        var hash = FeatureHash.Of(word);
        var traits = WordList.Traits(hash);
        if (word.Contains('\'')) traits |= WordTraits.Contraction;
        if (WordShape.IsMedical(word)) traits |= WordTraits.Medical;
        if (WordShape.IsNominalization(word)) traits |= WordTraits.Nominalization;
        if (word.EndsWith("ed")) traits |= WordTraits.EndsInEd;
        return new WordFacts(hash, familiarity.Of(hash), traits, (byte)word.Length, (byte)Scoring.Syllables.English(word));
    }
}

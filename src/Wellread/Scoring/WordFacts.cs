using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>What a folded word says by itself, wherever it stands.</summary>
/// <param name="Vector"><see cref="WordVectors.Of"/>.</param>
/// <param name="Hash"><see cref="FeatureHash.Of"/> the word.</param>
internal readonly record struct WordFacts(Vector128<sbyte> Vector, uint Hash, WordTraits Traits, WordLevels Levels)
{
    public static WordFacts Of(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        var hash = FeatureHash.Of(word);
        var traits = WordList.Traits(hash);
        var apostrophe = word.IndexOf('\'');
        if (apostrophe >= 0) traits |= WordTraits.Contraction;
        if (WordShape.IsMedical(word)) traits |= WordTraits.Medical;
        if (WordShape.IsNominalization(word)) traits |= WordTraits.Nominalization;
        if (word.EndsWith("ed")) traits |= WordTraits.EndsInEd;
        var syllables = Scoring.Syllables.English(word);
        traits |= SizeOf(word.Length, syllables);
        // Lists part words at the apostrophe: "don't" counts as "don", "patient's" as "patient".
        var listed = apostrophe < 0 ? hash : FeatureHash.Of(word[..apostrophe]);
        var commonness = vocabulary.Familiarity.General(listed);
        var lay = vocabulary.Familiarity.Lay(hash);
        var size = Math.Min(vocabulary.Sizes.Of(hash), vocabulary.Sizes.Of(listed));
        traits |= RarityOf(lay / WordFamiliarity.Step, commonness / WordFamiliarity.Step) | BookishnessOf(size);
        return new WordFacts(vocabulary.Vectors.Of(hash), hash, traits, new WordLevels(lay, commonness, size, (byte)word.Length, (byte)syllables));
    }

    private static WordTraits SizeOf(int letters, int syllables) =>
        (letters >= 7 ? WordTraits.SevenLetters : WordTraits.None)
        | (letters >= 10 ? WordTraits.TenLetters : WordTraits.None)
        | (syllables >= 3 ? WordTraits.ThreeSyllables : WordTraits.None)
        | (syllables >= 4 ? WordTraits.FourSyllables : WordTraits.None);

    internal static WordTraits RarityOf(float familiarity, float commonness) =>
        (familiarity < 0.5f ? WordTraits.Unknown : WordTraits.None)
        | (familiarity < 4f ? WordTraits.Rare : WordTraits.None)
        | (commonness < 7.5f ? WordTraits.Uncommon : WordTraits.None)
        | (commonness < 5.2f ? WordTraits.Unusual : WordTraits.None)
        | (commonness < 0.5f ? WordTraits.Unlisted : WordTraits.None);

    private static WordTraits BookishnessOf(byte size) =>
        (size > 35 ? WordTraits.NotInSmall : WordTraits.None)
        | (size > 50 ? WordTraits.NotInMiddle : WordTraits.None)
        | (size > 70 ? WordTraits.NotInLarge : WordTraits.None);
}

namespace Wellread.Scoring;

/// <summary>What a folded word says by itself, wherever it stands.</summary>
/// <param name="Hash"><see cref="FeatureHash.Of"/> the word.</param>
/// <param name="Familiarity"><see cref="WordFamiliarity.Lay"/>.</param>
/// <param name="Commonness"><see cref="WordFamiliarity.General"/>.</param>
internal readonly record struct WordFacts(uint Hash, float Familiarity, float Commonness, WordTraits Traits, byte Length, byte Syllables)
{
    public static WordFacts Of(ReadOnlySpan<char> word, WordFamiliarity familiarity)
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
        // Frequency lists part words at the apostrophe: "don't" counts as "don".
        var commonness = familiarity.General(apostrophe < 0 ? hash : FeatureHash.Of(word[..apostrophe]));
        var lay = familiarity.Lay(hash);
        traits |= RarityOf(lay, commonness);
        return new WordFacts(hash, lay, commonness, traits, (byte)word.Length, (byte)syllables);
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
}

using System.Numerics;

namespace Wellread.Scoring;

/// <summary>Counts the tokens of a title or a text one after the other, with what must be remembered of those before.</summary>
internal struct PartReader()
{
    private const uint PairSalt = 0x5BD1E995;

    private static readonly int FormShift = BitOperations.Log2((uint)WordTraits.Capital);

    private LastWords _last;
    private uint _previous = PairSalt;
    private WordTraits _previousTraits;

    public void Count<TWords>(in Token token, in WordFacts word, ref TWords words, ref TextCounts counts)
        where TWords : struct, IWordSource, allows ref struct
    {
        words.Take(FeatureHash.Combine(_previous, word.Hash));
        _previous = word.Hash;
        // Of a word that was folded further than to small letters the syllables may be others than those of what is written.
        words.Saw(new TextToken(
            token.Start, token.End, word.Hash, TokenKind.Word, token.Form, token.StartsSentence, token.IsAscii ? word.Levels.SyllablesOfWord : (byte)0, word.Traits));
        var traits = word.Traits | (WordTraits)((uint)token.Form << FormShift);
        counts.Words++;
        counts.SentenceWords++;
        counts.Levels.Add(word.Levels);
        counts.Vectors.Add(word.Vector);
        counts.Traits.Add(traits);
        if (token.StartsSentence && (traits & WordTraits.Advice) != 0) counts.Imperatives++;
        if ((_previousTraits & WordTraits.Being) != 0 && (traits & WordTraits.EndsInEd) != 0) counts.Passives++;
        _previousTraits = traits;
        _last.Add(word.Hash);
        if ((word.Traits & WordTraits.EndsJargon) != 0 && _last.Term(Jargon.English) is not null) counts.JargonTerms++;
    }

    /// <summary>Counts a number or a mark.</summary>
    public void CountOther<TWords>(in Token token, scoped ReadOnlySpan<char> folded, ref TWords words, ref TextCounts counts)
        where TWords : struct, IWordSource, allows ref struct
    {
        var hash = FeatureHash.Of(folded);
        words.Take(hash);
        words.Take(FeatureHash.Combine(_previous, hash));
        _previous = hash;
        words.Saw(new TextToken(token.Start, token.End, hash, token.Kind, WordForm.None, token.StartsSentence));
        if (token.Kind == TokenKind.Mark) CountMark(folded[0], ref counts);
        else CountNumber(ref counts);
    }

    private static void CountNumber(ref TextCounts counts)
    {
        counts.Numbers++;
        counts.SentenceWords++;
        counts.StartsWithNumber |= counts is { Words: 0, Numbers: 1 };
    }

    private static void CountMark(char mark, ref TextCounts counts)
    {
        switch (mark)
        {
            case '%': counts.Percents++; break;
            case '=' or '<' or '>' or '\u00B1' or '\u2264' or '\u2265': counts.Statistics++; break;
            case '(' or '[': counts.Brackets++; break;
            case ',': counts.Commas++; break;
            case ';': counts.Semicolons++; break;
            case ':': counts.Colons++; break;
            case '?': counts.Questions++; break;
            case '!': counts.Exclamations++; break;
            case '"' or '\'': counts.Quotes++; break;
            case '-': counts.Hyphens++; break;
        }
    }
}

using System.Numerics;

namespace Wellread.Scoring;

/// <summary>
/// Reads a text once: n-grams go to a sink, everything else is counted. Training and scoring use this one reader, so they can't drift apart;
/// <see cref="Version"/> is raised whenever a change here makes older model files wrong.
/// </summary>
internal static class Featurizer
{
    public const int Version = 4;

    private const uint PairSalt = 0x5BD1E995;

    private static readonly int FormShift = BitOperations.Log2((uint)WordTraits.Capital);

    /// <summary>Reads title and text; allocates nothing.</summary>
    public static void Read<TSink>(ReadOnlySpan<char> title, ReadOnlySpan<char> text, Vocabulary vocabulary, ref TSink sink, out TextCounts counts)
        where TSink : struct, IFeatureSink
    {
        var words = new PlainWords<TSink>(ref sink, vocabulary);
        Read(title, text, ref words, out counts);
    }

    /// <summary>Reads title and text; allocates nothing.</summary>
    public static void Read<TWords>(ReadOnlySpan<char> title, ReadOnlySpan<char> text, ref TWords words, out TextCounts counts)
        where TWords : struct, IWordSource, allows ref struct
    {
        counts = TextCounts.Empty;
        ReadPart(title, ref words, ref counts);
        ReadPart(text, ref words, ref counts);
        counts.Flush();
    }

    private static void ReadPart<TWords>(ReadOnlySpan<char> text, ref TWords words, ref TextCounts counts)
        where TWords : struct, IWordSource, allows ref struct
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var tokens = new TokenReader(text, buffer);
        var last = new LastWords(stackalloc uint[LastWords.BufferLength]);
        var previous = PairSalt;
        var previousTraits = WordTraits.None;
        while (tokens.Next())
        {
            if (tokens.StartsSentence) counts.EndSentence();
            if (tokens.Kind != TokenKind.Word)
            {
                var hash = FeatureHash.Of(tokens.Lowered);
                words.Take(hash);
                words.Take(FeatureHash.Combine(previous, hash));
                previous = hash;
                words.Saw(new TextToken(tokens.Start, tokens.End, hash, tokens.Kind, WordForm.None, tokens.StartsSentence));
                if (tokens.Kind == TokenKind.Mark) CountMark(tokens.Lowered[0], ref counts);
                else CountNumber(ref counts);
                continue;
            }
            var word = words.Read(tokens.Padded, tokens.Key);
            words.Take(FeatureHash.Combine(previous, word.Hash));
            previous = word.Hash;
            var form = tokens.Form;
            // Of a word that was folded further than to small letters the syllables may be others than those of what is written.
            words.Saw(new TextToken(tokens.Start, tokens.End, word.Hash, TokenKind.Word, form, tokens.StartsSentence, tokens.IsAscii ? word.Levels.SyllablesOfWord : (byte)0, word.Traits));
            previousTraits = CountWord(word, previousTraits, tokens.StartsSentence, form, ref counts);
            last.Add(word.Hash);
            if ((word.Traits & WordTraits.EndsJargon) != 0 && Jargon.English.EndingWith(last.Window) is not null) counts.JargonTerms++;
        }
        counts.EndSentence();
        words.EndPart();
    }

    private static void CountNumber(ref TextCounts counts)
    {
        counts.Numbers++;
        counts.SentenceWords++;
        counts.StartsWithNumber |= counts is { Words: 0, Numbers: 1 };
    }

    private static WordTraits CountWord(in WordFacts word, WordTraits previous, bool startsSentence, WordForm form, ref TextCounts counts)
    {
        var traits = word.Traits | (WordTraits)((uint)form << FormShift);
        counts.Words++;
        counts.SentenceWords++;
        counts.Levels.Add(word.Levels);
        counts.Vectors.Add(word.Vector);
        counts.Traits.Add(traits);
        if (startsSentence && (traits & WordTraits.Advice) != 0) counts.Imperatives++;
        if ((previous & WordTraits.Being) != 0 && (traits & WordTraits.EndsInEd) != 0) counts.Passives++;
        return traits;
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

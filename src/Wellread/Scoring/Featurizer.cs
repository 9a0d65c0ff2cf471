namespace Wellread.Scoring;

/// <summary>
/// Reads a text once: n-grams go to a sink, everything else is counted. Training and scoring use this one reader, so they can't drift apart;
/// <see cref="Version"/> is raised whenever a change here makes older model files wrong.
/// </summary>
internal static class Featurizer
{
    public const int Version = 4;

    /// <summary>How many tokens are read before the first of them is counted.</summary>
    public const int TokensAtOnce = 32;

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

    // Tokens are read some at a time, so that the memory of their words is on its way before they are counted.
    private static void ReadPart<TWords>(ReadOnlySpan<char> text, ref TWords words, ref TextCounts counts)
        where TWords : struct, IWordSource, allows ref struct
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        Span<Token> tokens = stackalloc Token[TokensAtOnce];
        var reader = new TokenReader(text, buffer);
        var part = new PartReader();
        while (Fill(tokens, ref reader) is > 0 and var count)
        {
            words.Expect(tokens[..count]);
            for (var i = 0; i < count; i++)
            {
                ref readonly var token = ref tokens[i];
                if (token.StartsSentence) counts.EndSentence();
                if (token.Kind == TokenKind.Word)
                {
                    var letters = words.Knows(i, token) ? default : reader.PaddedOf(token.Start, token.End);
                    part.Count(token, words.Read(i, token, letters), ref words, ref counts);
                }
                else part.CountOther(token, reader.PaddedOf(token.Start, token.End)[1..^1], ref words, ref counts);
            }
        }
        counts.EndSentence();
        words.EndPart();
    }

    private static int Fill(Span<Token> tokens, ref TokenReader reader)
    {
        var count = 0;
        while (count < tokens.Length && reader.Next())
        {
            var form = reader.Kind == TokenKind.Word ? reader.Form : WordForm.None;
            tokens[count++] = new Token(reader.Key, reader.Start, reader.End, reader.Kind, form, reader.StartsSentence, reader.IsAscii);
        }
        return count;
    }
}

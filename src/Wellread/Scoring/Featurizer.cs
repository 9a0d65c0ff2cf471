namespace Wellread.Scoring;

/// <summary>
/// Reads a text once: n-grams go to a sink, everything else is counted. Training and scoring use this one reader, so they can't drift apart;
/// <see cref="Version"/> is raised whenever a change here makes older model files wrong.
/// </summary>
internal static class Featurizer
{
    public const int Version = 1;

    private const uint PairSalt = 0x5BD1E995;

    /// <summary>Reads title and text; allocates nothing.</summary>
    public static void Read<TSink>(ReadOnlySpan<char> title, ReadOnlySpan<char> text, WordFamiliarity familiarity, ref TSink sink, out TextCounts counts)
        where TSink : struct, IFeatureSink
    {
        counts = TextCounts.Empty;
        ReadPart(title, familiarity, ref sink, ref counts);
        ReadPart(text, familiarity, ref sink, ref counts);
    }

    private static void ReadPart<TSink>(ReadOnlySpan<char> text, WordFamiliarity familiarity, ref TSink sink, ref TextCounts counts)
        where TSink : struct, IFeatureSink
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        Span<uint> lastWords = stackalloc uint[Jargon.MaxWords];
        var tokens = new TokenReader(text, buffer);
        var previous = PairSalt;
        var previousTraits = WordTraits.None;
        while (tokens.Next())
        {
            if (tokens.StartsSentence) counts.EndSentence();
            var hash = FeatureHash.Of(tokens.Lowered);
            sink.Word(hash);
            sink.Word(FeatureHash.Combine(previous, hash));
            previous = hash;
            if (tokens.Kind == TokenKind.Mark)
            {
                CountMark(tokens.Lowered[0], ref counts);
                continue;
            }
            if (tokens.Kind == TokenKind.Number)
            {
                counts.Numbers++;
                counts.SentenceWords++;
                counts.StartsWithNumber |= counts is { Words: 0, Numbers: 1 };
                continue;
            }
            ReadCharacters(tokens.Padded, ref sink);
            previousTraits = CountWord(tokens, hash, previousTraits, familiarity.Of(hash), ref counts);
            Shift(lastWords, hash);
            if ((previousTraits & WordTraits.EndsJargon) != 0 && Jargon.English.EndingWith(lastWords) is not null) counts.JargonTerms++;
        }
        counts.EndSentence();
    }

    private static void Shift(Span<uint> lastWords, uint hash)
    {
        lastWords[1..].CopyTo(lastWords);
        lastWords[^1] = hash;
    }

    private static void ReadCharacters<TSink>(ReadOnlySpan<char> padded, ref TSink sink)
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

    private static WordTraits CountWord(in TokenReader token, uint hash, WordTraits previous, float familiarity, ref TextCounts counts)
    {
        var word = token.Lowered;
        var traits = WordList.Traits(hash);
        counts.Words++;
        counts.SentenceWords++;
        counts.Letters += word.Length;
        counts.Longest = Math.Max(counts.Longest, word.Length);
        if (word.Length >= 7) counts.SevenLetters++;
        if (word.Length >= 10) counts.TenLetters++;
        var syllables = Syllables.English(word);
        counts.Syllables += syllables;
        counts.MostSyllables = Math.Max(counts.MostSyllables, syllables);
        if (syllables >= 3) counts.ThreeSyllables++;
        if (syllables >= 4) counts.FourSyllables++;
        counts.AddFamiliarity(familiarity);
        CountTraits(traits, token.StartsSentence, ref counts);
        CountShape(token.Raw, word, ref counts);
        if ((previous & WordTraits.Being) != 0 && word.EndsWith("ed")) counts.Passives++;
        return traits;
    }

    private static void CountTraits(WordTraits traits, bool startsSentence, ref TextCounts counts)
    {
        if (traits == WordTraits.None) return;
        if ((traits & WordTraits.SecondPerson) != 0) counts.SecondPerson++;
        if ((traits & WordTraits.FirstPersonPlural) != 0) counts.FirstPersonPlural++;
        if ((traits & WordTraits.Pronoun) != 0) counts.Pronouns++;
        if ((traits & WordTraits.Function) != 0) counts.FunctionWords++;
        if ((traits & WordTraits.Modal) != 0) counts.Modals++;
        if ((traits & WordTraits.Study) != 0) counts.StudyWords++;
        if ((traits & WordTraits.Everyday) != 0) counts.Everyday++;
        if (startsSentence && (traits & WordTraits.Advice) != 0) counts.Imperatives++;
    }

    private static void CountShape(ReadOnlySpan<char> raw, ReadOnlySpan<char> word, ref TextCounts counts)
    {
        if (word.Contains('\'')) counts.Contractions++;
        if (WordShape.IsMedical(word)) counts.Affixes++;
        if (WordShape.IsNominalization(word)) counts.Nominalizations++;
        if (char.IsUpper(raw[0])) counts.UpperWords++;
        if (WordShape.IsAcronym(raw)) counts.Acronyms++;
        else if (WordShape.IsMixedCase(raw)) counts.MixedCase++;
        if (WordShape.IsCode(raw)) counts.CodeWords++;
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

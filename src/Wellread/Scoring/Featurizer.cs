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
        var words = new PlainWords<TSink>(ref sink, familiarity);
        Read(title, text, ref words, out counts);
    }

    /// <summary>Reads title and text; allocates nothing.</summary>
    public static void Read<TWords>(ReadOnlySpan<char> title, ReadOnlySpan<char> text, ref TWords words, out TextCounts counts)
        where TWords : struct, IWordSource, allows ref struct
    {
        counts = TextCounts.Empty;
        ReadPart(title, ref words, ref counts);
        ReadPart(text, ref words, ref counts);
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
                if (tokens.Kind == TokenKind.Mark) CountMark(tokens.Lowered[0], ref counts);
                else CountNumber(ref counts);
                continue;
            }
            var word = words.Read(tokens.Padded, tokens.Key);
            words.Take(FeatureHash.Combine(previous, word.Hash));
            previous = word.Hash;
            CountWord(word, previousTraits, tokens.StartsSentence, tokens.Form, ref counts);
            previousTraits = word.Traits;
            last.Add(word.Hash);
            if ((word.Traits & WordTraits.EndsJargon) != 0 && Jargon.English.EndingWith(last.Window) is not null) counts.JargonTerms++;
        }
        counts.EndSentence();
    }

    private static void CountNumber(ref TextCounts counts)
    {
        counts.Numbers++;
        counts.SentenceWords++;
        counts.StartsWithNumber |= counts is { Words: 0, Numbers: 1 };
    }

    private static void CountWord(in WordFacts word, WordTraits previous, bool startsSentence, WordForm form, ref TextCounts counts)
    {
        counts.Words++;
        counts.SentenceWords++;
        counts.Letters += word.Length;
        counts.Longest = Math.Max(counts.Longest, word.Length);
        if (word.Length >= 7) counts.SevenLetters++;
        if (word.Length >= 10) counts.TenLetters++;
        counts.Syllables += word.Syllables;
        counts.MostSyllables = Math.Max(counts.MostSyllables, word.Syllables);
        if (word.Syllables >= 3) counts.ThreeSyllables++;
        if (word.Syllables >= 4) counts.FourSyllables++;
        counts.AddFamiliarity(word.Familiarity);
        CountTraits(word.Traits, startsSentence, ref counts);
        if ((previous & WordTraits.Being) != 0 && (word.Traits & WordTraits.EndsInEd) != 0) counts.Passives++;
        if (form != WordForm.None) CountForm(form, ref counts);
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
        if ((traits & WordTraits.Contraction) != 0) counts.Contractions++;
        if ((traits & WordTraits.Medical) != 0) counts.Affixes++;
        if ((traits & WordTraits.Nominalization) != 0) counts.Nominalizations++;
        if (startsSentence && (traits & WordTraits.Advice) != 0) counts.Imperatives++;
    }

    private static void CountForm(WordForm form, ref TextCounts counts)
    {
        if ((form & WordForm.Capital) != 0) counts.UpperWords++;
        if ((form & WordForm.Acronym) != 0) counts.Acronyms++;
        if ((form & WordForm.MixedCase) != 0) counts.MixedCase++;
        if ((form & WordForm.Code) != 0) counts.CodeWords++;
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

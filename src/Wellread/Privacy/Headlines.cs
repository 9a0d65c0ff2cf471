namespace Wellread.Privacy;

/// <summary>Sentences such as "Judge Says Maker Must Continue to Sell a Drug", where each word has a capital.</summary>
internal static class Headlines
{
    private const int WordsOfAHeadline = 5;

    private const int LettersOfAHeadlineWord = 4;

    /// <summary>The sentences that have each word of some length with a capital: there a capital says nothing of a name.</summary>
    public static HashSet<int> Of(IReadOnlyList<GuardWord> words)
    {
        var headlines = new HashSet<int>();
        for (var i = 0; i < words.Count;)
        {
            var (sentence, count, all) = (words[i].Sentence, 0, true);
            for (; i < words.Count && words[i].Sentence == sentence; i++)
            {
                if (words[i].Folded.Length < LettersOfAHeadlineWord || words[i].Folded.AsSpan().ContainsAnyInRange('0', '9')) continue;
                count++;
                all &= words[i].Is(WordShapes.Capital);
            }
            if (all && count >= WordsOfAHeadline) headlines.Add(sentence);
        }
        return headlines;
    }

    // "Chris Cuomo Diagnosed With", but not "German Physician Explains" nor "Heating Pad".
    public static NameRun Name(IReadOnlyList<GuardWord> words, NameRun run)
    {
        if (run.Strength < NameFinder.Sure || run.Role == NameRole.Titled) return run;
        var isName = run.Last - run.First > 1 && NameFinder.IsGiven(words[run.First]) && (NameLists.Of(words[run.First + 1].Folded) & (NameTraits.Surname | NameTraits.UnsureSurname)) != 0;
        return isName ? run with { Last = run.First + 2 } : run with { Strength = 1 };
    }
}

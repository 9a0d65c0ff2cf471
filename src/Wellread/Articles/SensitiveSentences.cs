namespace Wellread.Articles;

/// <summary>The sentences of a text that the model finds sensitive, where words and patterns find none: things told without their names ("afraid to go home").</summary>
internal static class SensitiveSentences
{
    /// <summary>From here on a title is held. Real headlines are hardly ever sensitive without saying so, and the model has learnt that, so it is low.</summary>
    public const double TitleBound = 0.27;

    /// <summary>The same for the first sentences of a text, which say what it is about.</summary>
    public const double LeadBound = 0.36;

    /// <summary>The same for the rest: what somebody says in passing sounds like much.</summary>
    public const double RestBound = 0.65;

    /// <summary>Spanish has fewer real texts to learn what is harmless from, so it needs more to be held.</summary>
    private const double SpanishMore = 0.12;

    private const int LeadSentences = 2;

    /// <summary>A sentence that goes on for longer is cut at the next clause.</summary>
    private const int MostWords = 40;

    private const int LongestTitle = 60;

    /// <summary>Each as a hit of its subject's section over the whole sentence. A title is read as one, however many it has.</summary>
    public static IEnumerable<TermHit> Find(FoldedWords words, TextPart part, string language)
    {
        if (language is not ("en" or "es") || words.Count == 0) yield break;
        var concepts = SensitiveFeatures.ConceptsIn(words, language);
        if (part == TextPart.Title && words.Count <= LongestTitle)
        {
            if (Judge(0, words.Count, TitleBound) is { } title) yield return title;
            yield break;
        }
        var sentence = 0;
        foreach (var (start, end) in In(words))
        {
            if (Judge(start, end, part == TextPart.Title ? TitleBound : sentence < LeadSentences ? LeadBound : RestBound) is { } found) yield return found;
            sentence++;
        }

        TermHit? Judge(int start, int end, double bound)
        {
            var (likely, subject) = SensitiveModel.Current.Judge(SensitiveFeatures.Of(words, start, end, concepts, language));
            return likely >= bound + (language == "es" ? SpanishMore : 0) ? new TermHit(subject, 0, start, end - start, 0) : null;
        }
    }

    /// <summary>The sentences of a text, from a first word to behind the last.</summary>
    public static IEnumerable<(int Start, int End)> In(FoldedWords words)
    {
        var (start, next) = (0, 0);
        for (var at = 0; at <= words.Count; at++)
        {
            var isEnd = at == words.Count || (next < words.SentenceEnds.Count && words.SentenceEnds[next] == at);
            if (isEnd && at < words.Count) next++;
            if (!isEnd && !(words[at].IsEmpty && at - start >= MostWords)) continue;
            while (start < at && words[start].IsEmpty) start++;
            var end = at;
            while (end > start && words[end - 1].IsEmpty) end--;
            if (end > start) yield return (start, end);
            start = at + 1;
        }
    }
}

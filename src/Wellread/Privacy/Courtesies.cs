namespace Wellread.Privacy;

/// <summary>Texts that are a greeting, a wish or thanks to everybody, and nothing else: too short for the post model to have learnt each of them.</summary>
internal static class Courtesies
{
    private static readonly (PhraseSet Said, PhraseSet To) Phrases = Read();

    public static bool IsAll(List<GuardWord> words)
    {
        var at = 0;
        while (at < words.Count)
        {
            var length = Phrases.Said.At(words, at) is > 0 and var said ? said : at > 0 ? Phrases.To.At(words, at) : 0;
            if (length == 0) return false;
            at += length;
        }

        return at > 0;
    }

    private static (PhraseSet Said, PhraseSet To) Read()
    {
        var lines = EmbeddedWords.LinesOf("Lists.courtesies.txt").ToList();
        var to = lines.IndexOf("[to]");
        return (PhraseSet.Of(lines[..to]), PhraseSet.Of(lines[(to + 1)..]));
    }
}

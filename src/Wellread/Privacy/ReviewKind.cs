using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>What a reply seems to answer, by whole words and phrases of <c>Lists/review-words.txt</c>. Names count for nothing: Bill is no bill.</summary>
internal static class ReviewKind
{
    private const string NoKind = "";

    /// <summary>A complaint of any sort.</summary>
    private const string AnyComplaint = "care";

    private const string Praise = "praise";

    private const string Unclear = "unclear";

    private static readonly ImmutableArray<(string Kind, PhraseSet Phrases)> Kinds = Read();

    /// <summary>A kind of <see cref="SafeReplies.Kinds"/>.</summary>
    public static string Of(Evidence evidence)
    {
        var counts = new int[Kinds.Length];
        var names = NamesOf(evidence);
        for (var i = 0; i < evidence.Words.Count;)
        {
            if (names[i])
            {
                i++;
                continue;
            }
            var (kind, length) = LongestAt(evidence.Words, i);
            if (length > 0) counts[kind]++;
            i += Math.Max(length, 1);
        }
        return Chosen(counts, evidence.Text.Plain);
    }

    // Of complaints of one sort the one with the most words, of as many the first of the list. Where no word tells, nobody shouts with joy below a complaint; else it is hard to tell.
    private static string Chosen(int[] counts, string text)
    {
        var found = Kinds.Select((kind, i) => (kind.Kind, Count: counts[i])).Where(kind => kind.Count > 0 && kind.Kind != NoKind).ToList();
        var complaint = found.Where(kind => kind.Kind is not (AnyComplaint or Praise)).OrderByDescending(kind => kind.Count).FirstOrDefault();
        if (complaint.Count > 0) return complaint.Kind;
        if (found.Count == 0) return text.Contains('!', StringComparison.Ordinal) ? Praise : Unclear;
        return found is [(Praise, _)] ? Praise : AnyComplaint;
    }

    private static (int Kind, int Length) LongestAt(List<GuardWord> words, int first)
    {
        var longest = (Kind: -1, Length: 0);
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var length = Kinds[kind].Phrases.At(words, first);
            if (length > longest.Length) longest = (kind, length);
        }
        return longest;
    }

    private static bool[] NamesOf(Evidence evidence)
    {
        var names = new bool[evidence.Words.Count];
        foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure)) Array.Fill(names, true, name.First, name.Last - name.First);
        return names;
    }

    private static ImmutableArray<(string Kind, PhraseSet Phrases)> Read()
    {
        var kinds = new List<(string Kind, List<string> Lines)>();
        foreach (var line in EmbeddedWords.LinesOf("Lists.review-words.txt"))
        {
            if (line[0] == '[') kinds.Add((line[1..^1], []));
            else kinds[^1].Lines.Add(line);
        }
        return [.. kinds.Select(kind => (kind.Kind, PhraseSet.Of(kind.Lines)))];
    }
}

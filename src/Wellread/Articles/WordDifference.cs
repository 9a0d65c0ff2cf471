namespace Wellread.Articles;

/// <summary>A place where two versions of a text differ: the words that went and those that came instead, either of which may be none.</summary>
/// <param name="Gone">Where they stood in the former version.</param>
/// <param name="Come">Where they stand now.</param>
internal readonly record struct WordDifference(Range Gone, Range Come)
{
    /// <summary>Above this many pairs of words what lies between the first and the last difference is one difference.</summary>
    private const int MostPairs = 1_000_000;

    /// <summary>The fewest differences, by the longest common subsequence (Wagner and Fischer, 1974, doi:10.1145/321796.321811).</summary>
    public static List<WordDifference> Of(string[] before, string[] after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        var (firstEnd, secondEnd) = (before.Length, after.Length);
        while (firstEnd > same && secondEnd > same && before[firstEnd - 1] == after[secondEnd - 1]) (firstEnd, secondEnd) = (firstEnd - 1, secondEnd - 1);
        var first = before.AsSpan(same..firstEnd);
        var second = after.AsSpan(same..secondEnd);
        if (first.Length == 0 && second.Length == 0) return [];
        if ((long)first.Length * second.Length is 0 or > MostPairs) return [new(same..(same + first.Length), same..(same + second.Length))];
        return Walk(Lengths(first, second), first, second, same);
    }

    /// <summary>For each place in both, how many words what follows has in common.</summary>
    private static int[,] Lengths(ReadOnlySpan<string> before, ReadOnlySpan<string> after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }

    private static List<WordDifference> Walk(int[,] lengths, ReadOnlySpan<string> before, ReadOnlySpan<string> after, int offset)
    {
        var differences = new List<WordDifference>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            var (fromI, fromJ) = (i, j);
            while ((i < before.Length || j < after.Length) && !(i < before.Length && j < after.Length && before[i] == after[j]))
            {
                if (j == after.Length || (i < before.Length && lengths[i + 1, j] >= lengths[i, j + 1])) i++;
                else j++;
            }
            if (i > fromI || j > fromJ) differences.Add(new((fromI + offset)..(i + offset), (fromJ + offset)..(j + offset)));
            if (i < before.Length && j < after.Length) (i, j) = (i + 1, j + 1);
        }
        return differences;
    }
}

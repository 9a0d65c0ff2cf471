namespace Wellread.Scoring.Training;

/// <summary>What is known of words from lists, before any text is read.</summary>
/// <param name="Speech">How common words are in everyday speech: <see cref="FrequencyList.Levels"/>.</param>
internal sealed record KnownLists(byte[] Speech, WordSizes Sizes)
{
    public static KnownLists None { get; } = new(new byte[WordFamiliarity.Length], WordSizes.None);

    /// <param name="data">The folder of the texts, which may have frequency lists.</param>
    /// <param name="sizes">A list of words by size, or null.</param>
    public static KnownLists Read(string data, string? sizes) =>
        new(FrequencyList.Levels(data), sizes is null ? WordSizes.None : WordSizes.From(SizeList(sizes)));

    // A line is a word, or "# 35" before the words of that size.
    private static IEnumerable<(uint Word, int Size)> SizeList(string file)
    {
        var size = 0;
        foreach (var line in File.ReadLines(file))
        {
            if (line is ['#', ' ', .. var number]) size = int.TryParse(number, out var known) ? known : throw new InvalidDataException($"{Path.GetFileName(file)}: \"{line}\" is no size.");
            else if (line.Length > 0) yield return (FeatureHash.Of(line), size);
        }
    }
}

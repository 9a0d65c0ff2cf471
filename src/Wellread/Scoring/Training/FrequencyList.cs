using System.Globalization;

namespace Wellread.Scoring.Training;

/// <summary>
/// How often everyday speech uses a word, from the lists in the data folder's <c>wordlists</c>: text files with a word and its count in each line.
/// Lines without a count are passed over, so that other lists may lie there too.
/// </summary>
internal static class FrequencyList
{
    public const string Folder = "wordlists";

    /// <summary>Levels as <see cref="WordFamiliarity"/> holds them; all 0 where there is no list.</summary>
    public static byte[] Levels(string data)
    {
        var folder = Path.Combine(data, Folder);
        var counts = new WordCounts();
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
            {
                foreach (var line in File.ReadLines(file)) AddLine(line, counts);
            }
        }
        return counts.Levels();
    }

    private static void AddLine(string line, WordCounts counts)
    {
        if (line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is not [var word, var uses]) return;
        if (long.TryParse(uses, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) counts.Add(FeatureHash.Of(word.ToLowerInvariant()), count);
    }
}

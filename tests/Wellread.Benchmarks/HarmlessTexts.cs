using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wellread.Scoring;

namespace Wellread.Benchmarks;

/// <summary>
/// Real headlines and answers on health that reveal no patient, from the corpora beside the project: what editors share most. News of one person reads like a patient's story, so of the
/// headlines only those of accounts that give advice are taken, and of each corpus only what is marked for training.
/// </summary>
internal static partial class HarmlessTexts
{
    private const int Sentences = 2;

    private const int MostCharacters = 400;

    private static readonly string[] OfAdvice = ["goodhealth", "everydayhealth", "gdnhealthcare", "KaiserHealthNews", "nprhealth", "msnhealthnews", "usnewshealth"];

    /// <summary>The same texts each time, whatever their order in the files.</summary>
    public static IEnumerable<string> In(string shared) =>
    [
        .. Some(Rows(shared, "health_tweets").Where(row => OfAdvice.Contains(row.Source)).Select(row => row.Title), 1_500),
        .. Some(Rows(shared, "medquad").Select(row => Beginning(row.Text)), 1_000),
        .. Some(Rows(shared, "feed_visible").Where(row => row.IsHealth).Select(row => $"{row.Title}. {Beginning(row.Text)}"), 1_000),
    ];

    private static IEnumerable<string> Some(IEnumerable<string> texts, int count) =>
        texts.Where(text => text.Length is > 10 and <= MostCharacters).Distinct().OrderBy(text => FeatureHash.Of(text)).ThenBy(text => text, StringComparer.Ordinal).Take(count);

    private static string Beginning(string text) => string.Join(' ', SentenceEnds().Split(text).Take(Sentences));

    private static IEnumerable<(string Source, string Title, string Text, bool IsHealth)> Rows(string shared, string corpus)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(shared, "corpora", corpus + ".jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            string Of(string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            if (Of("split") != "train") continue;
            yield return (Of("src"), Of("title"), Of("text"), row.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.Number && label.GetInt32() == 1);
        }
    }

    [GeneratedRegex(@"(?<=[.!?])\s+(?:- )?(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnds();
}

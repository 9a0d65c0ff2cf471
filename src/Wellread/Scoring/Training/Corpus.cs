using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wellread.Scoring.Training;

/// <summary>One labelled text. <see cref="Label"/> 1 = a patient understands it, 0 = technical, null = unknown. <see cref="Grade"/> from 1 (easy) to 6 (hard), by human raters.</summary>
internal sealed record LabelledText
{
    public string Id { get; init; } = "";

    public string Text { get; init; } = "";

    public string? Title { get; init; }

    public int? Label { get; init; }

    public double? Grade { get; init; }

    public string Corpus { get; init; } = "";

    public string Split { get; init; } = "train";
}

/// <summary>Reads labelled texts: one JSON object a line, in <c>*.jsonl</c> or <c>*.jsonl.gz</c>.</summary>
internal static class Corpus
{
    /// <summary>Every text of a folder or of one file, in the order of the files' names. Throws <see cref="InvalidDataException"/> with file and line for a line that can't be read.</summary>
    public static IReadOnlyList<LabelledText> Read(string path)
    {
        var files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(file => file.EndsWith(".jsonl", StringComparison.Ordinal) || file.EndsWith(".jsonl.gz", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            : Enumerable.Repeat(path, 1);
        return [.. files.SelectMany(ReadFile)];
    }

    private static IEnumerable<LabelledText> ReadFile(string file)
    {
        using var stream = File.OpenRead(file);
        using var plain = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var reader = new StreamReader(plain);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            LabelledText? text;
            try
            {
                text = JsonSerializer.Deserialize(line, CorpusJson.Default.LabelledText);
            }
            catch (JsonException exception)
            {
                throw new InvalidDataException($"{Path.GetFileName(file)}, line {number}: this is not a labelled text.", exception);
            }

            if (text is not null) yield return text.Corpus.Length > 0 ? text : text with { Corpus = Path.GetFileName(file).Split('.')[0] };
        }
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LabelledText))]
internal sealed partial class CorpusJson : JsonSerializerContext;

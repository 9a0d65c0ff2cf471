using System.IO.Compression;
using System.Text.Json;

namespace Wellread.Scoring.Training;

/// <summary>A text to learn from. <paramref name="Label"/> true = a patient understands it, null = in between; <paramref name="Grade"/> 1 easy to 6 hard.</summary>
internal sealed record TrainingRow(string Title, string Text, bool? Label, double? Grade, string Corpus, string Group, string Split, string Source)
{
    /// <summary>Rows that train: everything that is not kept back.</summary>
    public bool Trains => Split is not ("dev" or "test");
}

/// <summary>
/// Reads JSON Lines (<c>.jsonl</c>, <c>.jsonl.gz</c>) with <c>text</c> and, where known, <c>title</c>, <c>label</c>, <c>grade</c>, <c>group</c>,
/// <c>split</c>, <c>src</c>. A corpus has its file's name.
/// </summary>
internal static class TrainingData
{
    /// <summary>Every file of a folder in the order of their names.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.jsonl*")
            .Where(file => file.EndsWith(".jsonl", StringComparison.Ordinal) || file.EndsWith(".jsonl.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string CorpusOf(string file) => Path.GetFileName(file).Split('.')[0];

    /// <summary>Throws <see cref="InvalidDataException"/> with file and line where a line can't be read.</summary>
    public static IEnumerable<TrainingRow> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var unpacked = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var reader = new StreamReader(unpacked);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line)) yield return ReadRow(line, file, number);
        }
    }

    private static TrainingRow ReadRow(string line, string file, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var group = Text(row, "group");
            return new TrainingRow(
                Text(row, "title"), Text(row, "text"), Number(row, "label") is { } label ? label >= 0.5 : null, Number(row, "grade"), CorpusOf(file),
                group.Length > 0 ? group : $"{CorpusOf(file)}-{number}", Text(row, "split"), Text(row, "src"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)}, line {number}: not an object with text, title and label. {e.Message}", e);
        }
    }

    private static string Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static double? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}

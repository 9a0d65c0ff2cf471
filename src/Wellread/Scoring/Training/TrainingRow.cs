using System.IO.Compression;
using System.Text.Json;

namespace Wellread.Scoring.Training;

/// <summary>A text to learn from. <paramref name="Label"/> true = a patient understands it, null = in between; <paramref name="Grade"/> 1 easy to 6 hard.</summary>
internal sealed record TrainingRow(string Title, string Text, bool? Label, double? Grade, string Corpus, string Group, string Split, string Source)
{
    /// <summary>Empty where a row has none.</summary>
    public string Id { get; init; } = "";

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
        for (var number = 1; ReadLine(reader, file, number) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line)) yield return ReadRow(line, file, number);
        }
    }

    private static string? ReadLine(StreamReader reader, string file, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)}, from line {number} on: the packed file is damaged. {e.Message}", e);
        }
    }

    private static TrainingRow ReadRow(string line, string file, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var group = Text(row, "group");
            var (title, text) = (Text(row, "title"), Text(row, "text"));
            if (string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(text)) throw new InvalidDataException("It has neither text nor title.");
            return new TrainingRow(
                title, text, Number(row, "label", 0, 1) switch { null => null, 0 => false, 1 => true, _ => throw new InvalidDataException("label must be 0, 1 or null.") },
                Number(row, "grade", 1, 6), CorpusOf(file), group.Length > 0 ? group : $"{CorpusOf(file)}-{number}", Text(row, "split"), Text(row, "src"))
            {
                Id = Text(row, "id"),
            };
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)}, line {number}: {e.Message}", e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)}, line {number}: It is not one JSON object.", e);
        }
    }

    private static string Text(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return "";
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new InvalidDataException($"{name} must be a text.");
    }

    private static double? Number(JsonElement row, string name, double least, double most)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && number >= least && number <= most) return number;
        throw new InvalidDataException($"{name} must be a number from {least} to {most}, or null.");
    }
}

using System.Globalization;
using System.Text.Json;

namespace Wellread.Scoring.Training;

/// <summary>A text that was written to be rated. <paramref name="Rating"/>: 1 only a specialist understands it, 5 anybody.</summary>
internal sealed record RatedText(string Title, string Text, double Rating);

/// <summary>
/// What people said of how easily laypeople understand a text: of rows of the corpora, by corpus and id (<c>.tsv</c>), and of texts that come with their rating (<c>.jsonl</c>).
/// </summary>
internal sealed record RatedTexts(IReadOnlyDictionary<(string Corpus, string Id), double> Rows, IReadOnlyList<RatedText> Texts)
{
    private const double Least = 1, Most = 5;

    public static RatedTexts None { get; } = new(new Dictionary<(string, string), double>(), []);

    /// <summary>Reads every file of a folder. Throws <see cref="InvalidDataException"/> with file and line where one can't be read.</summary>
    public static RatedTexts Read(string? folder)
    {
        if (folder is null) return None;
        var rows = new Dictionary<(string, string), double>();
        List<RatedText> texts = [];
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".tsv", StringComparison.Ordinal)) ReadLines(file, line => AddRow(line, rows));
            else if (file.EndsWith(".jsonl", StringComparison.Ordinal)) ReadLines(file, line => texts.Add(ReadText(line)));
        }
        return new RatedTexts(rows, texts);
    }

    public double? Of(TrainingRow row) => row.Id.Length > 0 && Rows.TryGetValue((row.Corpus, row.Id), out var rating) ? rating : null;

    private static void ReadLines(string file, Action<string> read)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            try
            {
                read(line);
            }
            catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"{Path.GetFileName(file)}, line {number}: {e.Message}", e);
            }
        }
    }

    private static void AddRow(string line, Dictionary<(string, string), double> rows)
    {
        var fields = line.Split('\t');
        if (fields.Length != 3) throw new FormatException("It must have a corpus, an id and a rating, with tabs between them.");
        rows[(fields[0], fields[1])] = Checked(double.Parse(fields[2], CultureInfo.InvariantCulture));
    }

    private static RatedText ReadText(string line)
    {
        using var json = JsonDocument.Parse(line);
        var row = json.RootElement;
        return new RatedText(row.GetProperty("title").GetString() ?? "", row.GetProperty("text").GetString() ?? "", Checked(row.GetProperty("rating").GetDouble()));
    }

    private static double Checked(double rating) =>
        rating is >= Least and <= Most ? rating : throw new FormatException($"A rating must be a number from {Least} to {Most}.");
}

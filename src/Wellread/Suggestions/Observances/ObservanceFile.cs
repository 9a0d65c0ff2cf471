using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wellread.Platform;

namespace Wellread.Suggestions.Observances;

/// <summary>A file of observances that can't be used as it is. The message names file, entry and mistake.</summary>
internal sealed class ObservanceFileException : StartRefusedException
{
    public ObservanceFileException() { }

    public ObservanceFileException(string message) : base(message) { }

    public ObservanceFileException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>Reads a list of observances: a JSON array, described in <c>feeds/README.md</c>.</summary>
internal static class ObservanceFile
{
    private const int MostMistakesShown = 5;

    /// <param name="path">The file.</param>
    /// <param name="triesRules">Whether each rule is tried on some years, to tell one that some year lacks. That takes longer than all the rest.</param>
    /// <exception cref="ObservanceFileException">It can't be read, or an entry has a mistake.</exception>
    public static ImmutableArray<Observance> Read(string path, bool triesRules = true)
    {
        var entries = Entries(path);
        var checkedEntries = entries.Select((entry, at) => (Entry: entry, At: at, Mistake: ObservanceEntryCheck.FindMistake(entry, triesRules))).ToList();
        var twice = entries.GroupBy(entry => entry.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Key is not null && same.Count() > 1);
        var mistakes = checkedEntries
            .Where(found => found.Mistake is not null)
            .Select(found => $"{path}, entry {found.At + 1} ({found.Entry.Id ?? "no id"}): {found.Mistake}")
            .Concat(twice is null ? [] : [$"{path}: two entries have the id '{twice.Key}'."])
            .ToList();
        return mistakes.Count == 0 ? [.. entries.Select(ToObservance)] : throw new ObservanceFileException(string.Join(' ', mistakes.Take(MostMistakesShown)));
    }

    private static List<ObservanceEntry> Entries(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize(stream, ObservanceJson.Default.ListObservanceEntry) is { } entries && entries.TrueForAll(entry => entry is not null)
                ? entries
                : throw new ObservanceFileException($"{path}: it is a JSON array of entries.");
        }
        catch (JsonException exception)
        {
            throw new ObservanceFileException(
                string.Create(CultureInfo.InvariantCulture, $"{path}, line {exception.LineNumber + 1}: it can't be read as a list of observances ({exception.Path ?? "$"})."), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObservanceFileException($"The file '{path}' can't be read.", exception);
        }
    }

    private static Observance ToObservance(ObservanceEntry entry) => new()
    {
        Id = entry.Id!,
        Name = entry.Name!.En!,
        NameSpanish = entry.Name.Es ?? entry.Name.En!,
        Rule = entry.Rule,
        Dates = [.. entry.Dates ?? []],
        Lasts = ObservanceEntryCheck.Lasts(entry.Lasts)!,
        Topics = [.. entry.Topics!],
        Covers = [.. entry.Covers ?? []],
        Words = [.. entry.Words ?? []],
        Tip = entry.Tip?.En,
        TipSpanish = entry.Tip?.Es,
        Country = entry.Country,
        By = entry.By!,
        Source = new Uri(entry.Source!),
        Checked = entry.Checked,
    };
}

/// <summary>An entry as it stands in the file. Anything may be missing.</summary>
internal sealed record ObservanceEntry(
    string? Id,
    ObservanceWords? Name,
    string? Rule,
    IReadOnlyList<DateOnly>? Dates,
    string? Lasts,
    IReadOnlyList<string>? Topics,
    IReadOnlyList<string>? Covers,
    IReadOnlyList<string>? Words,
    ObservanceWords? Tip,
    string? Country,
    string? By,
    string? Source,
    DateOnly? Checked);

/// <summary>Words in each language.</summary>
internal sealed record ObservanceWords(string? En, string? Es);

// A mistyped name would leave out what it was meant to say.
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(List<ObservanceEntry>))]
internal sealed partial class ObservanceJson : JsonSerializerContext;

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wellread.Scoring;

/// <summary>
/// How far the stored articles are scored anew after the model or the rules have changed. Stored as JSON, so that every instance can tell and the next one
/// can go on where this one was cut off.
/// </summary>
/// <param name="Version">The model and the rules that the articles are brought to.</param>
/// <param name="Total">How many articles were made with others when it began.</param>
/// <param name="Done">How many of them are done.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When the last one was done; null until then.</param>
/// <param name="SeenAt">When an instance with this version last showed that it is there.</param>
internal sealed record RescoringProgress(string Version, int Total, int Done, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, DateTimeOffset SeenAt)
{
    /// <summary>An instance that is silent for longer has gone.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(30);

    /// <summary>How often an instance shows that it is there.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMinutes(10);

    /// <summary>After these articles, with that many left.</summary>
    public RescoringProgress With(int done, int left, DateTimeOffset now) =>
        this with { Done = Done + done, Total = Done + done + left, FinishedAt = left == 0 ? FinishedAt ?? now : null, SeenAt = now };

    /// <summary>
    /// Whether an instance that has had another version since <paramref name="since"/> leaves the articles alone. Who came last decides, for as long as it is
    /// there; else two instances with two models would undo each other's work for ever.
    /// </summary>
    public bool Outranks(string version, DateTimeOffset since, DateTimeOffset now) => Version != version && StartedAt > since && now - SeenAt < Silence;

    public bool NeedsHeartbeat(DateTimeOffset now) => now - SeenAt >= Heartbeat;

    public string InWords() =>
        Total == 0 ? "Every stored article is scored by what is at work now."
        : FinishedAt is { } end ? $"{Articles(Done)} scored anew by {end.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture)} UTC."
        : $"{Done.ToString("N0", CultureInfo.InvariantCulture)} of {Total.ToString("N0", CultureInfo.InvariantCulture)} stored articles are scored anew.";

    public ReadOnlyMemory<byte> ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RescoringJson.Default.RescoringProgress);

    public static RescoringProgress FromJson(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, RescoringJson.Default.RescoringProgress) ?? throw new JsonException("Progress is an object.");

    private static string Articles(int count) =>
        count == 1 ? "1 stored article was" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} stored articles were";
}

/// <summary>What the instance knows of rescoring; null where nothing was ever scored anew.</summary>
internal sealed class CurrentRescoring
{
    private volatile RescoringProgress? _progress;

    public RescoringProgress? Progress
    {
        get => _progress;
        set => _progress = value;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RescoringProgress))]
internal sealed partial class RescoringJson : JsonSerializerContext;

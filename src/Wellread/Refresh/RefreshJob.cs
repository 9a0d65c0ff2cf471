using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wellread.Refresh;

/// <summary>One refresh, while it runs and after. Immutable; stored as JSON when it ends.</summary>
internal sealed record RefreshJob
{
    public required string Id { get; init; }

    public RefreshStatus Status { get; init; } = RefreshStatus.Running;

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many feeds were due.</summary>
    public int Due { get; init; }

    /// <summary>What became of each feed visited so far, in the order of the visits.</summary>
    public ImmutableArray<FeedRefresh> Feeds { get; init; } = [];

    /// <summary>Ids sort by start time. Two jobs can't start in the same tick: one lease lets one run at a time.</summary>
    public static string IdOf(DateTimeOffset startedAt) => $"ref_{startedAt.UtcTicks:x16}";

    public ReadOnlyMemory<byte> ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RefreshJson.Default.RefreshJob);

    public static RefreshJob FromJson(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, RefreshJson.Default.RefreshJob) ?? throw new JsonException("A refresh is an object.");
}

/// <summary>How far a refresh is.</summary>
internal enum RefreshStatus
{
    Running,
    Finished,
    Interrupted,
}

/// <summary>What one visit gave.</summary>
/// <param name="FeedId">The feed.</param>
/// <param name="Title">Its name in the catalog.</param>
/// <param name="Outcome">`fetched`, `not-modified`, or the kind of failure.</param>
/// <param name="Message">What happened, in words.</param>
/// <param name="Items">How many items the feed had.</param>
/// <param name="NewArticles">How many of them were new.</param>
/// <param name="ChangedArticles">How many were known but have changed.</param>
/// <param name="NextVisit">When the feed is due again.</param>
internal sealed record FeedRefresh(
    string FeedId, string Title, string Outcome, string Message, int Items, int NewArticles, int ChangedArticles, DateTimeOffset? NextVisit);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RefreshJob))]
internal sealed partial class RefreshJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;
using Wellread.Storage;

namespace Wellread.Feeds;

/// <summary>
/// What is remembered of each feed: documents of kind <c>feed</c> in the library's partition, beside the articles, so that a visit and what it
/// brought are one batch.
/// </summary>
internal sealed partial class FeedStore(IStorage storage, ILogger<FeedStore> logger)
{
    public const string Kind = "feed";

    /// <summary>Adds a state to a batch of <see cref="Partitions.Library"/>.</summary>
    public static StorageBatch Put(StorageBatch batch, FeedState state) =>
        batch.Put(Kind, state.FeedId, JsonSerializer.SerializeToUtf8Bytes(state, FeedJson.Default.FeedState));

    /// <summary>Adds to a batch that nothing is remembered of a feed: its next visit is its first.</summary>
    public static StorageBatch Forget(StorageBatch batch, string feedId) => batch.Delete(Kind, feedId);

    /// <summary>Every state by feed id. One that can't be read is left out and logged: that feed is then visited as if for the first time.</summary>
    public async Task<IReadOnlyDictionary<string, FeedState>> LoadAsync(CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, FeedState>(StringComparer.Ordinal);
        await foreach (var document in storage.ListAsync(Partitions.Library, Kind, cancellationToken))
        {
            if (Read(document) is { } state) states[state.FeedId] = state;
        }

        return states;
    }

    /// <summary>One state, or null for a feed that was never visited.</summary>
    public async Task<FeedState?> FindAsync(string feedId, CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Library, Kind, feedId, cancellationToken) is { } document ? Read(document) : null;

    private FeedState? Read(StoredDocument document)
    {
        try
        {
            return JsonSerializer.Deserialize(document.Body.Span, FeedJson.Default.FeedState);
        }
        catch (JsonException)
        {
            Log.StateUnreadable(logger, document.Id);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What was remembered of feed {FeedId} could not be read and was left out")]
        public static partial void StateUnreadable(ILogger logger, string feedId);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FeedState))]
internal sealed partial class FeedJson : JsonSerializerContext;

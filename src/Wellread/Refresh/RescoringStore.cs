using System.Text.Json;
using Wellread.Scoring;
using Wellread.Storage;

namespace Wellread.Refresh;

/// <summary>How far rescoring is, in the library partition: document <c>rescoring/current</c>. It is written in one batch with the articles it counts.</summary>
internal sealed partial class RescoringStore(IStorage storage, ILogger<RescoringStore> logger)
{
    public const string Kind = "rescoring";
    public const string Id = "current";

    /// <summary>Null too where it can't be read: rescoring then begins anew, and what is scored already is passed over.</summary>
    public async Task<RescoringProgress?> GetAsync(CancellationToken cancellationToken)
    {
        if (await storage.GetAsync(Partitions.Library, Kind, Id, cancellationToken) is not { } document) return null;
        try
        {
            return RescoringProgress.FromJson(document.Body);
        }
        catch (JsonException)
        {
            Log.ProgressUnreadable(logger);
            return null;
        }
    }

    public static StorageBatch Put(StorageBatch batch, RescoringProgress progress) => batch.Put(Kind, Id, progress.ToJson());

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "How far scoring anew was could not be read; it begins anew")]
        public static partial void ProgressUnreadable(ILogger logger);
    }
}

using Wellread.Scoring;
using Wellread.Storage;

namespace Wellread.Refresh;

/// <summary>How far rescoring is, in the library partition: document <c>rescoring/current</c>. It is written in one batch with the articles it counts.</summary>
internal sealed class RescoringStore(IStorage storage)
{
    private const string Kind = "rescoring";
    private const string Id = "current";

    public async Task<RescoringProgress?> GetAsync(CancellationToken cancellationToken) =>
        await storage.GetAsync(Partitions.Library, Kind, Id, cancellationToken) is { } document ? RescoringProgress.FromJson(document.Body) : null;

    public static StorageBatch Put(StorageBatch batch, RescoringProgress progress) => batch.Put(Kind, Id, progress.ToJson());
}

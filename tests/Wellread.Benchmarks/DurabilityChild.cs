using Wellread.Storage;

namespace Wellread.Benchmarks;

/// <summary>
/// The process that the durability test kills: eight committers write to a SQLite file for ever, and each batch that was acknowledged
/// has its id printed on a line. It ends when it is killed or nobody reads any more.
/// </summary>
internal static class DurabilityChild
{
    public static async Task<int> RunAsync(string path)
    {
        await using var storage = new SqliteStorage(path, TimeProvider.System);
        await storage.OpenAsync(CancellationToken.None);
        var start = (await storage.ReadLogAsync(Partitions.Library, long.MaxValue, 1, CancellationToken.None)).Last;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async committer =>
        {
            for (var i = 0; ; i++)
            {
                var id = $"{start}-{committer}-{i}";
                var batch = new StorageBatch(Partitions.Library)
                    .Put("article", id, System.Text.Encoding.ASCII.GetBytes(id), expectedVersion: 0).Rank("quality", id, i).Log("article", id);
                if (await storage.CommitAsync(batch, CancellationToken.None) is not CommitResult.Committed)
                    throw new InvalidOperationException("A batch was not committed.");
                await Console.Out.WriteLineAsync(id);
            }
        }));
        return 0;
    }
}

using System.Diagnostics;
using Wellread.Storage;

namespace Wellread.Benchmarks;

/// <summary>
/// Upserts a second into SQLite with 1, 8 and 64 committers at once, each waiting for its own commit to be on the disk. The figures of one
/// run are compared with each other, as group commit is what they show; figures of two machines say more about their disks.
/// </summary>
internal static class StorageBenchmark
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("wellread-benchmark-");
        try
        {
            await using var storage = new SqliteStorage(Path.Combine(folder.FullName, "wellread.db"), TimeProvider.System);
            await storage.OpenAsync(CancellationToken.None);
            await MeasureAsync(storage, committers: 8);

            Console.WriteLine("Upserts of a 3,000 byte document with its rank and log entry, one batch each, synchronous=FULL");
            var single = 0.0;
            foreach (var committers in new[] { 1, 8, 64 })
            {
                var rate = await MeasureAsync(storage, committers);
                if (committers == 1) single = rate;
                Console.WriteLine($"{committers,3} committers: {rate,9:N0} upserts/s, {rate / single,5:N1} times one committer");
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(SqliteStorage storage, int committers)
    {
        var body = new byte[3000];
        var count = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, committers).Select(async committer =>
        {
            for (var i = 0; watch.Elapsed < Span; i++)
            {
                var id = $"{committer}-{i % 1000}";
                var batch = new StorageBatch(Partitions.Library).Put("article", id, body).Rank("quality", id, i).Log("article", id);
                if (await storage.CommitAsync(batch, CancellationToken.None) is not CommitResult.Committed)
                    throw new InvalidOperationException("A batch was not committed.");
                Interlocked.Increment(ref count);
            }
        }));
        return count / watch.Elapsed.TotalSeconds;
    }
}

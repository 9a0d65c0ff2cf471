using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Storage;

/// <summary>kill -9 while eight committers write: whatever was acknowledged is there, whole, and the file is sound.</summary>
public sealed class SqliteDurabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.Path("wellread.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Five_kills_lose_nothing_that_was_acknowledged()
    {
        var acknowledged = new List<string>();
        foreach (var lines in new[] { 1, 20, 100, 300, 700 })
        {
            acknowledged.AddRange(await WriteUntilKilledAsync(lines));
            await AssertAllThereAsync(acknowledged);
        }
    }

    private async Task<List<string>> WriteUntilKilledAsync(int lines)
    {
        var child = Path.Combine(AppContext.BaseDirectory, "Wellread.Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [child, "durability", File]) { RedirectStandardOutput = true })!;
        var ids = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } id)
        {
            ids.Add(id);
            if (ids.Count == lines) process.Kill();
        }
        await process.WaitForExitAsync();
        Assert.True(ids.Count >= lines, "The writing process ended by itself.");
        // The kill can cut the last line short; then its id is a beginning of one that nobody was told.
        return ids[..^1];
    }

    private async Task AssertAllThereAsync(List<string> acknowledged)
    {
        await using (var storage = new SqliteStorage(File, TimeProvider.System))
        {
            await storage.OpenAsync(CancellationToken.None);
            var found = await storage.GetManyAsync(Partitions.Library, "article", acknowledged, CancellationToken.None);
            Assert.Equal(acknowledged, found.Select(document => Encoding.ASCII.GetString(document.Body.Span)));

            // A batch is whole or not there: each document has its rank and its log entry.
            var documents = new HashSet<string>();
            await foreach (var document in storage.ListAsync(Partitions.Library, "article", CancellationToken.None)) documents.Add(document.Id);
            var ranked = await storage.ReadRankedAsync(Partitions.Library, "quality", int.MaxValue, null, CancellationToken.None);
            Assert.Equal(documents, ranked.Select(member => member.Member).ToHashSet());
            var log = await storage.ReadLogAsync(Partitions.Library, 0, int.MaxValue, CancellationToken.None);
            Assert.Equal(documents, log.Entries.Select(entry => entry.Id).ToHashSet());
        }
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", await check.ExecuteScalarAsync());
    }
}

using Microsoft.Data.Sqlite;
using Wellread.Storage;

namespace Wellread.Tests.Storage;

/// <summary>The file: what is made, what is refused, and what happens when it can't be written.</summary>
public sealed partial class SqliteStorageTests
{
    [Fact]
    public async Task What_was_written_is_there_after_the_file_is_opened_again()
    {
        var mine = await Store.TryAcquireLeaseAsync(P, "refresh", "me", TimeSpan.FromMinutes(1), None);
        await CommitAsync(Batch().Put("article", "a", Bytes("1")).Rank("r", "a", 1).Log("article", "a"));
        await Store.DisposeAsync();
        Assert.Equal(["wellread.db"], Directory.GetFiles(_folder.Path("deep/er")).Select(Path.GetFileName));

        var again = await OpenAsync();
        Assert.Equal("1", Text(await again.GetAsync(P, "article", "a", None)));
        Assert.Equal([new RankedMember("a", 1)], await again.ReadRankedAsync(P, "r", 10, null, None));
        Assert.Equal(1, (await again.ReadLogAsync(P, 0, 10, None)).Last);
        Assert.Null(await again.TryAcquireLeaseAsync(P, "refresh", "you", TimeSpan.FromMinutes(1), None));
        Assert.True(await again.RenewLeaseAsync(mine!, TimeSpan.FromMinutes(1), None));
    }

    [Theory]
    [InlineData("Dear practice, this is not a database. It is longer than the hundred bytes that a SQLite file begins with, though.")]
    [InlineData("short")]
    public async Task A_file_that_is_not_a_database_is_refused_and_left_alone(string text)
    {
        var path = _folder.Path("letter.txt");
        await System.IO.File.WriteAllTextAsync(path, text);

        await AssertRefusedAsync(path, "is not a SQLite database");
        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        var path = _folder.Path("other.db");
        Run(path, "CREATE TABLE customers (name TEXT)");
        var before = await System.IO.File.ReadAllBytesAsync(path);

        await AssertRefusedAsync(path, "belongs to another program");
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await Store.DisposeAsync();
        Run(File, "PRAGMA user_version = 99");
        var before = await System.IO.File.ReadAllBytesAsync(File);

        await AssertRefusedAsync(File, "was written by a newer Wellread (schema 99");
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_file_that_was_cut_short_is_refused_and_left_alone()
    {
        await CommitAsync(Batch().Put("article", "a", new byte[100_000]));
        await Store.DisposeAsync();
        await using (var file = System.IO.File.OpenWrite(File)) file.SetLength(file.Length / 4096 / 2 * 4096);
        var before = await System.IO.File.ReadAllBytesAsync(File);

        await AssertRefusedAsync(File, "is damaged");
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_file_that_was_overwritten_in_its_middle_is_refused_and_left_alone()
    {
        for (var i = 0; i < 400; i++) await CommitAsync(Batch().Put("article", $"{i}", new byte[1000]).Rank("r", $"{i}", i));
        await Store.DisposeAsync();
        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = file.Length / 2;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 20_000).ToArray());
        }
        var before = await System.IO.File.ReadAllBytesAsync(File);

        await AssertRefusedAsync(File, "is damaged");
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public async Task A_path_that_is_a_folder_or_lies_below_a_file_is_refused()
    {
        await AssertRefusedAsync(_folder.Root, "can't be opened");
        await AssertRefusedAsync(Path.Combine(File, "below.db"), "can't be made");
    }

    [Fact]
    public async Task An_older_schema_takes_the_steps_that_are_missing_and_keeps_its_data()
    {
        await CommitAsync(Batch().Put("article", "a", Bytes("1")));
        await Store.DisposeAsync();
        string[] steps = [.. SqliteSchema.Steps, "CREATE TABLE added (id TEXT) STRICT", "INSERT INTO added SELECT id FROM documents"];

        new SqliteFile(File, TimeSpan.FromSeconds(1)).Prepare(steps);
        new SqliteFile(File, TimeSpan.FromSeconds(1)).Prepare(steps);

        Assert.Equal(steps.Length, (long)Run(File, "PRAGMA user_version")!);
        Assert.Equal("a", Run(File, "SELECT group_concat(id) FROM added"));
    }

    [Fact]
    public async Task A_schema_step_that_fails_leaves_the_schema_as_it_was()
    {
        await Store.DisposeAsync();
        string[] steps = [.. SqliteSchema.Steps, "CREATE TABLE added (id TEXT) STRICT", "INSERT INTO nowhere VALUES (1)"];

        Assert.Throws<StorageRefusedException>(() => new SqliteFile(File, TimeSpan.FromSeconds(1)).Prepare(steps));

        Assert.Equal((long)SqliteSchema.Steps.Count, Run(File, "PRAGMA user_version"));
        Assert.Equal(0L, Run(File, "SELECT count(*) FROM sqlite_schema WHERE name = 'added'"));
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_unavailable_for_writing_and_then_free_again()
    {
        await using var storage = new SqliteStorage(File, _time, busyTimeout: TimeSpan.FromMilliseconds(50));
        await storage.OpenAsync(None);
        await storage.CommitAsync(Batch().Put("article", "a", Bytes("1")), None);
        await using (var other = Open(File))
        {
            Run(other, "BEGIN IMMEDIATE");
            var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(
                () => storage.CommitAsync(Batch().Put("article", "a", Bytes("2")), None));
            Assert.Equal($"The SQLite file '{File}' is locked by another program.", refusal.Message);
            Assert.Equal("1", Text(await storage.GetAsync(P, "article", "a", None)));
            Assert.False((await storage.CheckAsync(None)).Available);
        }

        Assert.True((await storage.CheckAsync(None)).Available);
        Assert.IsType<CommitResult.Committed>(await storage.CommitAsync(Batch().Put("article", "a", Bytes("3")), None));
    }

    [Fact]
    public async Task A_file_that_was_removed_takes_no_writes_and_is_reported()
    {
        foreach (var file in Directory.GetFiles(_folder.Path("deep/er"))) System.IO.File.Delete(file);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => CommitAsync(Batch().Log("article", "a")));
        var status = await Store.CheckAsync(None);
        Assert.False(status.Available);
        Assert.StartsWith($"The SQLite file '{File}' is gone;", status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_that_start_together_on_a_new_file_both_start()
    {
        var path = _folder.Path("new.db");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var storage = new SqliteStorage(path, _time);
            await storage.OpenAsync(None);
            await storage.CommitAsync(Batch().Log("article", "a"), None);
        })));
        Assert.Equal(8L, Run(path, "SELECT last FROM logs"));
    }

    private static async Task AssertRefusedAsync(string path, string reason)
    {
        await using var storage = new SqliteStorage(path, TimeProvider.System);
        var refusal = await Assert.ThrowsAsync<StorageRefusedException>(() => storage.OpenAsync(None));
        Assert.Contains($"'{path}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private static SqliteConnection Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object? Run(string path, string sql)
    {
        using var connection = Open(path);
        return Run(connection, sql);
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}

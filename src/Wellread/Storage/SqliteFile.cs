using Microsoft.Data.Sqlite;

namespace Wellread.Storage;

/// <summary>The database file: made or checked once at start, then opened by the writer and the readers.</summary>
internal sealed class SqliteFile(string path, TimeSpan busyTimeout)
{
    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>
    /// Creates the file and its folder, or checks what is there and brings it to this version's schema. Throws
    /// <see cref="StorageRefusedException"/>, naming the file; what isn't ours is never written to.
    /// </summary>
    public void Prepare(IReadOnlyList<string> steps)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            using var connection = Open();
            SqliteSchema.Check(connection, Path, steps);
            if (!SqliteSchema.IsSound(connection)) throw Damaged("is damaged");
            Configure(connection);
            SqliteSchema.Upgrade(connection, steps);
        }
        catch (SqliteException exception) when (SqliteErrors.IsDamage(exception))
        {
            throw Damaged(SqliteErrors.Describe(exception), exception);
        }
        catch (SqliteException exception)
        {
            throw new StorageRefusedException($"The SQLite file '{Path}' {SqliteErrors.Describe(exception)}.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageRefusedException(
                $"The folder of the SQLite file '{Path}' can't be made; check that this user may write there.", exception);
        }
    }

    /// <summary>SQLite would go on writing, for nobody, into a file that was removed from its folder.</summary>
    public void CheckThere()
    {
        if (!File.Exists(Path))
            throw new StorageUnavailableException($"The SQLite file '{Path}' is gone; stop Wellread, put the file back and start it again.");
    }

    public SqliteStatements OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWrite);
        Configure(connection);
        return new SqliteStatements(connection);
    }

    public SqliteStatements OpenReader()
    {
        var connection = Open(SqliteOpenMode.ReadWrite);
        SqliteSchema.Run(connection, $"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA query_only = 1");
        return new SqliteStatements(connection);
    }

    private long BusyMilliseconds => (long)busyTimeout.TotalMilliseconds;

    /// <summary>
    /// Full synchronisation waits for the disk at each commit; on macOS only the two fullfsync settings reach the platter. The log is moved
    /// into the file each 16 MB, four times SQLite's default: at 4 MB one upsert in five went to checkpoints.
    /// </summary>
    private void Configure(SqliteConnection connection) => SqliteSchema.Run(connection, $"""
        PRAGMA busy_timeout = {BusyMilliseconds};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA fullfsync = 1;
        PRAGMA checkpoint_fullfsync = 1;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA journal_size_limit = 67108864
        """);

    private SqliteConnection Open(SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            // A closed connection lets go of the file; the few there are live as long as the store.
            Pooling = false,
            // The client repeats a busy statement by itself for this long, beyond SQLite's own wait.
            DefaultTimeout = Math.Max(1, (int)busyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private StorageRefusedException Damaged(string how, Exception? exception = null) =>
        new($"The file '{Path}' {how}; it was left as it is: put a backup back, or set Storage:Connection to another path.", exception!);
}

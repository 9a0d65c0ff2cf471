using Microsoft.Data.Sqlite;

namespace Wellread.Storage;

/// <summary>
/// The tables, as steps from one schema version to the next. <c>user_version</c> counts the steps taken; a step that was released is never
/// changed, only followed by another.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>Marks a file as Wellread's ("WLRD"), so that another program's database is never written to.</summary>
    public const int ApplicationId = 0x574C5244;

    public static string SetApplicationId { get; } = $"PRAGMA application_id = {ApplicationId}";

    /// <summary>
    /// Documents have rowids, because their bodies are far larger than a key; the others are trees over their key. A log's position and a
    /// lease's token live on after the last entry or grant, so that neither is ever given twice.
    /// </summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        """
        CREATE TABLE documents (
            partition TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
            PRIMARY KEY (partition, kind, id)) STRICT;
        CREATE TABLE ranks (
            partition TEXT NOT NULL, name TEXT NOT NULL, member TEXT NOT NULL, rank REAL NOT NULL,
            PRIMARY KEY (partition, name, member)) STRICT, WITHOUT ROWID;
        CREATE INDEX ranks_in_order ON ranks (partition, name, rank DESC, member);
        CREATE TABLE logs (
            partition TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE log_entries (
            partition TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
            PRIMARY KEY (partition, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE leases (
            partition TEXT NOT NULL, name TEXT NOT NULL, owner TEXT NOT NULL, token INTEGER NOT NULL, expires INTEGER NOT NULL,
            PRIMARY KEY (partition, name)) STRICT, WITHOUT ROWID;
        """,
    ];

    /// <summary>Reads only. Throws <see cref="StorageRefusedException"/> for a file that isn't Wellread's or that a newer Wellread wrote.</summary>
    public static void Check(SqliteConnection connection, string path, IReadOnlyList<string> steps)
    {
        Run(connection, "BEGIN");
        var version = Number(connection, "PRAGMA user_version");
        var application = Number(connection, "PRAGMA application_id");
        var isEmpty = Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        Run(connection, "COMMIT");
        if (isEmpty && application == 0 && version == 0) return;
        if (application != ApplicationId)
        {
            throw new StorageRefusedException(
                $"The SQLite file '{path}' belongs to another program, so Wellread leaves it alone; set Storage:Connection to another path.");
        }
        if (version > steps.Count)
        {
            throw new StorageRefusedException(
                $"The SQLite file '{path}' was written by a newer Wellread (schema {version}, this one knows {steps.Count}); run the newer one, or put a backup back.");
        }
    }

    /// <summary>Whether the file's pages hang together. Reads all of it: 0.4 s for 100,000 documents in 430 MB.</summary>
    public static bool IsSound(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return command.ExecuteScalar() is "ok";
    }

    /// <summary>Takes the steps that are missing, all of them or none.</summary>
    public static void Upgrade(SqliteConnection connection, IReadOnlyList<string> steps)
    {
        if (Number(connection, "PRAGMA user_version") == steps.Count) return;
        Run(connection, "BEGIN IMMEDIATE");
        // Another instance may have taken them while this one waited for the lock.
        for (var version = Number(connection, "PRAGMA user_version"); version < steps.Count; version++)
            Run(connection, steps[(int)version]);
        Run(connection, $"{SetApplicationId}; PRAGMA user_version = {steps.Count}; COMMIT");
    }

    internal static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

using Microsoft.Data.Sqlite;

namespace Wellread.Storage;

/// <summary>SQLite's result codes (sqlite.org/rescode.html) in an operator's words.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26;

    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NotADatabase;

    public static StorageUnavailableException Unavailable(string path, SqliteException exception) =>
        new($"The SQLite file '{path}' {Describe(exception)}.", exception);

    public static string Describe(SqliteException exception) => exception.SqliteErrorCode switch
    {
        Busy or Locked => "is locked by another program",
        ReadOnly => "can't be written: it, its folder or its disk is read-only",
        IoError => "can't be read or written: the disk reports an error",
        Corrupt => "is damaged",
        NotADatabase => "is not a SQLite database, or its beginning is damaged",
        Full => "can't grow: the disk is full",
        CantOpen => "can't be opened: check that its folder exists and that this user may write there",
        var code => $"can't be used (SQLite result {code})",
    };
}

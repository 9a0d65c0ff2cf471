namespace Wellread.Storage;

/// <summary>What runs on a read connection.</summary>
internal static class SqliteReads
{
    // A page ends at whichever comes first, so that neither many nor large documents fill the memory.
    private const int PageDocuments = 500, PageBytes = 4 * 1024 * 1024;

    public static StoredDocument? Get(SqliteStatements db, string partition, string kind, string id)
    {
        using var rows = db.Query("SELECT body, version FROM documents WHERE partition = $1 AND kind = $2 AND id = $3", partition, kind, id);
        return rows.Read() ? new StoredDocument(kind, id, rows.GetFieldValue<byte[]>(0), rows.GetInt64(1)) : null;
    }

    /// <summary>Documents behind <paramref name="after"/> in the order of their ids; none at the end.</summary>
    public static List<StoredDocument> Page(SqliteStatements db, string partition, string kind, string after)
    {
        var page = new List<StoredDocument>();
        var bytes = 0;
        using var rows = db.Query(
            "SELECT id, body, version FROM documents WHERE partition = $1 AND kind = $2 AND id > $3 ORDER BY id LIMIT $4",
            partition, kind, after, PageDocuments);
        while (bytes < PageBytes && rows.Read())
        {
            var body = rows.GetFieldValue<byte[]>(1);
            bytes += body.Length;
            page.Add(new StoredDocument(kind, rows.GetString(0), body, rows.GetInt64(2)));
        }
        return page;
    }

    public static List<RankedMember> Ranked(SqliteStatements db, string partition, string set, int limit, RankedMember? after)
    {
        var members = new List<RankedMember>();
        using var rows = after is { } behind
            ? db.Query(
                """
                SELECT member, rank FROM ranks
                WHERE partition = $1 AND name = $2 AND rank <= $4 AND (rank < $4 OR member > $5)
                ORDER BY rank DESC, member LIMIT $3
                """,
                partition, set, limit, behind.Rank, behind.Member)
            : db.Query(
                "SELECT member, rank FROM ranks WHERE partition = $1 AND name = $2 ORDER BY rank DESC, member LIMIT $3", partition, set, limit);
        while (rows.Read()) members.Add(new RankedMember(rows.GetString(0), rows.GetDouble(1)));
        return members;
    }

    public static LogPage Log(SqliteStatements db, string partition, long after, int limit)
    {
        var last = (long?)db.Scalar("SELECT last FROM logs WHERE partition = $1", partition) ?? 0;
        // Positions have no gaps here, so what stands before the first entry was dropped.
        var first = db.Scalar("SELECT min(position) FROM log_entries WHERE partition = $1", partition) as long? ?? 1;
        if (after > last || after < first - 1) return new LogPage([], last, Truncated: true);

        var entries = new List<LogEntry>();
        using var rows = db.Query(
            "SELECT position, kind, id FROM log_entries WHERE partition = $1 AND position > $2 ORDER BY position LIMIT $3",
            partition, after, limit);
        while (rows.Read()) entries.Add(new LogEntry(rows.GetInt64(0), rows.GetString(1), rows.GetString(2)));
        return new LogPage(entries, entries.Count > 0 ? entries[^1].Position : after, Truncated: false);
    }
}

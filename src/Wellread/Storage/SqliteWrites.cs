using System.Runtime.InteropServices;

namespace Wellread.Storage;

/// <summary>What runs inside the writer's transaction: a batch, and the three steps of a lease.</summary>
internal static class SqliteWrites
{
    public static (CommitResult Result, bool Keep) Commit(SqliteStatements db, StorageBatch batch, int logLimit)
    {
        if (batch.Fence is { } lease && CurrentToken(db, lease.Partition, lease.Name) != lease.Token)
            return (new CommitResult.Fenced(), false);
        var last = (long?)db.Scalar("SELECT last FROM logs WHERE partition = $1", batch.Partition) ?? 0;
        var first = last;
        foreach (var write in batch.Writes)
        {
            switch (write)
            {
                case StorageWrite.Put put:
                    if (!TryPut(db, batch.Partition, put)) return (new CommitResult.Conflict(put.Kind, put.Id), false);
                    break;
                case StorageWrite.Delete delete:
                    db.Execute("DELETE FROM documents WHERE partition = $1 AND kind = $2 AND id = $3", batch.Partition, delete.Kind, delete.Id);
                    break;
                case StorageWrite.Rank rank:
                    db.Execute(
                        "INSERT INTO ranks VALUES ($1, $2, $3, $4) ON CONFLICT DO UPDATE SET rank = excluded.rank",
                        batch.Partition, rank.Set, rank.Member, rank.Value);
                    break;
                case StorageWrite.Unrank unrank:
                    db.Execute(
                        "DELETE FROM ranks WHERE partition = $1 AND name = $2 AND member = $3", batch.Partition, unrank.Set, unrank.Member);
                    break;
                case StorageWrite.Log log:
                    db.Execute("INSERT INTO log_entries VALUES ($1, $2, $3, $4)", batch.Partition, ++last, log.Kind, log.Id);
                    break;
            }
        }
        if (last > first) EndLog(db, batch.Partition, last, logLimit);
        return (new CommitResult.Committed(last), true);
    }

    public static (Lease? Result, bool Keep) AcquireLease(
        SqliteStatements db, string partition, string name, string owner, long now, long milliseconds)
    {
        // One statement decides and grants: nothing comes back while another owner's lease has not run out.
        var token = (long?)db.Scalar(
            """
            INSERT INTO leases VALUES ($1, $2, $3, 1, $4 + $5)
            ON CONFLICT DO UPDATE SET owner = excluded.owner, token = token + 1, expires = excluded.expires
                WHERE owner = excluded.owner OR expires <= $4
            RETURNING token
            """,
            partition, name, owner, now, milliseconds);
        return (token is { } granted ? new Lease(partition, name, owner, granted) : null, true);
    }

    public static (bool Result, bool Keep) RenewLease(SqliteStatements db, Lease lease, long now, long milliseconds) =>
        (db.Execute(
            "UPDATE leases SET expires = $4 + $5 WHERE partition = $1 AND name = $2 AND token = $3 AND expires > $4",
            lease.Partition, lease.Name, lease.Token, now, milliseconds) == 1, true);

    public static (bool Result, bool Keep) ReleaseLease(SqliteStatements db, Lease lease) =>
        (db.Execute(
            "UPDATE leases SET expires = 0 WHERE partition = $1 AND name = $2 AND token = $3", lease.Partition, lease.Name, lease.Token) == 1, true);

    public static (bool Result, bool Keep) ForgetLease(SqliteStatements db, string partition, string name) =>
        (db.Execute("DELETE FROM leases WHERE partition = $1 AND name = $2", partition, name) == 1, true);

    private static long CurrentToken(SqliteStatements db, string partition, string name) =>
        (long?)db.Scalar("SELECT token FROM leases WHERE partition = $1 AND name = $2", partition, name) ?? 0;

    private static bool TryPut(SqliteStatements db, string partition, StorageWrite.Put put)
    {
        var body = Bytes(put.Body);
        return put.ExpectedVersion switch
        {
            null => db.Execute(
                "INSERT INTO documents VALUES ($1, $2, $3, 1, $4) ON CONFLICT DO UPDATE SET version = version + 1, body = excluded.body",
                partition, put.Kind, put.Id, body) == 1,
            0 => db.Execute(
                "INSERT INTO documents VALUES ($1, $2, $3, 1, $4) ON CONFLICT DO NOTHING", partition, put.Kind, put.Id, body) == 1,
            { } version => db.Execute(
                "UPDATE documents SET version = version + 1, body = $4 WHERE partition = $1 AND kind = $2 AND id = $3 AND version = $5",
                partition, put.Kind, put.Id, body, version) == 1,
        };
    }

    private static void EndLog(SqliteStatements db, string partition, long last, int limit)
    {
        db.Execute("INSERT INTO logs VALUES ($1, $2) ON CONFLICT DO UPDATE SET last = excluded.last", partition, last);
        db.Execute("DELETE FROM log_entries WHERE partition = $1 AND position <= $2", partition, last - limit);
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : body.ToArray();
}

using Wellread.Platform;

namespace Wellread.Storage;

/// <summary>A document as stored. <paramref name="Version"/> counts its writes from 1.</summary>
internal sealed record StoredDocument(string Kind, string Id, ReadOnlyMemory<byte> Body, long Version);

/// <summary>A member of a ranked set. Ranks are finite.</summary>
internal readonly record struct RankedMember(string Member, double Rank);

/// <summary>One change that a batch announced. Positions grow by commit order within a partition; gaps are allowed.</summary>
internal readonly record struct LogEntry(long Position, string Kind, string Id);

/// <summary>
/// A stretch of the log. <paramref name="Last"/> is the position to continue from. <paramref name="Truncated"/> says that entries behind
/// the asked position were already dropped, or that the log ends before it because the store was put back or emptied: there are no entries
/// then, <paramref name="Last"/> is the log's end, and whoever follows the log rebuilds from the documents and then continues from there.
/// </summary>
internal sealed record LogPage(IReadOnlyList<LogEntry> Entries, long Last, bool Truncated);

/// <summary>A grant to one owner. A batch that carries it is refused once a newer grant of the same name was given.</summary>
internal sealed record Lease(string Partition, string Name, string Owner, long Token);

/// <summary>Whether the store answers; <paramref name="Durable"/> false means that acknowledged writes can be lost. <paramref name="Detail"/> says so in plain words.</summary>
internal sealed record StorageStatus(bool Available, bool Durable, string Detail);

/// <summary>What became of a batch.</summary>
internal abstract record CommitResult
{
    private CommitResult() { }

    /// <summary>Durable. <paramref name="LogPosition"/> is the partition's last log position after it.</summary>
    internal sealed record Committed(long LogPosition) : CommitResult;

    /// <summary>Nothing was written: a document had another version than the batch expected.</summary>
    internal sealed record Conflict(string Kind, string Id) : CommitResult;

    /// <summary>Nothing was written: the batch's lease has passed to another owner.</summary>
    internal sealed record Fenced : CommitResult;
}

/// <summary>The store can't be reached, or refuses to write. The edge answers 503 with Retry-After.</summary>
internal sealed class StorageUnavailableException : DependencyUnavailableException
{
    public StorageUnavailableException() { }

    public StorageUnavailableException(string message) : base(message) { }

    public StorageUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>The store can't be used as it stands, and trying again won't help: an operator has to act. The message is one sentence that says how.</summary>
internal sealed class StorageRefusedException : StartRefusedException
{
    public StorageRefusedException() { }

    public StorageRefusedException(string message) : base(message) { }

    public StorageRefusedException(string message, Exception innerException) : base(message, innerException) { }
}

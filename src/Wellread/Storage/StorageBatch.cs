namespace Wellread.Storage;

/// <summary>Writes to one partition that happen together or not at all, applied in the order given.</summary>
internal sealed class StorageBatch(string partition)
{
    private readonly List<StorageWrite> _writes = [];

    public string Partition { get; } = Checked(partition);

    public IReadOnlyList<StorageWrite> Writes => _writes;

    public Lease? Fence { get; private set; }

    /// <summary>
    /// Writes a document of at most <see cref="StorageLimits.BodyBytes"/>. <paramref name="expectedVersion"/>: null = whatever is there,
    /// 0 = must not exist yet, n = must be at version n, counting what the batch itself wrote before. The body must not change until the
    /// commit has ended.
    /// </summary>
    public StorageBatch Put(string kind, string id, ReadOnlyMemory<byte> body, long? expectedVersion = null)
    {
        StorageLimits.CheckName(kind);
        StorageLimits.CheckName(id);
        if (body.Length > StorageLimits.BodyBytes)
            throw new ArgumentException($"A document has at most {StorageLimits.BodyBytes} bytes.", nameof(body));
        if (expectedVersion is { } version) ArgumentOutOfRangeException.ThrowIfNegative(version, nameof(expectedVersion));
        _writes.Add(new StorageWrite.Put(kind, id, body, expectedVersion));
        return this;
    }

    /// <summary>Removes a document, if it is there. Written again, it counts its versions from 1 again.</summary>
    public StorageBatch Delete(string kind, string id)
    {
        StorageLimits.CheckName(kind);
        StorageLimits.CheckName(id);
        _writes.Add(new StorageWrite.Delete(kind, id));
        return this;
    }

    /// <summary>Puts a member into a ranked set, or moves it.</summary>
    public StorageBatch Rank(string set, string member, double rank)
    {
        StorageLimits.CheckName(set);
        StorageLimits.CheckName(member);
        if (!double.IsFinite(rank)) throw new ArgumentOutOfRangeException(nameof(rank), rank, "A rank is a finite number.");
        // Adding zero turns minus zero into zero, so that the two are not told apart.
        _writes.Add(new StorageWrite.Rank(set, member, rank + 0.0));
        return this;
    }

    /// <summary>Takes a member out of a ranked set, if it is there.</summary>
    public StorageBatch Unrank(string set, string member)
    {
        StorageLimits.CheckName(set);
        StorageLimits.CheckName(member);
        _writes.Add(new StorageWrite.Unrank(set, member));
        return this;
    }

    /// <summary>Announces a change to whoever follows the partition's log.</summary>
    public StorageBatch Log(string kind, string id)
    {
        StorageLimits.CheckName(kind);
        StorageLimits.CheckName(id);
        _writes.Add(new StorageWrite.Log(kind, id));
        return this;
    }

    /// <summary>Makes the commit fail with <see cref="CommitResult.Fenced"/> once the lease was granted anew to anyone. The lease is of the same partition.</summary>
    public StorageBatch FenceBy(Lease lease)
    {
        if (lease.Partition != Partition) throw new ArgumentException("The lease is of another partition.", nameof(lease));
        Fence = lease;
        return this;
    }

    private static string Checked(string partition)
    {
        StorageLimits.CheckName(partition);
        return partition;
    }
}

/// <summary>One write of a batch.</summary>
internal abstract record StorageWrite
{
    private StorageWrite() { }

    internal sealed record Put(string Kind, string Id, ReadOnlyMemory<byte> Body, long? ExpectedVersion) : StorageWrite;

    internal sealed record Delete(string Kind, string Id) : StorageWrite;

    internal sealed record Rank(string Set, string Member, double Value) : StorageWrite;

    internal sealed record Unrank(string Set, string Member) : StorageWrite;

    internal sealed record Log(string Kind, string Id) : StorageWrite;
}

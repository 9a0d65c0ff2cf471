using System.Text;
using Wellread.Storage;

namespace Wellread.Tests.Storage;

/// <summary>What <see cref="IStorage"/> promises, asked of each engine.</summary>
public abstract partial class StorageContractTests : IAsyncLifetime
{
    private protected const string P = "library";
    private protected static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly List<IStorage> _opened = [];

    private protected IStorage Store { get; private set; } = null!;

    /// <summary>A further instance over the same store.</summary>
    private protected abstract IStorage Create(int logLimit);

    /// <summary>Lets the time of a lease run out.</summary>
    private protected abstract Task ExpireAsync(Lease lease);

    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    private protected virtual Task CleanAsync() => Task.CompletedTask;

    private protected async Task<IStorage> OpenAsync(int logLimit = StorageLimits.LogEntries)
    {
        var storage = Create(logLimit);
        _opened.Add(storage);
        await storage.OpenAsync(None);
        return storage;
    }

    public async Task InitializeAsync()
    {
        await PrepareAsync();
        Store = await OpenAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var storage in _opened) await storage.DisposeAsync();
        await CleanAsync();
    }

    private protected static StorageBatch Batch(string partition = P) => new(partition);

    private protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private protected static string Text(StoredDocument? document) =>
        Encoding.UTF8.GetString((document ?? throw new InvalidOperationException("There is no such document.")).Body.Span);

    private protected Task<CommitResult> CommitAsync(StorageBatch batch) => Store.CommitAsync(batch, None);

    private async Task<Lease> LeaseAsync(string owner) =>
        await Store.TryAcquireLeaseAsync(P, "refresh", owner, Minute, None) ?? throw new InvalidOperationException("The lease is taken.");

    private async Task<List<StoredDocument>> ListAsync(string kind)
    {
        var documents = new List<StoredDocument>();
        await foreach (var document in Store.ListAsync(P, kind, None)) documents.Add(document);
        return documents;
    }
}

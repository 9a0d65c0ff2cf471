using Microsoft.Extensions.Time.Testing;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Storage;

/// <summary>The contract on SQLite, and what only a file has.</summary>
public sealed partial class SqliteStorageTests : StorageContractTests, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    private string File => _folder.Path("deep/er/wellread.db");

    public void Dispose() => _folder.Dispose();

    private protected override IStorage Create(int logLimit) => new SqliteStorage(File, _time, logLimit: logLimit);

    private protected override Task ExpireAsync(Lease lease)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        return Task.CompletedTask;
    }
}

using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Wellread.Storage;

/// <summary>A few read connections. A read is short and runs on its caller's thread; each sees one moment of the store.</summary>
internal sealed class SqliteReaders(SqliteFile file, int count) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(count);
    private readonly ConcurrentBag<SqliteStatements> _idle = [];
    private volatile bool _isClosed;

    public async Task<T> ReadAsync<T>(Func<SqliteStatements, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            if (_isClosed) throw new StorageUnavailableException("The store is closed.");
            return Read(read);
        }
        catch (SqliteException exception)
        {
            throw SqliteErrors.Unavailable(file.Path, exception);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for the reads under way.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        for (var i = 0; i < count; i++) await _free.WaitAsync();
        while (_idle.TryTake(out var statements)) statements.Dispose();
        _free.Release(count);
    }

    private T Read<T>(Func<SqliteStatements, T> read)
    {
        var statements = _idle.TryTake(out var idle) ? idle : file.OpenReader();
        try
        {
            statements.Execute("BEGIN");
            var result = read(statements);
            statements.Execute("COMMIT");
            _idle.Add(statements);
            return result;
        }
        catch
        {
            // A connection that failed is closed, not reused: the next read opens a fresh one.
            statements.Dispose();
            throw;
        }
    }
}

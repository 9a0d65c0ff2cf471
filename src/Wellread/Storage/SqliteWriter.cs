using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Wellread.Storage;

/// <summary>
/// The one writer. It takes whatever waits, puts it into one transaction, each write in its own savepoint, and acknowledges all of them
/// after the commit: one wait for the disk serves the whole group.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int GroupLimit = 256;

    private readonly Channel<Pending> _queue =
        Channel.CreateBounded<Pending>(new BoundedChannelOptions(1024) { SingleReader = true });

    private readonly SqliteFile _file;
    private readonly Task _loop;
    private SqliteStatements? _statements;
    private volatile StorageUnavailableException? _trouble;

    public SqliteWriter(SqliteFile file)
    {
        _file = file;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>What the last group that failed said; null once one has gone through again.</summary>
    public StorageUnavailableException? Trouble => _trouble;

    /// <summary>Runs <paramref name="write"/> in the writer's transaction. It gives its result, and whether what it did is to be kept.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteStatements, (T Result, bool Keep)> write, CancellationToken cancellationToken)
    {
        var pending = new Pending<T>(write, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new StorageUnavailableException("The store is closed.", exception);
        }
        return await pending.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Finishes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _statements?.Dispose();
        _statements = null;
    }

    private async Task RunAsync()
    {
        var group = new List<Pending>(GroupLimit);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < GroupLimit && _queue.Reader.TryRead(out var pending))
                if (!pending.IsCancelled) group.Add(pending);
            if (group.Count > 0) WriteGroup(group);
            group.Clear();
        }
    }

    private void WriteGroup(List<Pending> group)
    {
        try
        {
            _file.CheckThere();
            _statements ??= _file.OpenWriter();
            _statements.Execute("BEGIN IMMEDIATE");
            foreach (var pending in group) Write(_statements, pending);
            _statements.Execute("COMMIT");
            _trouble = null;
            foreach (var pending in group) pending.Acknowledge();
        }
#pragma warning disable CA1031 // The loop outlives every failure; each caller gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Closing rolls back whatever is open. The next group begins on a fresh connection, so the store heals without a restart.
            _statements?.Dispose();
            _statements = null;
            var failure = exception is SqliteException sqlite ? SqliteErrors.Unavailable(_file.Path, sqlite) : exception;
            _trouble = failure as StorageUnavailableException;
            foreach (var pending in group) pending.Fail(failure);
        }
    }

    private static void Write(SqliteStatements statements, Pending pending)
    {
        statements.Execute("SAVEPOINT one");
        if (!pending.Run(statements)) statements.Execute("ROLLBACK TO one");
        statements.Execute("RELEASE one");
    }

    private abstract class Pending(CancellationToken cancellationToken)
    {
        public bool IsCancelled => cancellationToken.IsCancellationRequested;

        /// <summary>False asks for this write alone to be rolled back.</summary>
        public abstract bool Run(SqliteStatements statements);

        public abstract void Acknowledge();

        public abstract void Fail(Exception exception);
    }

    private sealed class Pending<T>(Func<SqliteStatements, (T Result, bool Keep)> write, CancellationToken cancellationToken)
        : Pending(cancellationToken)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _done.Task;

        public override bool Run(SqliteStatements statements)
        {
            (_result, var keep) = write(statements);
            return keep;
        }

        public override void Acknowledge() => _done.TrySetResult(_result!);

        public override void Fail(Exception exception) => _done.TrySetException(exception);
    }
}

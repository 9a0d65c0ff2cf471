using StackExchange.Redis;

namespace Wellread.Storage;

/// <summary>The one connection to Redis. It comes back by itself; meanwhile every question ends within two seconds, or <paramref name="patience"/>.</summary>
internal sealed partial class RedisLink(StorageConnection.Redis address, ILogger logger, TimeProvider time, TimeSpan? patience = null) : IAsyncDisposable
{
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromMilliseconds(1500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // A Redis that hangs lets every caller wait. After this many in a row only one in each pause still does.
    private const int TimeoutsBeforePause = 5;

    private ConnectionMultiplexer? _redis;
    private int _timeouts;
    private long _nextTrial;
    private int _isLost;
    private volatile Exception? _cause;

    /// <summary>The connection was lost or is back: what was known of the server may no longer hold.</summary>
    public event Action? Changed;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var redis = await ConnectionMultiplexer.ConnectAsync(Configure()).WaitAsync(cancellationToken);
        var told = new TaskCompletionSource();
        redis.ConnectionFailed += (_, change) =>
        {
            if (change.ConnectionType != ConnectionType.Interactive) return;
            OnLost(change);
            told.TrySetResult();
        };
        redis.ConnectionRestored += (_, change) =>
        {
            if (change.ConnectionType != ConnectionType.Interactive) return;
            OnRestored();
            told.TrySetResult();
        };
        _redis = redis;
        if (redis.IsConnected) return;
        Interlocked.Exchange(ref _isLost, 1);
        // Why the first attempt failed is told a moment later; a wrong password has to be known before the host goes on.
        await Task.WhenAny(told.Task, Task.Delay(_patience, time, cancellationToken));
    }

    /// <summary>Asks Redis; throws <see cref="StorageUnavailableException"/> when no answer comes in time or the answer is no.</summary>
    public Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancellationToken) =>
        AskServersAsync(redis => ask(redis.GetDatabase()), cancellationToken);

    public async Task<T> AskServersAsync<T>(Func<IConnectionMultiplexer, Task<T>> ask, CancellationToken cancellationToken)
    {
        var redis = _redis ?? throw new InvalidOperationException("The store was not opened.");
        cancellationToken.ThrowIfCancellationRequested();
        if (IsPaused()) throw RedisErrors.Unavailable(address, new TimeoutException());
        try
        {
            var answer = await ask(redis).WaitAsync(_patience, time, cancellationToken);
            Volatile.Write(ref _timeouts, 0);
            return answer;
        }
        catch (Exception exception) when (RedisErrors.IsUnavailable(exception))
        {
            if (exception is TimeoutException) Interlocked.Increment(ref _timeouts);
            else Volatile.Write(ref _timeouts, 0);
            throw RedisErrors.Unavailable(address, exception is RedisConnectionException && _cause is { } cause ? cause : exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null) await _redis.DisposeAsync();
    }

    private ConfigurationOptions Configure() => new()
    {
        EndPoints = { { address.Host, address.Port } },
        User = address.User,
        Password = address.Password,
        Ssl = address.Tls,
        DefaultDatabase = address.Database,
        ClientName = "wellread",
        // Start without Redis and come back by itself; refuse at once while it is away, so that nothing piles up.
        AbortOnConnectFail = false,
        BacklogPolicy = BacklogPolicy.FailFast,
        ReconnectRetryPolicy = new LinearRetry(500),
        ConnectRetry = 1,
        ConnectTimeout = (int)_patience.TotalMilliseconds,
        AsyncTimeout = (int)_patience.TotalMilliseconds,
        SyncTimeout = (int)_patience.TotalMilliseconds,
        IncludeDetailInExceptions = false,
        // The client counts reading the server's settings among an administrator's commands.
        AllowAdmin = true,
        // Neither of the client's own keys and channels: Wellread may be a guest on this server.
        ConfigurationChannel = "",
        TieBreaker = "",
    };

    private bool IsPaused()
    {
        if (Volatile.Read(ref _timeouts) < TimeoutsBeforePause) return false;
        var next = Volatile.Read(ref _nextTrial);
        var now = time.GetTimestamp();
        var after = now + (long)(Pause.TotalSeconds * time.TimestampFrequency);
        return now < next || Interlocked.CompareExchange(ref _nextTrial, after, next) != next;
    }

    private void OnLost(ConnectionFailedEventArgs change)
    {
        _cause = change.Exception;
        Changed?.Invoke();
        // The client reports each vain attempt; the log needs the first.
        if (Interlocked.Exchange(ref _isLost, 1) == 0) Log.Lost(logger, address, $"{change.FailureType}");
    }

    private void OnRestored()
    {
        _cause = null;
        Changed?.Invoke();
        if (Interlocked.Exchange(ref _isLost, 0) == 1) Log.Restored(logger, address);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Lost {Address} ({Reason}); it is tried again every half second")]
        public static partial void Lost(ILogger logger, StorageConnection.Redis address, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Reached {Address} again")]
        public static partial void Restored(ILogger logger, StorageConnection.Redis address);
    }
}

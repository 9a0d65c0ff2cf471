using System.Collections.Concurrent;
using Wellread.Platform;

namespace Wellread.Sharing.Webhooks;

/// <summary>A lane for each webhook that something is due to, side by side: a receiver that is slow or hostile holds up nobody but itself.</summary>
internal sealed partial class DeliveryLanes : IAsyncDisposable
{
    private readonly WebhookStore _webhooks;
    private readonly DeliveryStore _deliveries;
    private readonly DeliveryLane _lane;
    private readonly TimeProvider _time;
    private readonly ILogger<DeliveryLanes> _logger;
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private readonly Lazy<Task> _end;
    private int _attempts;

    public DeliveryLanes(WebhookStore webhooks, DeliveryStore deliveries, DeliveryLane lane, TimeProvider time, ILogger<DeliveryLanes> logger)
    {
        (_webhooks, _deliveries, _lane, _time, _logger) = (webhooks, deliveries, lane, time, logger);
        _stopped = _stopping.Token;
        _end = new Lazy<Task>(EndAsync);
    }

    /// <summary>How many run, with those that have ended since lanes were last started.</summary>
    public int Count => _running.Count;

    /// <summary>Starts a lane wherever something is due and none runs here; does not wait for it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var lane in _running)
        {
            if (lane.Value.IsCompleted) _running.TryRemove(lane);
        }

        var now = _time.GetUtcNow();
        foreach (var webhook in await _webhooks.LoadAsync(cancellationToken))
        {
            var id = webhook.Webhook.Id;
            if (!webhook.IsOn || webhook.Health.RestsAt(now) || _running.ContainsKey(id)) continue;
            if (await _deliveries.IsDueAsync(id, now, cancellationToken)) _running[id] = RunAsync(id, _stopped);
        }
    }

    /// <summary>How many attempts all lanes have made.</summary>
    public int Attempts => _attempts;

    /// <summary>Waits until the lanes that run have nothing more to send.</summary>
    public Task WaitAsync() => Task.WhenAll(_running.Values);

    /// <summary>Ends what runs. What was on its way is sent again by whoever comes next. Whoever hosts the service may ask for it more than once.</summary>
    public Task StopAsync() => _end.Value;

    public async ValueTask DisposeAsync()
    {
        await _end.Value;
        _stopping.Dispose();
    }

    private async Task EndAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values);
    }

    private async Task RunAsync(string webhookId, CancellationToken stopping)
    {
        await Task.Yield();
        try
        {
            Interlocked.Add(ref _attempts, await _lane.RunAsync(webhookId, stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (DependencyUnavailableException exception)
        {
            Log.StoreLost(_logger, webhookId, exception.Message);
        }
#pragma warning disable CA1031 // One webhook's bug must not stop the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.LaneBroke(_logger, exception, webhookId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Webhook {WebhookId} waits, the store did not answer: {Reason}")]
        public static partial void StoreLost(ILogger logger, string webhookId, string reason);

        [LoggerMessage(2, LogLevel.Error, "Sending to webhook {WebhookId} broke off")]
        public static partial void LaneBroke(ILogger logger, Exception exception, string webhookId);
    }
}

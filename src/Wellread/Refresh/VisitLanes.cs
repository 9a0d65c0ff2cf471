namespace Wellread.Refresh;

/// <summary>
/// How many visits go on at once. A visit that has taken longer than <paramref name="patience"/> is waiting for a slow server, which costs next to nothing: it
/// gives its place in the fast lane to the next one and ends in the slow lane, so that a hundred servers that never answer hold up nobody.
/// </summary>
/// <param name="fast">Places for visits that have just begun.</param>
/// <param name="slow">Places for visits that take long; bounded, as each may hold a feed in memory. While they are all taken, a slow visit keeps its fast one.</param>
/// <param name="patience">How long a visit may keep its place in the fast lane.</param>
/// <param name="time">The clock.</param>
internal sealed class VisitLanes(int fast, int slow, TimeSpan patience, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _fast = new(fast);
    private readonly SemaphoreSlim _slow = new(slow);

    /// <summary>Ends when the visit has ended; throws what it throws.</summary>
    public async Task RunAsync(Func<Task> visit, CancellationToken cancellationToken)
    {
        await _fast.WaitAsync(cancellationToken);
        var lane = _fast;
        try
        {
            var running = visit();
            if (await IsSlowAsync(running, cancellationToken) && _slow.Wait(0, CancellationToken.None))
            {
                lane = _slow;
                _fast.Release();
            }

            await running;
        }
        finally
        {
            lane.Release();
        }
    }

    public void Dispose()
    {
        _fast.Dispose();
        _slow.Dispose();
    }

    private async Task<bool> IsSlowAsync(Task running, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = Task.Delay(patience, time, ended.Token);
        var isSlow = await Task.WhenAny(running, waiting) == waiting;
        await ended.CancelAsync();
        return isSlow;
    }
}

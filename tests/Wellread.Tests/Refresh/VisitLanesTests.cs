using Microsoft.Extensions.Time.Testing;
using Wellread.Refresh;

namespace Wellread.Tests.Refresh;

public sealed class VisitLanesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider _time = new();
    private readonly VisitLanes _lanes;

    public VisitLanesTests() => _lanes = new VisitLanes(fast: 2, slow: 2, Patience, _time);

    public void Dispose() => _lanes.Dispose();

    [Fact]
    public async Task Servers_that_never_answer_do_not_hold_up_the_next_one()
    {
        var never = new TaskCompletionSource();
        var stuck = new[] { Start(() => never.Task), Start(() => never.Task) };
        var quick = Start(() => Task.CompletedTask);
        Assert.False(quick.IsCompleted);

        _time.Advance(Patience);

        await quick.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.All(stuck, visit => Assert.False(visit.IsCompleted));
        never.SetResult();
        await Task.WhenAll(stuck);
    }

    [Fact]
    public async Task No_more_visits_go_on_than_both_lanes_hold()
    {
        var never = new TaskCompletionSource();
        var begun = 0;
        var visits = Enumerable.Range(0, 6).Select(_ => Start(() => { Interlocked.Increment(ref begun); return never.Task; })).ToList();
        for (var i = 0; i < 5; i++) _time.Advance(Patience);
        Assert.InRange(begun, 2, 4);

        never.SetResult();

        await Task.WhenAll(visits).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(6, begun);
    }

    [Fact]
    public async Task A_visit_that_fails_gives_its_place_back()
    {
        for (var i = 0; i < 5; i++) await Assert.ThrowsAsync<InvalidOperationException>(() => Start(() => throw new InvalidOperationException()));
        await Start(() => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Task Start(Func<Task> visit) => _lanes.RunAsync(visit, CancellationToken.None);
}

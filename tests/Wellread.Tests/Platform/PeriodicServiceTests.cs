using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wellread.Platform;
using Wellread.Storage;

namespace Wellread.Tests.Platform;

public class PeriodicServiceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tick_that_fails_is_followed_by_the_next(bool storeIsAway)
    {
        var time = new FakeTimeProvider();
        using var service = new Service(time, storeIsAway ? new StorageUnavailableException("away") : new InvalidOperationException("a bug"));
        await service.StartAsync(CancellationToken.None);
        Assert.True(await service.Ticks.WaitAsync(TimeSpan.FromSeconds(30)));

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await service.Ticks.WaitAsync(TimeSpan.FromSeconds(30)));
        await service.StopAsync(CancellationToken.None);
        Assert.True(service.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_service_that_is_called_ticks_before_its_time_and_again_at_its_time()
    {
        var time = new FakeTimeProvider();
        using var service = new CalledService(time);
        await service.StartAsync(CancellationToken.None);
        service.Calls.Writer.TryWrite(true);
        Assert.True(await service.Ticks.WaitAsync(TimeSpan.FromSeconds(30)));
        service.Calls.Writer.TryWrite(true);
        Assert.True(await service.Ticks.WaitAsync(TimeSpan.FromSeconds(30)));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await service.Ticks.WaitAsync(TimeSpan.FromSeconds(30)));
        await service.StopAsync(CancellationToken.None);
        Assert.True(service.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Equal(0, service.Ticks.CurrentCount);
    }

    private sealed class CalledService(TimeProvider time) : PeriodicService(TimeSpan.FromMinutes(1), time, NullLogger.Instance)
    {
        public Channel<bool> Calls { get; } = Channel.CreateUnbounded<bool>();

        public SemaphoreSlim Ticks { get; } = new(0);

        protected override Task CallAsync(CancellationToken cancellationToken) => Calls.Reader.ReadAsync(cancellationToken).AsTask();

        protected override Task TickAsync(CancellationToken cancellationToken)
        {
            Ticks.Release();
            return Task.CompletedTask;
        }

        public override void Dispose()
        {
            base.Dispose();
            Ticks.Dispose();
        }
    }

    private sealed class Service(TimeProvider time, Exception failure)
        : PeriodicService(TimeSpan.FromMinutes(1), time, NullLogger.Instance)
    {
        public SemaphoreSlim Ticks { get; } = new(0);

        protected override bool TicksAtStart => true;

        protected override Task TickAsync(CancellationToken cancellationToken)
        {
            Ticks.Release();
            throw failure;
        }

        public override void Dispose()
        {
            base.Dispose();
            Ticks.Dispose();
        }
    }
}

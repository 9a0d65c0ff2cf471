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

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

public sealed class FeedStoreTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStorage _storage = null!;

    public async Task InitializeAsync()
    {
        _storage = new SqliteStorage(_folder.Path("wellread.db"), new FakeTimeProvider());
        await _storage.OpenAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _storage.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_that_is_remembered_of_a_feed_comes_back()
    {
        var now = new DateTimeOffset(2026, 2, 4, 10, 0, 0, TimeSpan.Zero);
        var state = new FeedState
        {
            FeedId = "feed_one",
            Validators = new FeedValidators("W/\"7\"", "Tue, 03 Feb 2026 10:00:00 GMT", "abc"),
            LastVisit = now,
            LastSuccess = now.AddHours(-1),
            NextVisit = now.AddHours(2),
            ConsecutiveFailures = 2,
            LastOutcome = "timeout",
            LastError = "The site took too long to answer.",
            LastItemCount = 30,
            LastRead = now.AddDays(-1),
            NewestItem = now.AddDays(-2),
            UsualGap = TimeSpan.FromHours(5.5),
            Pace = new FeedPaceHints(TimeSpan.FromHours(1), [1, 2], [DayOfWeek.Sunday]),
            Move = new FeedMove(new Uri("https://new.example.org/feed?a=1"), now, 2),
            AdoptedUrl = new Uri("https://adopted.example.org/feed"),
        };
        var store = await StoreAsync(state, new FeedState { FeedId = "feed_two" });
        var states = await store.LoadAsync(CancellationToken.None);
        Assert.Equal(["feed_one", "feed_two"], states.Keys.Order());
        var read = states["feed_one"];
        Assert.Equal(state.Pace.SkipHours, read.Pace.SkipHours.AsEnumerable());
        Assert.Equal(state.Pace.SkipDays, read.Pace.SkipDays.AsEnumerable());
        Assert.Equal(state with { Pace = FeedPaceHints.None }, read with { Pace = FeedPaceHints.None });
        Assert.Equal(new FeedState { FeedId = "feed_two" }, await store.FindAsync("feed_two", CancellationToken.None));
        Assert.Null(await store.FindAsync("feed_three", CancellationToken.None));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"lastItemCount\":3}")]
    public async Task A_state_that_can_not_be_read_is_left_out(string json)
    {
        var store = await StoreAsync(new FeedState { FeedId = "feed_one" });
        await _storage.CommitAsync(new StorageBatch(Partitions.Library).Put(FeedStore.Kind, "feed_bad", System.Text.Encoding.UTF8.GetBytes(json)), CancellationToken.None);
        Assert.Equal(["feed_one"], (await store.LoadAsync(CancellationToken.None)).Keys);
        Assert.Null(await store.FindAsync("feed_bad", CancellationToken.None));
    }

    [Fact]
    public async Task A_state_of_an_earlier_version_still_serves()
    {
        var store = await StoreAsync();
        var json = """{"feedId":"feed_old","lastVisit":"2026-02-04T10:00:00+00:00","pace":{"interval":"01:00:00"},"unknown":1}""";
        await _storage.CommitAsync(new StorageBatch(Partitions.Library).Put(FeedStore.Kind, "feed_old", System.Text.Encoding.UTF8.GetBytes(json)), CancellationToken.None);
        var state = await store.FindAsync("feed_old", CancellationToken.None);
        var next = FeedSchedule.After(state!, new FeedVisit.NotModified(FeedValidators.None, FeedCacheHints.None), new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.NotNull(next.NextVisit);
    }

    private async Task<FeedStore> StoreAsync(params FeedState[] states)
    {
        var batch = states.Aggregate(new StorageBatch(Partitions.Library), FeedStore.Put);
        if (states.Length > 0) Assert.IsType<CommitResult.Committed>(await _storage.CommitAsync(batch, CancellationToken.None));
        return new FeedStore(_storage, NullLogger<FeedStore>.Instance);
    }
}

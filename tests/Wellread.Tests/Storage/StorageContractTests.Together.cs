using System.Globalization;
using Wellread.Storage;

namespace Wellread.Tests.Storage;

public abstract partial class StorageContractTests
{
    [SkippableFact]
    public async Task One_owner_at_a_time_holds_a_lease()
    {
        var mine = await LeaseAsync("me");
        Assert.Equal((P, "refresh", "me"), (mine.Partition, mine.Name, mine.Owner));
        Assert.Null(await Store.TryAcquireLeaseAsync(P, "refresh", "you", Minute, None));
        Assert.NotNull(await Store.TryAcquireLeaseAsync(P, "other", "you", Minute, None));
        Assert.NotNull(await Store.TryAcquireLeaseAsync("practice:1", "refresh", "you", Minute, None));
        Assert.True(await Store.RenewLeaseAsync(mine, Minute, None));
    }

    [SkippableFact]
    public async Task A_lease_that_ran_out_goes_to_the_next_with_a_higher_token()
    {
        var mine = await LeaseAsync("me");
        await ExpireAsync(mine);
        Assert.False(await Store.RenewLeaseAsync(mine, Minute, None));

        var yours = await LeaseAsync("you");
        Assert.True(yours.Token > mine.Token);
        Assert.False(await Store.RenewLeaseAsync(mine, Minute, None));
        await Store.ReleaseLeaseAsync(mine, None);
        Assert.True(await Store.RenewLeaseAsync(yours, Minute, None));
    }

    [SkippableFact]
    public async Task A_lease_given_back_is_free_and_its_token_is_not_given_again()
    {
        var mine = await LeaseAsync("me");
        await Store.ReleaseLeaseAsync(mine, None);
        await Store.ReleaseLeaseAsync(mine, None);
        Assert.False(await Store.RenewLeaseAsync(mine, Minute, None));

        Assert.True((await LeaseAsync("you")).Token > mine.Token);
    }

    [SkippableFact]
    public async Task A_lease_that_is_forgotten_holds_no_more_and_leaves_nothing()
    {
        var mine = await LeaseAsync("me");
        await Store.ForgetLeaseAsync(P, "refresh", None);
        await Store.ForgetLeaseAsync(P, "never-taken", None);
        Assert.False(await Store.RenewLeaseAsync(mine, Minute, None));
        Assert.IsType<CommitResult.Fenced>(await Store.CommitAsync(new StorageBatch(P).FenceBy(mine).Put("doc", "a", "{}"u8.ToArray()), None));
        Assert.Equal(1, (await LeaseAsync("you")).Token);
    }

    [SkippableFact]
    public async Task An_owner_that_asks_again_gets_a_new_grant()
    {
        var first = await LeaseAsync("me");
        var second = await LeaseAsync("me");

        Assert.True(second.Token > first.Token);
        Assert.False(await Store.RenewLeaseAsync(first, Minute, None));
        await Store.ReleaseLeaseAsync(first, None);
        Assert.Null(await Store.TryAcquireLeaseAsync(P, "refresh", "you", Minute, None));
        Assert.IsType<CommitResult.Fenced>(await CommitAsync(Batch().Put("article", "a", Bytes("1")).FenceBy(first)));
        Assert.IsType<CommitResult.Committed>(await CommitAsync(Batch().Put("article", "a", Bytes("1")).FenceBy(second)));
    }

    [SkippableFact]
    public async Task A_batch_is_refused_once_its_lease_has_passed_on()
    {
        var mine = await LeaseAsync("me");
        Assert.IsType<CommitResult.Committed>(await CommitAsync(Batch().Put("article", "a", Bytes("1")).FenceBy(mine)));
        await ExpireAsync(mine);
        Assert.IsType<CommitResult.Committed>(await CommitAsync(Batch().Put("article", "a", Bytes("2")).FenceBy(mine)));

        var yours = await LeaseAsync("you");
        var late = await CommitAsync(Batch().Put("article", "a", Bytes("late")).Rank("r", "a", 1).Log("article", "a").FenceBy(mine));

        Assert.IsType<CommitResult.Fenced>(late);
        Assert.Equal("2", Text(await Store.GetAsync(P, "article", "a", None)));
        Assert.Empty(await Store.ReadRankedAsync(P, "r", 10, null, None));
        Assert.Empty((await Store.ReadLogAsync(P, 0, 10, None)).Entries);
        Assert.IsType<CommitResult.Committed>(await CommitAsync(Batch().Put("article", "a", Bytes("3")).FenceBy(yours)));
        Assert.Throws<ArgumentException>(() => Batch("practice:1").FenceBy(yours));
    }

    [SkippableFact]
    public async Task Only_one_of_many_who_ask_at_once_gets_the_lease()
    {
        var other = await OpenAsync();
        var asked = Enumerable.Range(0, 40).Select(i =>
            (i % 2 == 0 ? Store : other).TryAcquireLeaseAsync(P, "refresh", $"owner {i}", Minute, None));
        Assert.Single(await Task.WhenAll(asked), lease => lease is not null);
    }

    [SkippableFact]
    public async Task Two_hundred_increments_at_once_lose_none()
    {
        var other = await OpenAsync();
        await CommitAsync(Batch().Put("counter", "n", Bytes("0")));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => IncrementAsync(i % 2 == 0 ? Store : other)));

        var counter = await Store.GetAsync(P, "counter", "n", None);
        Assert.Equal(("200", 201), (Text(counter), counter!.Version));
        var log = await other.ReadLogAsync(P, 0, 1000, None);
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), log.Entries.Select(entry => entry.Position));
    }

    [SkippableFact]
    public async Task Of_many_writes_at_once_only_those_that_conflict_are_left_out()
    {
        await CommitAsync(Batch().Put("article", "taken", Bytes("1")));
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => i % 3 == 0
            ? CommitAsync(Batch().Put("article", $"half-{i}", Bytes("1")).Put("article", "taken", Bytes("2"), expectedVersion: 0))
            : CommitAsync(Batch().Put("article", $"whole-{i}", Bytes("1")))));

        Assert.Equal(34, results.Count(result => result is CommitResult.Conflict));
        Assert.Equal(66, results.Count(result => result is CommitResult.Committed));
        Assert.Equal(67, (await ListAsync("article")).Count);
    }

    [SkippableFact]
    public async Task What_one_instance_wrote_another_reads()
    {
        var other = await OpenAsync();
        await CommitAsync(Batch().Put("article", "a", Bytes("1")).Rank("r", "a", 1).Log("article", "a"));

        Assert.Equal("1", Text(await other.GetAsync(P, "article", "a", None)));
        Assert.Equal([new RankedMember("a", 1)], await other.ReadRankedAsync(P, "r", 10, null, None));
        Assert.Equal([new LogEntry(1, "article", "a")], (await other.ReadLogAsync(P, 0, 10, None)).Entries);
        Assert.Equal(new CommitResult.Committed(2), await other.CommitAsync(Batch().Log("article", "b"), None));
        Assert.Equal(2, (await Store.ReadLogAsync(P, 0, 10, None)).Last);
    }

    [SkippableFact]
    public async Task An_empty_batch_tells_where_the_log_ends()
    {
        await CommitAsync(Batch().Log("article", "a"));
        Assert.Equal(new CommitResult.Committed(1), await CommitAsync(Batch()));
    }

    [SkippableFact]
    public async Task The_check_says_that_the_store_answers_and_is_durable()
    {
        var status = await Store.CheckAsync(None);
        Assert.True(status.Available, status.Detail);
        Assert.True(status.Durable, status.Detail);
        Assert.NotEmpty(Store.Description);
    }

    [SkippableFact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetAsync(P, "article", "a", cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(Batch().Log("article", "a"), cancelled.Token));
        Assert.Empty((await Store.ReadLogAsync(P, 0, 10, None)).Entries);
    }

    [SkippableFact]
    public async Task A_closed_store_is_unavailable()
    {
        var other = await OpenAsync();
        await other.DisposeAsync();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => other.GetAsync(P, "article", "a", None));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => other.CommitAsync(Batch().Log("article", "a"), None));
        Assert.False((await other.CheckAsync(None)).Available);
        await other.DisposeAsync();
    }

    private static async Task IncrementAsync(IStorage storage)
    {
        CommitResult result;
        do
        {
            var counter = await storage.GetAsync(P, "counter", "n", None);
            var next = int.Parse(Text(counter), CultureInfo.InvariantCulture) + 1;
            result = await storage.CommitAsync(
                Batch().Put("counter", "n", Bytes($"{next}"), counter!.Version).Log("counter", "n"), None);
        }
        while (result is not CommitResult.Committed);
    }
}

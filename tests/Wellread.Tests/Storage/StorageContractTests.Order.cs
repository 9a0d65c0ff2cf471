using Wellread.Storage;

namespace Wellread.Tests.Storage;

public abstract partial class StorageContractTests
{
    private static readonly double[] AwkwardRanks =
        [double.MaxValue, 1e300, 1755432000.125, 1.0 / 3, 0.1, double.Epsilon, 0, -double.Epsilon, -0.1, -1755432000.125, double.MinValue];

    [SkippableFact]
    public async Task A_ranked_set_reads_from_the_highest_down_and_ties_by_member()
    {
        await CommitAsync(Batch().Rank("r", "b", 1).Rank("r", "B", 1).Rank("r", "a", 1).Rank("r", "z", 2).Rank("r", "c", -1).Rank("r", "ab", 1));

        var members = await Store.ReadRankedAsync(P, "r", 10, null, None);

        Assert.Equal(
            [new("z", 2), new("B", 1), new("a", 1), new("ab", 1), new("b", 1), new("c", -1)],
            members);
    }

    [SkippableFact]
    public async Task Ranks_keep_every_digit()
    {
        var batch = Batch();
        foreach (var rank in AwkwardRanks) batch.Rank("r", $"m{Array.IndexOf(AwkwardRanks, rank)}", rank);
        await CommitAsync(batch.Rank("zero", "z", -0.0));

        Assert.Equal(AwkwardRanks, (await Store.ReadRankedAsync(P, "r", 100, null, None)).Select(member => member.Rank));
        Assert.False(double.IsNegative((await Store.ReadRankedAsync(P, "zero", 1, null, None))[0].Rank));
        Assert.Throws<ArgumentOutOfRangeException>(() => Batch().Rank("r", "a", double.NaN));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Pages_of_a_ranked_set_join_without_gap_or_repeat(int pageSize)
    {
        var random = new Random(3);
        var batch = Batch();
        var expected = new List<RankedMember>();
        for (var i = 0; i < 300; i++)
        {
            var member = new RankedMember($"m{i}", random.Next(5) * 0.1);
            expected.Add(member);
            batch.Rank("r", member.Member, member.Rank);
        }
        await CommitAsync(batch);
        expected = [.. expected.OrderByDescending(member => member.Rank).ThenBy(member => member.Member, StringComparer.Ordinal)];

        var read = new List<RankedMember>();
        RankedMember? after = null;
        while (true)
        {
            var page = await Store.ReadRankedAsync(P, "r", pageSize, after, None);
            if (page.Count == 0) break;
            Assert.True(page.Count <= pageSize);
            read.AddRange(page);
            after = page[^1];
        }
        Assert.Equal(expected, read);
    }

    [SkippableFact]
    public async Task A_page_goes_on_behind_a_member_that_has_moved_or_gone()
    {
        await CommitAsync(Batch().Rank("r", "a", 3).Rank("r", "b", 2).Rank("r", "c", 2).Rank("r", "d", 2).Rank("r", "e", 1));
        await CommitAsync(Batch().Unrank("r", "c").Rank("r", "a", 0));

        Assert.Equal(["d", "e", "a"], await MembersAfterAsync(new RankedMember("c", 2)));
        Assert.Equal(["b", "d", "e", "a"], await MembersAfterAsync(new RankedMember("a", 3)));
        Assert.Equal(["e", "a"], await MembersAfterAsync(new RankedMember("z", 2)));
        Assert.Equal(["e", "a"], await MembersAfterAsync(new RankedMember("x", 1.5)));
        Assert.Empty(await MembersAfterAsync(new RankedMember("a", 0)));
        Assert.Empty(await Store.ReadRankedAsync(P, "none", 10, null, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ReadRankedAsync(P, "r", 0, null, None));
    }

    [SkippableFact]
    public async Task The_log_tells_what_happened_in_order()
    {
        Assert.Equal(new CommitResult.Committed(0), await CommitAsync(Batch().Put("article", "a", Bytes("1"))));
        Assert.Equal(new CommitResult.Committed(2), await CommitAsync(Batch().Log("article", "a").Log("feed", "f")));
        Assert.Equal(new CommitResult.Committed(3), await CommitAsync(Batch().Log("article", "b")));
        Assert.Equal(new CommitResult.Committed(3), await CommitAsync(Batch().Put("article", "a", Bytes("2"))));
        Assert.Equal(new CommitResult.Committed(1), await CommitAsync(Batch("practice:1").Log("decision", "d")));

        var page = await Store.ReadLogAsync(P, 0, 10, None);
        Assert.Equal([new(1, "article", "a"), new(2, "feed", "f"), new(3, "article", "b")], page.Entries);
        Assert.Equal((3, false), (page.Last, page.Truncated));
    }

    [SkippableFact]
    public async Task The_log_reads_in_pages()
    {
        var batch = Batch();
        for (var i = 1; i <= 25; i++) batch.Log("article", $"{i}");
        await CommitAsync(batch);

        var ids = new List<string>();
        long after = 0;
        while (true)
        {
            var page = await Store.ReadLogAsync(P, after, 10, None);
            Assert.False(page.Truncated);
            if (page.Entries.Count == 0)
            {
                Assert.Equal(after, page.Last);
                break;
            }
            ids.AddRange(page.Entries.Select(entry => entry.Id));
            after = page.Last;
        }
        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"{i}"), ids);
    }

    [SkippableFact]
    public async Task A_log_that_was_cut_says_so()
    {
        var small = await OpenAsync(logLimit: 10);
        for (var i = 0; i < 5; i++)
        {
            var batch = Batch();
            for (var j = 1; j <= 5; j++) batch.Log("article", $"{(i * 5) + j}");
            await small.CommitAsync(batch, None);
        }

        var whole = await small.ReadLogAsync(P, 15, 100, None);
        Assert.Equal(Enumerable.Range(16, 10).Select(i => (long)i), whole.Entries.Select(entry => entry.Position));
        Assert.False(whole.Truncated);
        foreach (var lost in new long[] { 0, 14 })
        {
            var page = await small.ReadLogAsync(P, lost, 100, None);
            Assert.Equal((true, 25, 0), (page.Truncated, page.Last, page.Entries.Count));
        }
    }

    [SkippableFact]
    public async Task A_log_that_ends_before_the_asked_position_says_so_too()
    {
        await CommitAsync(Batch().Log("article", "a").Log("article", "b"));

        foreach (var beyond in new[] { 3, long.MaxValue })
        {
            var page = await Store.ReadLogAsync(P, beyond, 10, None);
            Assert.Equal((true, 2, 0), (page.Truncated, page.Last, page.Entries.Count));
        }
        var fresh = await Store.ReadLogAsync("practice:1", 0, 10, None);
        Assert.Equal((false, 0, 0), (fresh.Truncated, fresh.Last, fresh.Entries.Count));
    }

    private async Task<IEnumerable<string>> MembersAfterAsync(RankedMember after) =>
        (await Store.ReadRankedAsync(P, "r", 10, after, None)).Select(member => member.Member);
}

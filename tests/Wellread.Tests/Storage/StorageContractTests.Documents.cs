using Wellread.Storage;

namespace Wellread.Tests.Storage;

public abstract partial class StorageContractTests
{
    [SkippableFact]
    public async Task A_document_comes_back_as_it_was_written()
    {
        byte[] body = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        Assert.IsType<CommitResult.Committed>(await CommitAsync(Batch().Put("article", "a b:1", body)));

        var document = await Store.GetAsync(P, "article", "a b:1", None);

        Assert.NotNull(document);
        Assert.Equal(("article", "a b:1", 1L), (document.Kind, document.Id, document.Version));
        Assert.Equal(body, document.Body.ToArray());
    }

    [SkippableFact]
    public async Task A_document_may_be_empty()
    {
        await CommitAsync(Batch().Put("article", "a", ReadOnlyMemory<byte>.Empty));
        Assert.Equal("", Text(await Store.GetAsync(P, "article", "a", None)));
    }

    [SkippableFact]
    public async Task A_body_of_one_mebibyte_comes_back_whole()
    {
        var body = new byte[1024 * 1024];
        new Random(7).NextBytes(body);
        await CommitAsync(Batch().Put("article", "large", body).Put("article", "slice", body.AsMemory(10, 20)));

        Assert.Equal(body, (await Store.GetAsync(P, "article", "large", None))!.Body.ToArray());
        Assert.Equal(body[10..30], (await Store.GetAsync(P, "article", "slice", None))!.Body.ToArray());
    }

    [SkippableFact]
    public async Task What_was_never_written_is_not_there()
    {
        Assert.Null(await Store.GetAsync(P, "article", "a", None));
        Assert.Empty(await Store.GetManyAsync(P, "article", ["a", "b"], None));
        Assert.Empty(await Store.GetManyAsync(P, "article", [], None));
        Assert.Empty(await ListAsync("article"));
    }

    [SkippableFact]
    public async Task Partitions_and_kinds_do_not_see_each_other()
    {
        await CommitAsync(Batch().Put("article", "a", Bytes("1")).Put("feed", "a", Bytes("2")));
        await CommitAsync(Batch("practice:1").Put("article", "a", Bytes("3")));

        Assert.Equal("1", Text(await Store.GetAsync(P, "article", "a", None)));
        Assert.Equal("2", Text(await Store.GetAsync(P, "feed", "a", None)));
        Assert.Equal("3", Text(await Store.GetAsync("practice:1", "article", "a", None)));
        Assert.Equal("1", Text(Assert.Single(await ListAsync("article"))));
    }

    [SkippableFact]
    public async Task Each_write_of_a_document_raises_its_version()
    {
        await CommitAsync(Batch().Put("article", "a", Bytes("1")));
        await CommitAsync(Batch().Put("article", "a", Bytes("2"), expectedVersion: 1));
        await CommitAsync(Batch().Put("article", "a", Bytes("3")));

        var document = await Store.GetAsync(P, "article", "a", None);
        Assert.Equal((3, "3"), (document!.Version, Text(document)));
    }

    [SkippableFact]
    public async Task A_batch_that_expects_another_version_leaves_nothing_behind()
    {
        await CommitAsync(Batch().Put("article", "a", Bytes("1")).Rank("r", "a", 1).Log("article", "a"));

        var result = await CommitAsync(Batch()
            .Put("article", "b", Bytes("new")).Delete("article", "a").Rank("r", "b", 2).Unrank("r", "a").Log("article", "b")
            .Put("article", "c", Bytes("3"), expectedVersion: 1));

        Assert.Equal(new CommitResult.Conflict("article", "c"), result);
        Assert.Equal("1", Text(Assert.Single(await ListAsync("article"))));
        Assert.Equal([new RankedMember("a", 1)], await Store.ReadRankedAsync(P, "r", 10, null, None));
        Assert.Equal([new LogEntry(1, "article", "a")], (await Store.ReadLogAsync(P, 0, 10, None)).Entries);
    }

    [SkippableFact]
    public async Task Version_zero_means_that_the_document_is_new()
    {
        Assert.IsType<CommitResult.Committed>(await CommitAsync(Batch().Put("article", "a", Bytes("1"), expectedVersion: 0)));
        Assert.Equal(new CommitResult.Conflict("article", "a"), await CommitAsync(Batch().Put("article", "a", Bytes("2"), expectedVersion: 0)));
        Assert.Equal(new CommitResult.Conflict("article", "a"), await CommitAsync(Batch().Put("article", "a", Bytes("2"), expectedVersion: 2)));
        Assert.Equal("1", Text(await Store.GetAsync(P, "article", "a", None)));
    }

    [SkippableFact]
    public async Task The_writes_of_a_batch_happen_in_the_order_given()
    {
        var result = await CommitAsync(Batch()
            .Put("article", "a", Bytes("1"), expectedVersion: 0)
            .Put("article", "a", Bytes("2"), expectedVersion: 1)
            .Put("article", "b", Bytes("1"))
            .Delete("article", "b")
            .Put("article", "c", Bytes("1"))
            .Delete("article", "c")
            .Put("article", "c", Bytes("2"), expectedVersion: 0)
            .Rank("r", "x", 1).Unrank("r", "x").Unrank("r", "y").Rank("r", "y", 2).Rank("r", "y", 3));

        Assert.IsType<CommitResult.Committed>(result);
        Assert.Equal(2, (await Store.GetAsync(P, "article", "a", None))!.Version);
        Assert.Null(await Store.GetAsync(P, "article", "b", None));
        var recreated = await Store.GetAsync(P, "article", "c", None);
        Assert.Equal((1, "2"), (recreated!.Version, Text(recreated)));
        Assert.Equal([new RankedMember("y", 3)], await Store.ReadRankedAsync(P, "r", 10, null, None));
    }

    [SkippableFact]
    public async Task A_deleted_document_is_gone_and_counts_anew()
    {
        await CommitAsync(Batch().Put("article", "a", Bytes("1")));
        await CommitAsync(Batch().Put("article", "a", Bytes("2")));
        await CommitAsync(Batch().Delete("article", "a").Delete("article", "never"));
        Assert.Null(await Store.GetAsync(P, "article", "a", None));

        await CommitAsync(Batch().Put("article", "a", Bytes("3"), expectedVersion: 0));
        Assert.Equal(1, (await Store.GetAsync(P, "article", "a", None))!.Version);
    }

    [SkippableFact]
    public async Task Many_documents_come_in_the_order_asked_without_the_missing()
    {
        var batch = Batch();
        for (var i = 0; i < 500; i++) batch.Put("article", $"id-{i}", Bytes($"{i}"));
        await CommitAsync(batch);

        string[] asked = ["id-3", "none", "id-1", .. Enumerable.Range(0, 450).Select(i => $"id-{499 - i}")];
        var found = await Store.GetManyAsync(P, "article", asked, None);

        Assert.Equal(asked.Where(id => id != "none"), found.Select(document => document.Id));
        Assert.All(found, document => Assert.Equal(document.Id, $"id-{Text(document)}"));
    }

    [SkippableFact]
    public async Task A_list_longer_than_its_pages_gives_each_document_once()
    {
        for (var i = 0; i < 1700; i += 100)
        {
            var batch = Batch();
            for (var j = i; j < i + 100; j++) batch.Put("article", $"id-{j}", Bytes($"{j}"));
            await CommitAsync(batch);
        }

        var ids = (await ListAsync("article")).Select(document => document.Id).ToList();

        Assert.Equal(1700, ids.Count);
        Assert.Equal(1700, ids.Distinct().Count());
    }

    [SkippableFact]
    public async Task A_list_of_large_documents_gives_each_once()
    {
        var body = new byte[1024 * 1024];
        for (var i = 0; i < 12; i++) await CommitAsync(Batch().Put("article", $"id-{i}", body));
        Assert.Equal(12, (await ListAsync("article")).Select(document => document.Id).Distinct().Count());
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("Müller")]
    [InlineData("a\nb")]
    [InlineData("a{b}")]
    public async Task What_is_not_a_name_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => Batch(name));
        Assert.Throws<ArgumentException>(() => Batch().Put("article", name, Bytes("1")));
        Assert.Throws<ArgumentException>(() => Batch().Delete(name, "a"));
        Assert.Throws<ArgumentException>(() => Batch().Rank("r", name, 1));
        Assert.Throws<ArgumentException>(() => Batch().Unrank(name, "a"));
        Assert.Throws<ArgumentException>(() => Batch().Log("article", name));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetAsync(P, "article", name, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.GetManyAsync(P, "article", [name], None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadRankedAsync(P, name, 1, null, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.ReadLogAsync(name, 0, 1, None));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.TryAcquireLeaseAsync(P, "refresh", name, Minute, None));
        await Assert.ThrowsAsync<ArgumentException>(() => ListAsync(name));
    }

    [SkippableFact]
    public async Task A_name_of_200_characters_is_the_longest()
    {
        var name = new string('n', 200);
        await CommitAsync(Batch().Put(name, name, Bytes("1")));
        Assert.Equal("1", Text(await Store.GetAsync(P, name, name, None)));
        Assert.Throws<ArgumentException>(() => Batch().Put("article", name + "n", Bytes("1")));
        Assert.Throws<ArgumentException>(() => Batch().Put("article", "a", new byte[StorageLimits.BodyBytes + 1]));
    }
}

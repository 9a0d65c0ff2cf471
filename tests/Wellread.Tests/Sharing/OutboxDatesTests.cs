using System.Xml.Linq;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>Times and ids of items: a reader that has seen one must be able to trust both.</summary>
public sealed class OutboxDatesTests
{
    [Fact]
    public async Task No_time_moves_by_what_is_decided_later()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"), Make.Article("walk"), Make.Article("sleep"));
        foreach (var name in new[] { "lunch", "walk", "sleep" })
        {
            await desk.ApproveAsync(name);
            desk.Wait(TimeSpan.FromSeconds(5));
        }
        await desk.DecideAsync("lunch", new { action = "shared", channel = "facebook" });
        Assert.Empty((await desk.FeedAsync()).Entries);
        desk.Wait(TimeSpan.FromMinutes(3));
        Assert.Equal([Make.Morning.AddMinutes(2), Make.Morning.AddMinutes(1)], (await desk.FeedAsync()).Entries.Select(entry => entry.Published!.Value));
        await desk.DecideAsync("walk", new { action = "reject", reason = "other" });
        Assert.Equal([Make.Morning.AddMinutes(2)], (await desk.FeedAsync()).Entries.Select(entry => entry.Published!.Value));
    }

    [Fact]
    public async Task The_feed_never_says_that_it_changed_earlier_than_it_said_before()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"), Make.Article("walk"));
        await desk.ApproveAsync("lunch");
        desk.Wait(TimeSpan.FromHours(1));
        await desk.ApproveAsync("walk");
        var before = await desk.FeedAsync();
        Assert.Equal(Make.Morning.AddHours(1), await UpdatedAsync(desk));
        desk.Wait(TimeSpan.FromHours(1));
        await desk.DecideAsync("walk", new { action = "undo" });
        Assert.Equal(2, before.Entries.Length);
        Assert.Single((await desk.FeedAsync()).Entries);
        Assert.Equal(Make.Morning.AddHours(2), await UpdatedAsync(desk));
    }

    [Fact]
    public async Task Each_channel_and_tone_has_ids_and_an_address_of_its_own()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch") with { Summary = "Eat fruit each day. It tastes good." });
        await desk.ApproveAsync("lunch");
        string[] queries = ["", "&channel=x", "&channel=facebook", "&channel=x&tone=tip"];
        var feeds = new List<string>();
        var items = new List<string>();
        foreach (var query in queries)
        {
            var atom = XDocument.Parse(await desk.Client.GetStringAsync($"/api/v1/outbox/default.atom?token={desk.Token}{query}")).Root!;
            feeds.Add((string)atom.Element(Atom + "id")!);
            items.Add((string)atom.Element(Atom + "entry")!.Element(Atom + "id")!);
            var self = (string)atom.Elements(Atom + "link").First().Attribute("href")!;
            Assert.EndsWith($"/default.atom{(query.Length == 0 ? "" : $"?{query[1..]}")}", self, StringComparison.Ordinal);
        }
        Assert.Equal(4, feeds.Distinct().Count());
        Assert.Equal(4, items.Distinct().Count());
    }

    [Fact]
    public async Task One_that_is_approved_again_after_it_was_shared_is_a_new_item_on_that_channel()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"));
        await desk.ApproveAsync("lunch");
        var (facebook, x) = (await IdAsync(desk, "facebook"), await IdAsync(desk, "x"));
        await desk.DecideAsync("lunch", new { action = "shared", channel = "x" });
        desk.Wait(TimeSpan.FromDays(7));
        await desk.ApproveAsync("lunch");
        Assert.Equal(facebook, await IdAsync(desk, "facebook"));
        Assert.Equal($"{x}:20261130", await IdAsync(desk, "x"));
        // Where a tool posts, nobody says that it was shared.
        desk.Wait(TimeSpan.FromDays(300));
        await desk.ApproveAsync("lunch");
        Assert.NotEqual(facebook, await IdAsync(desk, "facebook"));
    }

    [Fact]
    public async Task One_that_is_taken_back_and_approved_again_is_the_same_item()
    {
        await using var desk = await OutboxDesk.OpenAsync(Make.Article("lunch"));
        await desk.ApproveAsync("lunch");
        var id = await IdAsync(desk, "x");
        await desk.DecideAsync("lunch", new { action = "undo" });
        desk.Wait(TimeSpan.FromDays(1));
        await desk.ApproveAsync("lunch");
        Assert.Equal(id, await IdAsync(desk, "x"));
    }

    private static XNamespace Atom => "http://www.w3.org/2005/Atom";

    private static async Task<string> IdAsync(OutboxDesk desk, string channel) => Assert.Single((await desk.FeedAsync($"&channel={channel}")).Entries).Id!;

    private static async Task<DateTimeOffset> UpdatedAsync(OutboxDesk desk) =>
        (DateTimeOffset)XDocument.Parse(await desk.Client.GetStringAsync($"/api/v1/outbox/default.atom?token={desk.Token}")).Root!.Element(Atom + "updated")!;
}

using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>Feeds that can not be read any more.</summary>
public sealed class FeedEventsTests : WebhookStage
{
    private WellreadHost _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostAsync();
    }

    [Fact]
    public async Task A_feed_that_fails_for_good_is_told_once_until_it_recovers()
    {
        await _host.VisitedAsync(State("feed_a", 0), State("feed_b", 9));
        await _host.HookAsync(Receiver.Url, practice: "default");
        await MinuteAsync();
        Assert.Empty(Receiver.All);
        await _host.VisitedAsync(State("feed_a", 1), State("feed_b", 0));
        await MinuteAsync();
        Assert.Empty(Receiver.All);

        await _host.VisitedAsync(State("feed_a", 5));
        await MinuteAsync();
        await _host.VisitedAsync(State("feed_a", 6));
        await MinuteAsync();
        var data = Assert.Single(Receiver.All).Data;
        Assert.Equal(
            ("feed_a", "feed_a", "The site took too long to answer.", false, "http://localhost/api/v1/feeds/feed_a"),
            ((string)data["feedId"]!, (string)data["title"]!, (string)data["reason"]!, (bool)data["gone"]!, (string)data["links"]!["feed"]!));
        Assert.Equal(Make.Morning.AddDays(-1), (DateTimeOffset)data["lastReadAt"]!);

        await _host.VisitedAsync(State("feed_a", 0));
        await MinuteAsync();
        await _host.VisitedAsync(State("feed_a", 5));
        await MinuteAsync();
        Assert.Equal(2, Receiver.All.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task Feeds_that_fail_all_at_once_are_our_own_fault_and_told_to_nobody()
    {
        await _host.HookAsync(Receiver.Url);
        await MinuteAsync();
        await _host.VisitedAsync(State("feed_a", 8), State("feed_b", 8));
        await MinuteAsync();
        Assert.Empty(Receiver.All);
        await _host.VisitedAsync(State("feed_b", 0) with { LastVisit = _host.Time.GetUtcNow(), LastSuccess = _host.Time.GetUtcNow() });
        await MinuteAsync();
        Assert.Empty(Receiver.All);
        await _host.VisitedAsync(State("feed_a", 9) with { LastVisit = _host.Time.GetUtcNow() });
        await MinuteAsync();
        Assert.Equal("feed_a", (string?)Assert.Single(Receiver.All).Data["feedId"]);
    }

    private static FeedState State(string id, int failures) => new()
    {
        FeedId = id,
        LastVisit = Make.Morning,
        LastSuccess = failures == 0 ? Make.Morning : Make.Morning.AddDays(-1),
        ConsecutiveFailures = failures,
        LastError = failures == 0 ? null : FeedFaults.Timeout.Message,
    };

    private async Task MinuteAsync()
    {
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.TickAsync();
    }
}

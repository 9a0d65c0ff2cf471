using Wellread.Feeds.Outbound;
using Wellread.Sharing.Webhooks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

public sealed class RetryScheduleTests
{
    private static readonly DateTimeOffset Now = Make.Morning;

    /// <summary>The example schedule of the specification: 5 s, 5 min, 30 min, then 2, 5, 10, 14, 20 and 24 hours.</summary>
    [Fact]
    public void An_event_is_tried_ten_times_over_three_days()
    {
        double[] waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
        Assert.Equal(waits.Length + 1, RetrySchedule.MaxAttempts);
        for (var attempt = 1; attempt <= waits.Length; attempt++)
            Assert.InRange((RetrySchedule.Next(attempt, "wh_1|msg_1", null, Now)!.Value - Now).TotalSeconds, waits[attempt - 1], waits[attempt - 1] * 1.1);
        Assert.Null(RetrySchedule.Next(10, "wh_1|msg_1", null, Now));
        Assert.Null(RetrySchedule.Next(10, "wh_1|msg_1", TimeSpan.FromMinutes(5), Now));
    }

    [Fact]
    public void Events_that_failed_together_come_back_apart()
    {
        var next = Enumerable.Range(0, 50).Select(number => RetrySchedule.Next(2, $"wh_1|msg_{number}", null, Now)).ToList();
        Assert.True(next.Distinct().Count() > 40);
        Assert.Equal(next[7], RetrySchedule.Next(2, "wh_1|msg_7", null, Now));
    }

    [Theory]
    [InlineData(503, "120", 120)]
    [InlineData(429, "Mon, 23 Nov 2026 08:10:00 GMT", 600)]
    [InlineData(429, "1", 60)]
    [InlineData(503, "99999999", 86_400)]
    [InlineData(503, "soon", 60)]
    [InlineData(502, null, 60)]
    [InlineData(504, null, 60)]
    [InlineData(500, "120", 120)]
    [InlineData(500, null, null)]
    [InlineData(404, null, null)]
    public void A_receiver_that_is_overloaded_is_left_alone_as_it_asks_from_a_minute_to_a_day(int status, string? retryAfter, int? seconds)
    {
        var headers = new AnswerHeaders(null, null, null, null, null, null, null, retryAfter);
        Assert.Equal(seconds, (int?)RetrySchedule.RestAfter(status, headers, Now)?.TotalSeconds);
    }

    [Fact]
    public void What_a_receiver_asks_for_never_makes_it_sooner()
    {
        Assert.Equal(Now.AddHours(1), RetrySchedule.Next(2, "wh_1|msg_1", TimeSpan.FromHours(1), Now));
        Assert.True(RetrySchedule.Next(5, "wh_1|msg_1", TimeSpan.FromMinutes(1), Now) >= Now.AddHours(5));
    }

    [Fact]
    public void Nothing_for_five_days_switches_a_webhook_off_with_its_reason()
    {
        var failed = AttemptOutcome.Blocked("timeout", "The site took too long to answer.");
        var health = WebhookHealth.Fresh.After(failed, Now).After(failed, Now.AddDays(4.9));
        Assert.Null(health.StoppedAt);
        Assert.Null(health.After(new AttemptOutcome.Taken(200), Now.AddDays(4.95)).After(failed, Now.AddDays(5.1)).StoppedAt);
        var stopped = health.After(failed, Now.AddDays(5));
        Assert.Equal(Now.AddDays(5), stopped.StoppedAt);
        Assert.Equal("Nothing got through for 5 days, so Wellread stopped trying. The last time: The site took too long to answer.", stopped.StoppedBecause);
        Assert.Null(stopped.Restarted().StoppedAt);
        Assert.Null(health.GivenUp().After(failed, Now.AddDays(9)).StoppedAt);
    }
}

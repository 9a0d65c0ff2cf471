using System.Text;
using Microsoft.Extensions.Time.Testing;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>Sending through the one door.</summary>
public sealed class OutboundPostTests : IAsyncLifetime
{
    private const string Page = "https://hooks.example.org/in";
    private FakeWeb _web = null!;

    public async Task InitializeAsync() => _web = await FakeWeb.StartAsync();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task A_body_arrives_as_it_was_sent_and_says_nothing_else_about_us()
    {
        var body = "";
        _web.Respond(Page, async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            body = $"{context.Request.Method} {await reader.ReadToEndAsync()}";
            context.Response.StatusCode = 201;
            context.Response.Headers.RetryAfter = "7";
        });
        var answer = Assert.IsType<OutboundAnswer.Answered>(await PostAsync());
        Assert.Equal((201, "7", "POST {\"a\":\"ñ\"}"), (answer.Status, answer.Headers.RetryAfter, body));
        var request = Assert.Single(_web.Requests);
        Assert.Equal(["Content-Length", "Content-Type", "Host", "User-Agent", "webhook-id"], request.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(("application/json", "msg_1"), (request.Header("Content-Type"), request.Header("webhook-id")));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_answer_and_is_never_followed(int status)
    {
        _web.Redirect(Page, "https://elsewhere.example.org/", status);
        var elsewhere = _web.Respond("https://elsewhere.example.org/", "hello");
        Assert.Equal(status, Assert.IsType<OutboundAnswer.Answered>(await PostAsync()).Status);
        Assert.Equal(0, elsewhere.Requests);
        Assert.Single(_web.Dialled);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read()
    {
        _web.Respond(Page, async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block);
        });
        var answer = Assert.IsType<OutboundAnswer.Answered>(await PostAsync());
        Assert.Equal((200, 0), (answer.Status, answer.Body.Length));
    }

    [Fact]
    public async Task A_name_that_leads_into_a_private_network_is_not_dialled()
    {
        _web.Resolve("hooks.example.org", ["104.16.1.1", "10.0.0.7"]);
        Assert.Equal(FeedFaults.BlockedName, Assert.IsType<OutboundAnswer.Failed>(await PostAsync()).Fault);
        using var outbound = Fetching.Outbound(_web);
        Assert.Equal(FeedFaults.BlockedName, await outbound.CheckAsync(Target(Page), CancellationToken.None));
        Assert.Equal(FeedFaults.NameNotFound, await outbound.CheckAsync(Target("https://nobody.example.org/"), CancellationToken.None));
        _web.Resolve("hooks.example.org", ["104.16.1.1"]);
        Assert.Null(await outbound.CheckAsync(Target(Page), CancellationToken.None));
        Assert.Empty(_web.Dialled);
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_is_given_up_and_an_end_from_outside_is_no_fault()
    {
        var (time, arrived) = (new FakeTimeProvider(), new Signal());
        _web.Respond(Page, context =>
        {
            arrived.Set();
            return context.RequestAborted.WaitAsync();
        });
        using var outbound = Fetching.Outbound(_web, time);
        var late = outbound.PostAsync(Target(Page), Message(TimeSpan.FromSeconds(20)), CancellationToken.None);
        await arrived.WaitAsync();
        time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(late.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(FeedFaults.Timeout, Assert.IsType<OutboundAnswer.Failed>(await late).Fault);
        using var ended = new CancellationTokenSource();
        var cut = outbound.PostAsync(Target(Page), Message(TimeSpan.FromSeconds(20)), ended.Token);
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cut);
    }

    private async Task<OutboundAnswer> PostAsync()
    {
        using var outbound = Fetching.Outbound(_web);
        return await outbound.PostAsync(Target(Page), Message(TimeSpan.FromSeconds(60)), CancellationToken.None);
    }

    private static OutboundPost Message(TimeSpan timeout) => new(Encoding.UTF8.GetBytes("{\"a\":\"ñ\"}"), "application/json", [("webhook-id", "msg_1")], timeout);

    private static AddressVerdict.Allowed Target(string url) => Assert.IsType<AddressVerdict.Allowed>(new AddressPolicy(PrivateEndpoints.None).Judge(url));
}

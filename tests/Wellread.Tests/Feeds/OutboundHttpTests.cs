using System.Text;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>What publishers see of a visit, and how much of an answer is taken.</summary>
public sealed class OutboundHttpTests : OutboundStage
{
    [Theory]
    [InlineData("http://news.example.org/feed")]
    [InlineData("https://news.example.org/feed")]
    [InlineData("http://news.example.org:8080/feed?a=1")]
    public async Task A_page_is_read_over_http_and_https(string url)
    {
        Web.Respond(url, "hello", contentType: "text/plain", headers: [("ETag", "\"1\""), ("Last-Modified", "Mon, 02 Feb 2026 10:00:00 GMT")]);
        var answer = await Answered(url);
        Assert.Equal("hello", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal("text/plain", answer.Headers.ContentType);
        Assert.Equal("\"1\"", answer.Headers.ETag);
        Assert.Null(answer.MovedTo);
    }

    [Fact]
    public async Task Publishers_see_who_visits_and_nothing_else_about_us()
    {
        Web.Respond(Page, "hello");
        await Answered(Page);
        var request = Assert.Single(Web.Requests);
        Assert.Matches(@"^Wellread/\d+\.\d+\.\d+ \(\+https://.+\)$", request.Header("User-Agent"));
        Assert.Equal("gzip, deflate, br", request.Header("Accept-Encoding"));
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], request.Headers.Keys.Order());
    }

    [Fact]
    public async Task An_operator_can_name_the_practice_to_publishers()
    {
        Web.Respond(Page, "hello");
        await Answered(Page, options: new FeedsOptions { UserAgent = "Oak Street Clinic (web@oakstreet.example)" });
        Assert.Equal("Oak Street Clinic (web@oakstreet.example)", Assert.Single(Web.Requests).Header("User-Agent"));
    }

    [Fact]
    public async Task No_connection_is_used_twice()
    {
        Web.Respond(Page, "hello");
        using var outbound = Fetching.Outbound(Web);
        for (var visit = 0; visit < 3; visit++) await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        Assert.Equal(3, Web.Dialled.Count);
    }

    [Fact]
    public async Task No_cookie_is_kept()
    {
        Web.Respond(Page, "hello", headers: [("Set-Cookie", "id=1; Path=/")]);
        using var outbound = Fetching.Outbound(Web);
        await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        Assert.All(Web.Requests, request => Assert.Null(request.Header("Cookie")));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_answer_is_unpacked(string coding)
    {
        Web.Respond(Page, Pack(coding, "hello"), headers: ("Content-Encoding", coding));
        Assert.Equal("hello", Encoding.UTF8.GetString((await Answered(Page)).Body.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_answer_that_was_cut_short_is_a_fault(string coding)
    {
        var whole = Pack(coding, string.Concat(Enumerable.Range(0, 5000)));
        Web.Respond(Page, whole[..^40], headers: ("Content-Encoding", coding));
        Assert.Equal(FeedFaults.BrokenCoding, await Fault(Page));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_answer_that_grows_past_the_cap_is_too_large(string coding)
    {
        Web.Respond(Page, Pack(coding, new string('x', 200_000)), headers: ("Content-Encoding", coding));
        Assert.Equal(FeedFaults.TooLarge, await Fault(Page, options: new FeedsOptions { MaxPlainBytes = 100_000 }));
    }

    [Fact]
    public async Task One_coding_is_the_most()
    {
        Web.Respond(Page, Pack("gzip", "hello"), headers: ("Content-Encoding", "gzip, gzip"));
        Assert.Equal(FeedFaults.UnknownCoding, await Fault(Page));
    }

    [Fact]
    public async Task A_length_past_the_cap_is_refused_before_the_body_is_read()
    {
        // Nothing of the body is ever sent: a fetcher that waited for it would end with a timeout.
        Web.Respond(Page, async context =>
        {
            context.Response.ContentLength = long.MaxValue;
            await context.Response.Body.FlushAsync();
            await context.RequestAborted.WaitAsync();
        });
        Assert.Equal(FeedFaults.TooLarge, await Fault(Page));
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_at_the_cap()
    {
        Web.Respond(Page, async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(block);
        });
        Assert.Equal(FeedFaults.TooLarge, await Fault(Page));
    }
}

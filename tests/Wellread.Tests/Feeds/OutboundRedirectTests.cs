using System.Net;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;

namespace Wellread.Tests.Feeds;

/// <summary>Where a visit is led on to, and where it never goes.</summary>
public sealed class OutboundRedirectTests : OutboundStage
{
    [Fact]
    public async Task Five_redirects_are_followed_and_a_sixth_is_not()
    {
        for (var hop = 1; hop <= 6; hop++) Web.Redirect($"https://news.example.org/{hop}", $"/{hop - 1}");
        Web.Respond("https://news.example.org/0", "hello");
        var answer = await Answered("https://news.example.org/5");
        Assert.Equal("https://news.example.org/0", answer.Url.AbsoluteUri);
        Assert.Equal(FeedFaults.TooManyRedirects, await Fault("https://news.example.org/6"));
    }

    [Theory]
    [InlineData(301, 308, true)]
    [InlineData(301, 302, false)]
    [InlineData(307, 301, false)]
    public async Task A_move_counts_as_for_good_when_every_hop_says_so(int first, int second, bool forGood)
    {
        Web.Redirect("http://news.example.org/old", "https://news.example.org/older", first);
        Web.Redirect("https://news.example.org/older", Page, second);
        Web.Respond(Page, "hello");
        var answer = await Answered("http://news.example.org/old");
        Assert.Equal(forGood ? new Uri(Page) : null, answer.MovedTo);
    }

    [Fact]
    public async Task A_move_from_a_safe_to_an_unsafe_connection_is_followed_but_does_not_count_as_for_good()
    {
        Web.Redirect(Page, "http://news.example.org/feed", 301);
        Web.Respond("http://news.example.org/feed", "hello");
        var answer = await Answered(Page);
        Assert.Equal("http", answer.Url.Scheme);
        Assert.Null(answer.MovedTo);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("//localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://news.example.org:6379/")]
    [InlineData("http://inside.example.org/")]
    public async Task A_redirect_into_a_private_network_is_refused_without_a_connection(string location)
    {
        Web.Resolve("inside.example.org", ["10.0.0.5"]);
        Web.Redirect(Page, location, 301);
        Assert.Equal("blocked-address", (await Fault(Page)).Code);
        Assert.All(Web.Dialled, endPoint => Assert.True(AddressRanges.IsPublic(endPoint.Address)));
        Assert.Single(Web.Dialled);
    }

    [Fact]
    public async Task A_name_with_one_private_answer_among_public_ones_is_refused()
    {
        Web.Respond(Page, "hello");
        Web.Resolve("news.example.org", ["9.9.9.9", "10.0.0.5"]);
        Assert.Equal(FeedFaults.BlockedName, await Fault(Page));
        Assert.Empty(Web.Dialled);
    }

    [Fact]
    public async Task A_name_that_later_leads_inside_is_refused_though_it_was_allowed_before()
    {
        Web.Respond(Page, "hello");
        Web.Resolve("news.example.org", ["9.9.9.9"], ["127.0.0.1"]);
        using var outbound = Fetching.Outbound(Web);
        Assert.IsType<OutboundAnswer.Answered>(await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None));
        var second = await outbound.GetAsync(new Uri(Page), FeedValidators.None, CancellationToken.None);
        Assert.Equal(FeedFaults.BlockedName, Assert.IsType<OutboundAnswer.Failed>(second).Fault);
        Assert.Equal([new IPEndPoint(IPAddress.Parse("9.9.9.9"), 443)], Web.Dialled);
    }
}

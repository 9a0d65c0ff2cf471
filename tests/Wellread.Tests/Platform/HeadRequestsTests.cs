using System.Net;
using Wellread.Tests.Support;

namespace Wellread.Tests.Platform;

/// <summary>What GET answers, HEAD answers too, with the same headers. That no body follows is the server's part.</summary>
public sealed class HeadRequestsTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/api/v1/suggestions", HttpStatusCode.OK)]
    [InlineData("/api/v1/observances.ics", HttpStatusCode.OK)]
    [InlineData("/api/v1/feeds/opml", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/api/v1/suggestions?limit=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/outbox/default.rss", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nowhere", HttpStatusCode.NotFound)]
    public async Task Head_has_the_headers_of_get(string path, HttpStatusCode status)
    {
        using var client = _host.CreateClient();
        using var get = await client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await client.SendAsync(request);
        Assert.Equal(status, get.StatusCode);
        Assert.Equal(status, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
    }

    [Fact]
    public async Task Head_is_refused_where_there_is_no_get()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/v1/scores");
        using var response = await _host.CreateClient().SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}

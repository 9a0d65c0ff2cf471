using System.Net;
using System.Text;
using Wellread.Tests.Sharing.Webhooks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Platform;

/// <summary>Whatever is put as a whole can be read, edited and sent: what it shows besides its settings is no fault.</summary>
public sealed class SentBackTests : IAsyncLifetime
{
    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _host = WebhookWorld.Host(_web);
        _client = _host.CreateClient();
        _web.Name("hooks.example.org");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task Each_resource_can_be_sent_back_as_it_is_shown()
    {
        var paths = (await _client.GetJsonAsync("/openapi/v1.json"))["paths"]!.AsObject().Where(path => path.Value!["put"] is not null).ToList();
        Assert.NotEmpty(paths);
        foreach (var (path, operations) in paths)
        {
            Assert.NotNull(operations!["get"]);
            var one = await OneAsync(path);
            using var shown = await _client.GetAsync(one);
            var before = await shown.Content.ReadAsStringAsync();
            using var put = new HttpRequestMessage(HttpMethod.Put, one) { Content = new StringContent(before, Encoding.UTF8, "application/json") };
            put.Headers.IfMatch.Add(shown.Headers.ETag!);
            using var changed = await _client.SendAsync(put);
            Assert.True(changed.StatusCode == HttpStatusCode.OK, $"{path}: {await changed.Content.ReadAsStringAsync()}");
            Assert.Equal(before, await _client.GetStringAsync(one));
        }
    }

    [Theory]
    [InlineData("""{ "url": "https://hooks.example.org/", "evnts": ["feed.failing"] }""", "validation", "events")]
    [InlineData("""{ "url": "https://hooks.example.org/", "events": ["feed.gone"] }""", "validation", "events")]
    [InlineData("""{ "url": "" }""", "validation", "url")]
    [InlineData("""{ "url": 7 }""", "validation", "url")]
    [InlineData("""{ "name": "Tool" }""", "validation", "url")]
    [InlineData("[]", "unreadable-body", null)]
    public async Task What_is_wrong_with_a_webhook_is_told_when_it_is_changed_as_when_it_is_made(string body, string code, string? field)
    {
        var (id, _) = await _host.HookAsync("https://hooks.example.org/");
        foreach (var (method, path) in new[] { (HttpMethod.Put, $"/api/v1/webhooks/{id}"), (HttpMethod.Post, "/api/v1/webhooks") })
        {
            using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            using var response = await _client.SendAsync(request);
            var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, code);
            Assert.True(field is null ? problem["errors"] is null : problem["errors"]![field] is not null, $"{method}: {problem}");
        }
    }

    /// <summary>The address of one that is there; a resource that is new has to say here how one is made.</summary>
    private async Task<string> OneAsync(string path) => path switch
    {
        "/api/v1/practices/{id}" => "/api/v1/practices/default",
        "/api/v1/webhooks/{id}" => $"/api/v1/webhooks/{(await _host.HookAsync("https://hooks.example.org/token")).Id}",
        _ => throw new InvalidOperationException($"How is one made for {path}?"),
    };
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds;

/// <summary>A service with one feed on its list, and another in the pretend web.</summary>
public abstract class FeedEditingStage : IAsyncLifetime
{
    private protected const string Listed = "https://listed.example.org/feed";
    private protected const string New = "https://new.example.org/rss";

    private protected FakeWeb Web { get; private set; } = null!;

    private protected WellreadHost Host { get; private set; } = null!;

    private protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Web = await FakeWeb.StartAsync();
        Web.Respond(Listed, Rss("Listed", "Drink more water every day", "A short walk helps your heart"));
        Web.Respond(New, Rss("News &amp;amp; <b>views</b>", "Eat more fruit and vegetables"));
        Host = new WellreadHost().WithFeeds(Web, $"text=\"Listed\" xmlUrl=\"{Listed}\" publisher=\"government\" audience=\"consumer\" language=\"en\"");
        Client = Host.CreateClient();
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Web.DisposeAsync();
    }

    private protected static string Rss(string title, params string[] items) =>
        $"<rss version=\"2.0\"><channel><title>{title}</title>{string.Concat(items.Select((item, i) => $"<item><title>{item}</title><link>https://items.example.org/{Uri.EscapeDataString(title)}/{i}</link><description>You can do this at home. It is easy and it helps you stay well. Start today with a small step.</description></item>"))}</channel></rss>";

    private protected static string StoreOf(WellreadHost host) => host.Get<Microsoft.Extensions.Configuration.IConfiguration>()["Storage:Connection"]!;

    private protected static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    private protected static IEnumerable<string?> Titles(JsonNode list) => list["items"]!.AsArray().Select(item => (string?)item!["title"]);

    private protected async Task<string> ListedIdAsync() => (string)(await Client.GetJsonAsync("/api/v1/feeds"))["items"]![0]!["id"]!;

    private protected async Task<JsonNode> PatchAsync(string id, object body)
    {
        using var response = await Client.PatchAsJsonAsync($"/api/v1/feeds/{id}", body);
        return await ReadAsync(response, HttpStatusCode.OK);
    }

    private protected async Task<HttpResponseMessage> SendAsync(HttpMethod method, string id, string tag, object? body)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/feeds/{id}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await Client.SendAsync(request);
    }

    private protected async Task<IReadOnlyList<string?>> SuggestedAsync() => [.. Titles(await Client.GetJsonAsync("/api/v1/suggestions")).Order()];
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Sharing.Webhooks;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>What tests of webhooks do with a host: they let it notice events and send, which its own ticks never do under the test's clock.</summary>
internal static class WebhookWorld
{
    public static WellreadHost Host(FakeWeb web, string? connection = null)
    {
        var host = new WellreadHost().With(services => services.AddSingleton(web.Network).AddSingleton(Make.Catalog(("feed_a", FeedRules.None), ("feed_b", FeedRules.None))));
        // A busy machine is no receiver that is away.
        host.With("Feeds:ConnectTimeout", "00:01:00");
        return connection is null ? host : host.With("Storage:Connection", connection);
    }

    /// <summary>Notices what has happened and sends all that is due.</summary>
    public static async Task TickAsync(this WellreadHost host)
    {
        await host.Get<EventPump>().RunAsync(CancellationToken.None);
        await host.SendAsync();
    }

    /// <summary>Sends all that is due.</summary>
    public static async Task SendAsync(this WellreadHost host)
    {
        await host.Get<DeliveryLanes>().StartAsync(CancellationToken.None);
        await host.Get<DeliveryLanes>().WaitAsync();
    }

    public static async Task StoreAsync(this WellreadHost host, params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }

    /// <summary>Sets how much a practice posts on its channels.</summary>
    public static async Task LimitAsync(this WellreadHost host, object channels, string practice = "default")
    {
        using var response = await host.CreateClient().PatchAsJsonAsync($"/api/v1/practices/{practice}", new { channels, confirmMoreChannels = true });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public static async Task VisitedAsync(this WellreadHost host, params FeedState[] states)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var state in states) FeedStore.Put(batch, state);
        await host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
    }

    public static Task<JsonNode> DecideAsync(this WellreadHost host, string name, object decision, string practice = "default") => host.CreateClient().PostJsonAsync(
        $"/api/v1/suggestions/{SuggestionId.Of(Make.Article(name).Id)}/decisions?practice={practice}", decision, HttpStatusCode.Created);

    public static Task<JsonNode> ApproveAsync(this WellreadHost host, string name, string practice = "default") => host.DecideAsync(name, new { action = "approve", by = "Ann B." }, practice);

    /// <summary>Sets a webhook up; gives its id and secret.</summary>
    public static async Task<(string Id, string Secret)> HookAsync(this WellreadHost host, string url, string[]? events = null, string? practice = null)
    {
        var made = await host.CreateClient().PostJsonAsync("/api/v1/webhooks", new { url, events, practice }, HttpStatusCode.Created);
        return ((string)made["webhook"]!["id"]!, (string)made["secret"]!);
    }

    public static async Task PutHookAsync(this WellreadHost host, string id, object settings)
    {
        using var response = await host.CreateClient().PutAsJsonAsync($"/api/v1/webhooks/{id}", settings);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    public static Task<JsonNode> ShowAsync(this WellreadHost host, string id) => host.CreateClient().GetJsonAsync($"/api/v1/webhooks/{id}");

    public static async Task<JsonArray> DeliveriesAsync(this WellreadHost host, string id) =>
        (await host.CreateClient().GetJsonAsync($"/api/v1/webhooks/{id}/deliveries"))["items"]!.AsArray();
}

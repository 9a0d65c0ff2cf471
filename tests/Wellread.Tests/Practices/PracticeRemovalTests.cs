using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Practices;

/// <summary>A practice that is removed is gone for every call but the audit.</summary>
public sealed class PracticeRemovalTests : IAsyncLifetime
{
    private const string Kids = "/api/v1/practices/kids";
    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None))));
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Put(batch, Make.Article("lunch"));
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        await SetUpAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task It_is_gone_and_its_outbox_is_closed_and_what_it_decided_is_not_lost()
    {
        var id = SuggestionId.Of(Make.Article("lunch").Id);
        await _client.PostJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=kids", new { action = "approve", by = "Ann" }, HttpStatusCode.Created);
        var outbox = (string)(await _client.PostJsonAsync($"{Kids}/outbox-token", null, HttpStatusCode.OK))["atom"]!;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(outbox));

        Assert.Equal(HttpStatusCode.NoContent, await RemoveAsync());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(outbox));
        foreach (var path in new[] { Kids, "/api/v1/suggestions?practice=kids", "/api/v1/suggestions/today?practice=kids", $"/api/v1/suggestions/{id}/decisions?practice=kids", $"{Kids}/outbox-token" })
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path));
        Assert.Equal(["default"], (await _client.GetJsonAsync("/api/v1/practices"))["items"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.Equal(HttpStatusCode.NotFound, await RemoveAsync());
        Assert.Equal("Ann", (string?)Assert.Single((await _client.GetJsonAsync("/api/v1/audit?practice=kids&about=decisions"))["items"]!.AsArray())!["by"]);

        _host.Get<CurrentPractices>().Reset([]);
        await _host.Get<PracticeStore>().LoadAsync(CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Kids));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/audit?practice=kids"));

        await SetUpAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(outbox));
        Assert.Single((await _client.GetJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=kids"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Another_instance_hears_of_it()
    {
        var other = new CurrentPractices(_host.Get<CurrentPractices>().Configured);
        var store = ActivatorUtilities.CreateInstance<PracticeStore>(_host.Services, other);
        await store.LoadAsync(CancellationToken.None);
        Assert.NotNull(other.Find("kids"));
        await RemoveAsync();
        await store.UpdateAsync([new LogEntry(0, PracticeStore.Kind, "kids")], CancellationToken.None);
        Assert.Null(other.Find("kids"));
    }

    [Fact]
    public async Task The_default_practice_stays()
    {
        using var response = await _client.DeleteAsync("/api/v1/practices/default");
        await Api.ProblemAsync(response, HttpStatusCode.Conflict, "default-practice");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/practices/default"));
    }

    [Fact]
    public async Task What_somebody_else_changed_is_not_removed_unseen()
    {
        using var shown = await _client.GetAsync(Kids);
        using var change = await _client.PutAsJsonAsync(Kids, new { name = "Kids 2" });
        using var request = new HttpRequestMessage(HttpMethod.Delete, Kids);
        request.Headers.TryAddWithoutValidation("If-Match", shown.Headers.ETag!.ToString());
        using var response = await _client.SendAsync(request);
        await Api.ProblemAsync(response, HttpStatusCode.PreconditionFailed, "stale-etag");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Kids));
    }

    [Fact]
    public void What_is_changed_while_all_are_read_is_not_lost()
    {
        var practices = new CurrentPractices(Named("default", 0));
        practices.Change([Named("kids", 1)]);
        var known = practices.Known;
        practices.Change([Named("kids", 2), Named("teens", 1)]);
        practices.Reset([Named("kids", 1)], known);
        Assert.Equal((2, 1), (practices.Find("kids")!.Version, practices.Find("teens")!.Version));
        practices.Reset([Named("kids", 3)], practices.Known);
        Assert.Equal((3, false), (practices.Find("kids")!.Version, practices.All.Any(practice => practice.Id == "teens")));
    }

    private static Practice Named(string id, long version) => new PracticeSettings().ToPractice(id, version);

    private async Task SetUpAsync()
    {
        using var response = await _client.PutAsJsonAsync(Kids, new { name = "Kids" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task<HttpStatusCode> RemoveAsync()
    {
        using var response = await _client.DeleteAsync(Kids);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        return response.StatusCode;
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>Lists that are bounded say so: what changed, what is ready for a health day, the figures of a day's picks.</summary>
public sealed class LimitsTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None))));
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = _host.CreateClient();
        await StoreAsync([.. Enumerable.Range(0, 52).Select(Article)]);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_changed_comes_50_at_a_time_the_latest_first_with_how_many_there_are()
    {
        for (var i = 0; i < 52; i++)
        {
            await _client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(Article(i).Id)}/decisions", new { action = "approve" }, HttpStatusCode.Created);
            _host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await StoreAsync([.. Enumerable.Range(0, 52).Select(i => Article(i) with { Title = $"Retracted: {Article(i).Title}" })]);
        var all = await _client.GetJsonAsync("/api/v1/suggestions/changed");
        Assert.Equal((50, 52), (all["items"]!.AsArray().Count, (int)all["total"]!));
        var two = await _client.GetJsonAsync("/api/v1/suggestions/changed?limit=2");
        Assert.Equal(52, (int)two["total"]!);
        Assert.Equal(all["items"]!.AsArray().Take(2).Select(Id), two["items"]!.AsArray().Select(Id));
        foreach (var limit in new[] { 0, 51 })
        {
            using var response = await _client.GetAsync($"/api/v1/suggestions/changed?limit={limit}");
            await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
        }
    }

    [Fact]
    public async Task What_is_ready_is_counted_up_to_three_and_only_for_days_of_the_next_60()
    {
        var items = (await _client.GetJsonAsync("/api/v1/observances?from=2026-11-23&to=2027-11-22&ready=true"))["items"]!.AsArray();
        var last = new DateOnly(2026, 11, 23).AddDays(60);
        Assert.All(items, item => Assert.Equal(DateOnly.Parse((string)item!["start"]!, System.Globalization.CultureInfo.InvariantCulture) <= last, item["ready"] is not null));
        Assert.Equal(3, items.Max(item => (int?)item!["ready"]));
    }

    [Fact]
    public async Task The_figures_of_a_days_picks_come_when_asked_for()
    {
        var plain = (await _client.GetJsonAsync("/api/v1/suggestions/today"))["items"]!.AsArray();
        var figures = (await _client.GetJsonAsync("/api/v1/suggestions/today?figures=true"))["items"]!.AsArray();
        Assert.Equal(plain.Select(item => Id(item!["suggestion"])), figures.Select(item => Id(item!["suggestion"])));
        Assert.All(plain, item => Assert.Null(item!["suggestion"]!["figures"]));
        Assert.All(figures, item => Assert.NotEmpty(item!["suggestion"]!["figures"]!["rules"]!.AsArray()));
    }

    private static string Id(JsonNode? item) => (string)item!["id"]!;

    private static Article Article(int number) => Make.Article($"AIDS and HIV care, part {number}", topics: ["sexual-health"]);

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}

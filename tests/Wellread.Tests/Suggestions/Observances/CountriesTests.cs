using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Feeds;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Observances;

/// <summary>A practice keeps the world's health days and those of its countries.</summary>
public sealed class CountriesTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None))));
    private HttpClient _client = null!;

    public Task InitializeAsync()
    {
        _client = _host.CreateClient();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_practice_is_shown_no_day_that_only_another_country_keeps()
    {
        await SetUpAsync("madrid", ["es", "ES"]);
        await SetUpAsync("austin", ["us"]);
        Assert.Equal(["ES"], (await _client.GetJsonAsync("/api/v1/practices/madrid"))["countries"]!.AsArray().Select(country => (string)country!));
        Assert.Equal([null, "US"], await CountriesAsync("default"));
        Assert.Equal([null, "US"], await CountriesAsync("austin"));
        Assert.Equal([null], await CountriesAsync("madrid"));
        var today = await _client.GetJsonAsync("/api/v1/suggestions/today?practice=madrid");
        Assert.All(today["observances"]!.AsArray(), item => Assert.Null(item!["country"]));
    }

    [Fact]
    public void What_is_near_is_kept_apart_by_countries()
    {
        var catalog = _host.Get<ObservanceCatalog>();
        var day = new DateOnly(2026, 11, 1);
        var (all, us, none) = (catalog.Upcoming(day, []), catalog.Upcoming(day, ["CA", "US"]), catalog.Upcoming(day, ["CA"]));
        Assert.Equal(all.AsEnumerable(), us);
        Assert.Equal(all.Where(occurrence => occurrence.Observance.Country is null), none);
        Assert.True(none.Length < all.Length);
        Assert.True(none == catalog.Upcoming(day, ["CA"]));
    }

    [Theory]
    [InlineData("USA")]
    [InlineData("U1")]
    [InlineData("ZZ")]
    [InlineData("UK")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_country_has_the_two_letters_of_the_standard(string? country)
    {
        using var response = await _client.PutAsJsonAsync("/api/v1/practices/kids", new { countries = new[] { country } });
        Assert.NotNull((await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation"))["errors"]!["countries"]);
    }

    private async Task SetUpAsync(string id, string[] countries)
    {
        using var response = await _client.PutAsJsonAsync($"/api/v1/practices/{id}", new { countries });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task<IEnumerable<string?>> CountriesAsync(string practice) =>
        (await _client.GetJsonAsync($"/api/v1/observances?practice={practice}&from=2026-11-01&to=2026-12-31"))["items"]!.AsArray().Select(item => (string?)item!["country"]).Distinct().Order(StringComparer.Ordinal);
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Practices;

public sealed class PracticesEndpointsTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost()
        .With("Practice:TimeZone", "Europe/Madrid")
        .With("Practice:Topics:0", "sleep")
        .With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None), ("feed_b", FeedRules.None))));

    private HttpClient _client = null!;

    public Task InitializeAsync()
    {
        _client = _host.CreateClient();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_default_practice_is_there_as_the_configuration_has_it_until_somebody_changes_it()
    {
        var practice = await _client.GetJsonAsync("/api/v1/practices/default");
        Assert.Equal(("Europe/Madrid", 2, 8), ((string?)practice["timeZone"], (double)practice["topicWeights"]!["sleep"]!, (double)practice["targetGrade"]!));
        Assert.Equal(["facebook", "x", "linkedin"], practice["channels"]!.AsObject().Where(channel => (bool)channel.Value!["enabled"]!).Select(channel => channel.Key));
        await PatchAsync("default", """{ "targetGrade": 6 }""");
        practice = await _client.GetJsonAsync("/api/v1/practices/default");
        Assert.Equal(("Europe/Madrid", 2, 6), ((string?)practice["timeZone"], (double)practice["topicWeights"]!["sleep"]!, (double)practice["targetGrade"]!));
    }

    [Fact]
    public async Task A_practice_is_set_up_changed_and_listed_and_is_there_after_a_restart()
    {
        using var created = await PutAsync("kids", """{ "name": " Kids  first ", "specialty": "children", "timeZone": "america/chicago", "topicWeights": { "teens": 0 } }""");
        Assert.Equal((HttpStatusCode.Created, "/api/v1/practices/kids"), (created.StatusCode, created.Headers.Location?.OriginalString));
        var kids = await _client.GetJsonAsync("/api/v1/practices/kids");
        Assert.Equal(("Kids first", "America/Chicago"), ((string?)kids["name"], (string?)kids["timeZone"]));
        Assert.Equal((3, 0), ((double)kids["effectiveTopicWeights"]!["children"]!, (double)kids["effectiveTopicWeights"]!["teens"]!));

        await PatchAsync("kids", """{ "channels": { "facebook": { "weeklyBudget": 2, "quietHours": { "to": "08:30" } } }, "specialty": null }""");
        kids = await _client.GetJsonAsync("/api/v1/practices/kids");
        var facebook = kids["channels"]!["facebook"]!;
        Assert.Equal((2, "21:00", "08:30", 4), ((int)facebook["weeklyBudget"]!, (string?)facebook["quietHours"]!["from"], (string?)facebook["quietHours"]!["to"], (int)facebook["leastGapHours"]!));
        Assert.Equal((null, 0), ((string?)kids["specialty"], (double)kids["topicWeights"]!["teens"]!));

        _host.Get<CurrentPractices>().Reset([]);
        await _host.Get<PracticeStore>().LoadAsync(CancellationToken.None);
        Assert.Equal(kids.ToJsonString(), (await _client.GetJsonAsync("/api/v1/practices/kids")).ToJsonString());
        Assert.Equal(["default", "kids"], (await _client.GetJsonAsync("/api/v1/practices"))["items"]!.AsArray().Select(item => (string)item!["id"]!));
    }

    [Fact]
    public async Task What_is_shown_can_be_sent_back_as_it_is()
    {
        using (await PutAsync("kids", """{ "specialty": "children", "topicWeights": { "teens": 0 }, "channels": { "x": { "enabled": false } }, "blockedWords": ["recall"] }""")) { }
        var shown = await _client.GetJsonAsync("/api/v1/practices/kids");
        using var again = await PutAsync("kids", shown.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(shown.ToJsonString(), (await JsonNode.ParseAsync(await again.Content.ReadAsStreamAsync()))!.ToJsonString());
    }

    [Fact]
    public async Task Practices_come_in_pages()
    {
        foreach (var id in new[] { "a", "b", "zoo" }) (await PutAsync(id, "{}")).Dispose();
        var first = await _client.GetJsonAsync("/api/v1/practices?limit=2");
        Assert.Equal(["a", "b"], first["items"]!.AsArray().Select(item => (string)item!["id"]!));
        var second = await _client.GetJsonAsync($"/api/v1/practices?limit=2&cursor={first["nextCursor"]}");
        Assert.Equal(["default", "zoo"], second["items"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.Null(second["nextCursor"]);
    }

    [Fact]
    public async Task A_third_channel_for_patients_waits_for_a_yes_and_one_for_colleagues_does_not()
    {
        using var refused = await SendAsync(HttpMethod.Patch, "default", """{ "channels": { "threads": { "enabled": true } } }""");
        var problem = await Api.ProblemAsync(refused, HttpStatusCode.Conflict, "more-channels");
        Assert.Contains("Facebook, X and Threads", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.False((bool)(await _client.GetJsonAsync("/api/v1/practices/default"))["channels"]!["threads"]!["enabled"]!);

        await PatchAsync("default", """{ "channels": { "threads": { "enabled": true } }, "confirmMoreChannels": true }""");
        await PatchAsync("default", """{ "channels": { "threads": { "weeklyBudget": 1 }, "linkedin": { "enabled": false } } }""");
        using var swapped = await SendAsync(HttpMethod.Patch, "default", """{ "channels": { "x": { "enabled": false }, "bluesky": { "enabled": true } } }""");
        await Api.ProblemAsync(swapped, HttpStatusCode.Conflict, "more-channels");
        await PatchAsync("default", """{ "channels": { "x": { "enabled": false }, "linkedin": { "enabled": true } } }""");
        await PatchAsync("default", """{ "channels": { "threads": { "enabled": false }, "email": { "enabled": true } } }""");

        using var created = await PutAsync("loud", """{ "channels": { "email": { "enabled": true } } }""");
        await Api.ProblemAsync(created, HttpStatusCode.Conflict, "more-channels");
    }

    [Theory]
    [InlineData("""{ "name": " " }""", "name")]
    [InlineData("""{ "specialty": "plumbing" }""", "specialty")]
    [InlineData("""{ "languages": [] }""", "languages")]
    [InlineData("""{ "languages": ["en", "xx"] }""", "languages")]
    [InlineData("""{ "timeZone": "Mars/Base" }""", "timeZone")]
    [InlineData("""{ "timeZone": "W. Europe Standard Time" }""", "timeZone")]
    [InlineData("""{ "targetGrade": 0 }""", "targetGrade")]
    [InlineData("""{ "topicWeights": { "gossip": 1 } }""", "topicWeights")]
    [InlineData("""{ "topicWeights": { "heart": 3.1 } }""", "topicWeights.heart")]
    [InlineData("""{ "topicWeights": { "dental": "x" } }""", "topicWeights.dental")]
    [InlineData("""{ "topicWeights": { "Dental": [1] } }""", "topicWeights.dental")]
    [InlineData("""{ "topicWeights": { "gossip": "x" } }""", "topicWeights")]
    [InlineData("""{ "blockedSources": ["feed_none"] }""", "blockedSources")]
    [InlineData("""{ "blockedSources": ["feed_a"], "trustedSources": ["feed_a"] }""", "trustedSources")]
    [InlineData("""{ "blockedWords": ["..."] }""", "blockedWords")]
    [InlineData("""{ "channels": { "myspace": {} } }""", "channels")]
    [InlineData("""{ "channels": { "x": { "weeklyBudget": 0 } } }""", "channels.x.weeklyBudget")]
    [InlineData("""{ "channels": { "x": { "leastGapHours": 169 } } }""", "channels.x.leastGapHours")]
    [InlineData("""{ "channels": { "x": { "quietHours": { "from": "9pm" } } } }""", "channels.x.quietHours.from")]
    public async Task What_makes_no_sense_is_refused_with_the_field_and_what_would_be_right(string body, string field)
    {
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch })
        {
            using var response = await SendAsync(method, "default", body);
            var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
            Assert.NotEmpty((string)problem["errors"]![field]![0]!);
        }
        Assert.Equal(0, _host.Get<CurrentPractices>().Default.Version);
    }

    [Theory]
    [InlineData("""{ "id": "kids", "name": "Kids" }""")]
    [InlineData("""{ "ID": 5 }""")]
    public async Task A_change_that_names_another_practice_is_refused(string body)
    {
        using var response = await SendAsync(HttpMethod.Patch, "default", body);
        Assert.NotNull((await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation"))["errors"]!["id"]);
        Assert.Equal(0, _host.Get<CurrentPractices>().Default.Version);
        await PatchAsync("default", """{ "id": "default", "name": "Ours" }""");
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once_and_a_place_that_is_meant_is_told()
    {
        using var response = await PutAsync("kids", """{ "timeZone": "chicago", "targetGrade": 99, "languages": ["xx"] }""");
        var errors = (await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation"))["errors"]!.AsObject();
        Assert.Equal(["languages", "targetGrade", "timeZone"], errors.Select(error => error.Key).Order());
        Assert.Equal("Did you mean America/Chicago?", (string?)errors["timeZone"]![0]);
    }

    [Theory]
    [InlineData("PUT", "kids", """{ "topicWeights": { "heart": 1, "Heart": 2 } }""", HttpStatusCode.BadRequest, "validation")]
    [InlineData("PUT", "Kids", "{}", HttpStatusCode.BadRequest, "validation")]
    [InlineData("PUT", "kids", """{ "targetGrade": "eight" }""", HttpStatusCode.BadRequest, "validation")]
    [InlineData("PATCH", "default", """{ "targetGrade": "eight" }""", HttpStatusCode.BadRequest, "validation")]
    [InlineData("PATCH", "default", """{ "name" """, HttpStatusCode.BadRequest, "unreadable-body")]
    [InlineData("PATCH", "default", """{ "name": "A", "name": "B" }""", HttpStatusCode.BadRequest, "unreadable-body")]
    [InlineData("PATCH", "default", """{ "nmae": "A" }""", HttpStatusCode.BadRequest, "validation")]
    [InlineData("PATCH", "default", """{ "channels": { "x": { "budget": 2 } } }""", HttpStatusCode.BadRequest, "validation")]
    [InlineData("PATCH", "default", "[]", HttpStatusCode.BadRequest, "unreadable-body")]
    [InlineData("PATCH", "default", "null", HttpStatusCode.BadRequest, "unreadable-body")]
    [InlineData("PATCH", "none", "{}", HttpStatusCode.NotFound, "unknown-practice")]
    [InlineData("GET", "none", null, HttpStatusCode.NotFound, "unknown-practice")]
    public async Task What_can_not_be_done_says_so(string method, string id, string? body, HttpStatusCode status, string code)
    {
        using var response = await SendAsync(new HttpMethod(method), id, body);
        await Api.ProblemAsync(response, status, code);
    }

    [Fact]
    public async Task Names_in_a_patch_are_the_same_in_any_case()
    {
        await PatchAsync("default", """{ "name": "A", "channels": { "facebook": { "weeklyBudget": 2 } } }""");
        await PatchAsync("default", """{ "Name": null, "Channels": { "Facebook": { "LeastGapHours": 5 } } }""");
        var practice = await _client.GetJsonAsync("/api/v1/practices/default");
        Assert.NotEqual("A", (string?)practice["name"]);
        Assert.Equal((2, 5), ((int)practice["channels"]!["facebook"]!["weeklyBudget"]!, (int)practice["channels"]!["facebook"]!["leastGapHours"]!));
    }

    [Fact]
    public async Task What_is_shown_can_be_sent_back_as_a_patch()
    {
        await PatchAsync("default", """{ "name": "A", "specialty": "children", "channels": { "x": { "weeklyBudget": 2 } } }""");
        var shown = await _client.GetJsonAsync("/api/v1/practices/default");
        using var response = await SendAsync(HttpMethod.Patch, "default", shown.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(shown.ToJsonString(), (await _client.GetJsonAsync("/api/v1/practices/default")).ToJsonString());
    }

    [Fact]
    public async Task A_change_to_what_somebody_else_changed_is_refused()
    {
        using var shown = await _client.GetAsync("/api/v1/practices/default");
        var tag = shown.Headers.ETag!.ToString();
        using var first = await SendAsync(HttpMethod.Patch, "default", """{ "name": "A" }""", ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.NotEqual(tag, first.Headers.ETag!.ToString());
        using var second = await SendAsync(HttpMethod.Put, "default", """{ "name": "B" }""", ("If-Match", tag));
        await Api.ProblemAsync(second, HttpStatusCode.PreconditionFailed, "stale-etag");
        using var onlyNew = await SendAsync(HttpMethod.Put, "default", "{}", ("If-None-Match", "*"));
        await Api.ProblemAsync(onlyNew, HttpStatusCode.PreconditionFailed, "stale-etag");
        using var onlyThere = await SendAsync(HttpMethod.Put, "new", "{}", ("If-Match", "*"));
        await Api.ProblemAsync(onlyThere, HttpStatusCode.PreconditionFailed, "stale-etag");
        Assert.Equal("A", (string?)(await _client.GetJsonAsync("/api/v1/practices/default"))["name"]);
    }

    [Fact]
    public async Task Changes_made_at_once_are_all_kept()
    {
        string[] patches = ["""{ "name": "A" }""", """{ "targetGrade": 5 }""", """{ "languages": ["es"] }""", """{ "blockedWords": ["recall"] }"""];
        await Task.WhenAll(patches.Select(patch => PatchAsync("default", patch)));
        var practice = _host.Get<CurrentPractices>().Default;
        Assert.Equal(("A", 5.0, "es", "recall", 4), (practice.Name, practice.TargetGrade, practice.Languages[0], practice.BlockedWords[0], practice.Version));
    }

    [Fact]
    public async Task What_another_instance_changed_is_followed()
    {
        await _host.Get<IStorage>().CommitAsync(
            new StorageBatch(Partitions.Practices).Put(PracticeStore.Kind, "far", new PracticeSettings { Name = "Far" }.ToJson()).Log(PracticeStore.Kind, "far"), CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        Assert.Equal("Far", (string?)(await _client.GetJsonAsync("/api/v1/practices/far"))["name"]);
    }

    [Fact]
    public void A_practice_that_was_not_read_yet_is_not_said_to_be_missing()
    {
        var practices = new CurrentPractices(new PracticeSettings().ToPractice("default", 0));
        foreach (var id in new[] { "default", "kids" })
        {
            var problem = Assert.IsType<ProblemHttpResult>(PracticesEndpoints.GetPractice(id, practices, new DefaultHttpContext().Response).Result);
            Assert.Equal(StatusCodes.Status503ServiceUnavailable, problem.StatusCode);
        }
        practices.Reset([]);
        Assert.IsType<Ok<PracticeItem>>(PracticesEndpoints.GetPractice("default", practices, new DefaultHttpContext().Response).Result);
    }

    [Fact]
    public async Task Specialties_are_listed_with_their_topics()
    {
        var items = (await _client.GetJsonAsync("/api/v1/specialties"))["items"]!.AsArray();
        Assert.Equal(3, (double)items.Single(item => (string)item!["slug"]! == "dental")!["topicWeights"]!["dental"]!);
    }

    private Task<HttpResponseMessage> PutAsync(string id, string body) => SendAsync(HttpMethod.Put, id, body);

    private async Task PatchAsync(string id, string body)
    {
        using var response = await SendAsync(HttpMethod.Patch, id, body);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string id, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/practices/{id}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request);
    }
}

using System.Net;
using System.Text;
using Wellread.Platform;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Platform;

/// <summary>A field that a call does not know is refused with what would be right, and is not repeated.</summary>
public sealed class UnknownFieldTests : CallsStage
{
    private static readonly string Decisions = $"/api/v1/suggestions/{SuggestionId.Of(Make.Article("lunch").Id)}/decisions";

    [Theory]
    [InlineData("POST", "/decisions", """{ "action": "reject", "raeson": "notToday" }""", "reason")]
    [InlineData("POST", "/decisions", """{ "shared_at": "2026-01-01T00:00:00Z", "action": "shared", "channel": "x", "share-dat": 1 }""", "sharedAt")]
    [InlineData("PUT", "/api/v1/practices/kids", """{ "timezone": "UTC", "targetgrades": 6 }""", "targetGrade")]
    [InlineData("PUT", "/api/v1/practices/kids", """{ "channels": { "facebook": { "weekly_budgte": 3 } } }""", "weeklyBudget")]
    [InlineData("PUT", "/api/v1/practices/kids", """{ "channels": { "facebook": { "quietHours": { "form": "20:00" } } } }""", "from")]
    [InlineData("PATCH", "/api/v1/practices/default", """{ "targetGrad": 6 }""", "targetGrade")]
    [InlineData("PATCH", "/api/v1/practices/default", """{ "topicWeights": { "sleep": null }, "nmae": null }""", "name")]
    [InlineData("PATCH", "/api/v1/practices/default", """{ "channels": { "x": { "leastGapHour": 6 } } }""", "leastGapHours")]
    [InlineData("POST", "/api/v1/scores", """{ "txet": "Eat more fruit." }""", "text")]
    [InlineData("POST", "/api/v1/posts/check", """{ "text": "Eat more fruit.", "chanel": "x" }""", "channel")]
    [InlineData("POST", "/api/v1/webhooks", """{ "url": "https://hooks.example.org/", "practise": "default" }""", "practice")]
    [InlineData("PATCH", "/api/v1/feeds/feed_a", """{ "enabeld": false }""", "enabled")]
    public async Task A_misspelt_field_is_told_by_the_name_that_is_meant(string method, string path, string body, string field)
    {
        using var response = await SendAsync(method, path, body);
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
        Assert.Equal(field, Assert.Single(problem["errors"]!.AsObject()).Key);
        Assert.Equal($"There is no field of one of the names that you sent. Did you mean '{field}'?", (string?)problem["detail"]);
    }

    [Theory]
    [InlineData("Mrs Jones came in with a rash")]
    [InlineData("' could not be mapped to any .NET member contained in type 'Wellread.Feeds.ChangeFeedRequest'")]
    [InlineData("")]
    [InlineData("contained in type '")]
    public async Task What_was_sent_as_a_name_is_not_repeated(string name)
    {
        using var response = await SendAsync("POST", "/decisions", $$"""{ "action": "approve", "{{name}}": 1 }""");
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
        Assert.StartsWith("There is no field of one of the names that you sent. There are these: action, reason, until, ", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal((string?)problem["detail"], (string?)Assert.Single(problem["errors"]!["body"]!.AsArray()));
        Assert.Single(problem["errors"]!.AsObject());
    }

    [Fact]
    public async Task A_practice_can_be_sent_back_as_it_is_shown()
    {
        var shown = (await Client.GetJsonAsync("/api/v1/practices/default")).ToJsonString();
        using var put = await SendAsync("PUT", "/api/v1/practices/default", shown);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        using var twice = await SendAsync("PUT", "/api/v1/practices/kids", """{ "name": "A", "name": "B" }""");
        await Api.ProblemAsync(twice, HttpStatusCode.BadRequest, "unreadable-body");
    }

    [Theory]
    [InlineData("raeson", "reason")]
    [InlineData("Sensitive Topics", "sensitiveTopics")]
    [InlineData("colour", null)]
    [InlineData("a", null)]
    [InlineData("", null)]
    public void Only_a_name_that_is_near_is_meant(string sent, string? meant) => Assert.Equal(meant, UnknownField.Nearest(sent, ["reason", "until", "sensitiveTopics", "by"]));

    [Fact]
    public void A_very_long_name_is_compared_with_nothing() => Assert.Null(UnknownField.Nearest(new string('x', 100_000), [new string('x', 100_000)]));

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path == "/decisions" ? Decisions : path);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Client.SendAsync(request);
    }
}

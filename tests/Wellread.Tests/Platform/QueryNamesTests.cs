using System.Net;
using System.Text.Json.Nodes;
using Wellread.Tests.Support;

namespace Wellread.Tests.Platform;

/// <summary>What stands behind the <c>?</c> of an address is known and can be read, or the answer says what would be right.</summary>
public sealed class QueryNamesTests : CallsStage
{
    private static readonly string[] ForOtherPrograms =
        ["/api/v1/observances.ics", "/api/v1/feeds/opml", "/api/v1/outbox/{practice}.{format}", "/api/v1/outbox/{practice}/calendar.ics"];

    [Theory]
    [InlineData("/api/v1/suggestions?limt=5", "limit")]
    [InlineData("/api/v1/suggestions?limit=5&practise=kids", "practice")]
    [InlineData("/api/v1/suggestions/today?chanel=x", "channel")]
    [InlineData("/api/v1/observances?form=2026-12-01", "from")]
    [InlineData("/api/v1/audit?formt=csv", "format")]
    [InlineData("/api/v1/feeds?condtion=failing", "condition")]
    public async Task A_misspelt_name_is_told_by_the_name_that_is_meant(string address, string meant)
    {
        // Twice, as an answer that was given is kept.
        for (var time = 0; time < 2; time++)
        {
            using var response = await Client.GetAsync(address);
            var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
            Assert.Equal(meant, Assert.Single(problem["errors"]!.AsObject()).Key);
            Assert.StartsWith($"One of the names behind the '?' is not known here. Did you mean '{meant}'? There are these: ", (string?)problem["detail"]);
        }
    }

    [Fact]
    public async Task Every_call_refuses_a_name_that_it_does_not_declare_and_names_those_it_does()
    {
        var refused = 0;
        foreach (var (path, method, operation) in await OperationsAsync())
        {
            if (method == "get" && ForOtherPrograms.Contains(path)) continue;
            using var request = new HttpRequestMessage(HttpMethod.Parse(method), $"{path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}?Mrs%20Jones=1");
            using var response = await Client.SendAsync(request);
            var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
            var names = QueryOf(operation).Select(parameter => (string)parameter["name"]!).ToList();
            Assert.Equal(
                names.Count == 0 ? "This call takes nothing behind the '?' of its address." : $"One of the names behind the '?' is not known here. There are these: {string.Join(", ", names)}.",
                (string?)problem["detail"]);
            Assert.Equal((string?)problem["detail"], (string?)problem["errors"]!["query"]![0]);
            Assert.DoesNotContain("Jones", problem.ToJsonString(), StringComparison.Ordinal);
            Assert.NotNull(operation["responses"]!["400"]!["content"]!["application/problem+json"]!["examples"]!["validation"]);
            refused++;
        }

        Assert.True(refused > 30);
    }

    [Theory]
    [InlineData("/api/v1/suggestions?")]
    [InlineData("/api/v1/suggestions?LIMIT=2&Practice=default")]
    [InlineData("/api/v1/suggestions?limit=2&topic=&language=&channel=&cursor=")]
    [InlineData("/api/v1/observances?from=2027-03-04&to=2027-03-05")]
    [InlineData("/api/v1/audit?from=2026-02-28")]
    [InlineData("/health/ready?probe=1")]
    [InlineData("/openapi/v1.json?v=2")]
    [InlineData("/api/v1/observances.ics?utm_source=reader")]
    [InlineData("/api/v1/feeds/opml?utm_source=reader")]
    public async Task What_is_known_passes_in_any_case_and_so_does_what_readers_add_to_an_address(string address)
    {
        using var response = await Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/outbox/default.rss")]
    [InlineData("/api/v1/outbox/default/calendar.ics")]
    public async Task A_reader_may_add_names_to_the_address_of_an_outbox(string path)
    {
        using var made = await Client.PostAsync("/api/v1/practices/default/outbox-token", content: null);
        var token = (string)JsonNode.Parse(await made.Content.ReadAsStringAsync())!["token"]!;
        using var response = await Client.GetAsync($"{path}?token={token}&utm_medium=rss&_=17");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/suggestions?limit=five", "limit", "'limit' must be a whole number from 1 to 50.")]
    [InlineData("/api/v1/suggestions?limit=99999999999", "limit", "'limit' must be a whole number from 1 to 50.")]
    [InlineData("/api/v1/suggestions?limit=1&limit=2", "limit", "'limit' must be a whole number from 1 to 50.")]
    [InlineData("/api/v1/suggestions?figures=yes", "figures", "'figures' must be true or false.")]
    [InlineData("/api/v1/suggestions/today?reroll=1.5", "reroll", "'reroll' must be a whole number from 0 to 20.")]
    [InlineData("/api/v1/observances?from=tomorrow", "from", "'from' must be a date such as 2026-11-30.")]
    [InlineData("/api/v1/observances?from=03/04/2027", "from", "'from' must be a date such as 2026-11-30.")]
    [InlineData("/api/v1/observances?to=3.4.2027", "to", "'to' must be a date such as 2026-11-30.")]
    [InlineData("/api/v1/observances?from=2027-3-4", "from", "'from' must be a date such as 2026-11-30.")]
    [InlineData("/api/v1/observances?from=March%204%202027", "from", "'from' must be a date such as 2026-11-30.")]
    [InlineData("/api/v1/observances?from=2027-03-04T09:00:00Z", "from", "'from' must be a date such as 2026-11-30.")]
    [InlineData("/api/v1/observances?from=2027-03-04&from=2027-03-05", "from", "'from' must be a date such as 2026-11-30.")]
    [InlineData("/api/v1/audit?TO=03/04/2026", "to", "'to' must be a date such as 2026-11-30.")]
    public async Task A_value_that_cannot_be_read_is_told_what_would_be_right(string address, string name, string message)
    {
        using var response = await Client.GetAsync(address);
        var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
        Assert.Equal(message, (string?)problem["detail"]);
        Assert.Equal([message], problem["errors"]![name]!.AsArray().Select(told => (string?)told));
    }

    [Fact]
    public async Task Every_typed_value_says_what_it_has_to_be_as_the_description_does()
    {
        var told = 0;
        foreach (var (path, method, operation) in await OperationsAsync())
        {
            foreach (var parameter in QueryOf(operation))
            {
                if (RightOf(parameter["schema"]!) is not { } right) continue;
                var name = (string)parameter["name"]!;
                using var request = new HttpRequestMessage(HttpMethod.Parse(method), $"{path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}?{name}=Jones");
                using var response = await Client.SendAsync(request);
                var problem = await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation");
                Assert.Equal($"'{name}' must be {right}.", (string?)problem["errors"]![name]![0]);
                Assert.DoesNotContain("Jones", problem.ToJsonString(), StringComparison.Ordinal);
                told++;
            }
        }

        Assert.True(told > 12);
    }

    private static string? RightOf(JsonNode schema) => ((string?)schema["type"], (string?)schema["format"]) switch
    {
        ("integer", _) => $"a whole number from {(int)schema["minimum"]!} to {(int)schema["maximum"]!}",
        ("boolean", _) => "true or false",
        ("string", "date") => "a date such as 2026-11-30",
        ("string", null) => null,
        var other => throw new InvalidOperationException($"How is {other} told?"),
    };

    private static IEnumerable<JsonNode> QueryOf(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => parameter!);

    private async Task<List<(string Path, string Method, JsonNode Operation)>> OperationsAsync() =>
    [
        .. (await Client.GetJsonAsync("/openapi/v1.json"))["paths"]!.AsObject()
            .Where(path => path.Key.StartsWith("/api/v1/", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value!))),
    ];
}

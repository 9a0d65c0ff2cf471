using System.Net;
using System.Text;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>All that was decided can be read again, over the whole service.</summary>
public sealed class AuditTests : DecidedStage
{
    [Theory]
    [InlineData("from=0001-01-01", 1)]
    [InlineData("to=0001-01-01", 0)]
    [InlineData("from=0001-01-02&to=9999-12-31", 1)]
    [InlineData("from=9999-12-31", 0)]
    public async Task Any_day_can_be_asked_for_wherever_the_practice_is(string days, int count)
    {
        await DecideAsync("lunch", new { action = "approve" });
        foreach (var zone in new[] { "Asia/Tokyo", "America/Chicago", "Pacific/Kiritimati" })
        {
            using var patch = new StringContent($$"""{ "timeZone": "{{zone}}" }""", null, "application/merge-patch+json");
            using (await Client.PatchAsync("/api/v1/practices/default", patch)) { }
            Assert.Equal(count, (await Client.GetJsonAsync($"/api/v1/audit?about=decisions&{days}"))["items"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task A_decision_keeps_who_when_and_where_it_stood()
    {
        var first = await DecideAsync("walk", new { action = "approve", by = " Ann  B. " });
        Assert.Equal(("Ann B.", 2, "test"), ((string?)first["items"]![0]!["by"], (int)first["items"]![0]!["rank"]!, (string?)first["items"]![0]!["modelVersion"]));
        Assert.EndsWith("-06:00", (string?)first["items"]![0]!["at"], StringComparison.Ordinal);
        var planned = new { action = "shared", channel = "x", sharedAt = Make.Morning.AddDays(2), by = "Bo" };
        await DecideAsync("walk", planned);
        var again = await DecideAsync("walk", planned);
        Assert.Equal(2, again["items"]!.AsArray().Count);
        Assert.Equal((2, "2026-11-25T02:00:00-06:00"), ((int)again["standing"]!["rank"]!, (string?)again["standing"]!["sharedAt"]));
        await DecideAsync("walk", new { action = "shared", channel = "x", sharedAt = Make.Morning.AddDays(2), by = "Cy" });
        Assert.Equal(3, (await Client.GetJsonAsync(PathOf("walk")))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_audit_has_everything_oldest_first_on_the_practices_clock_in_pages()
    {
        await DecideAllAsync();
        var first = await Client.GetJsonAsync("/api/v1/audit?limit=3");
        Assert.Equal(("default", "America/Chicago", false), ((string?)first["practice"], (string?)first["timeZone"], (bool)first["stale"]!));
        var second = await Client.GetJsonAsync($"/api/v1/audit?limit=3&cursor={first["nextCursor"]}");
        var items = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).ToList();
        Assert.Null(second["nextCursor"]);
        Assert.Equal(["approve lunch Ann", "shared walk Bo", "undo walk Bo", "reject =HYPERLINK(1) "], items.Select(item => $"{item!["action"]} {item["title"]} {item["by"]}"));
        Assert.Equal(["2026-11-23T02:00:00-06:00", "2026-11-23T23:00:00-06:00"], items.Take(2).Select(item => (string)item!["at"]!));
        Assert.Equal(("shared", "x", "offTopic"), ((string?)items[2]!["undoes"], (string?)items[1]!["channel"], (string?)items[3]!["reason"]));
        Assert.Equal("https://news.example/walk", (string?)items[1]!["url"]);
    }

    [Fact]
    public async Task The_audit_is_asked_for_by_the_practices_own_days()
    {
        await DecideAllAsync();
        Assert.Equal(["lunch", "walk"], await AuditedAsync("from=2026-11-23&to=2026-11-23"));
        Assert.Equal(["=HYPERLINK(1)", "walk"], await AuditedAsync("from=2026-11-24&order=newest"));
        Assert.Equal(["lunch", "walk"], await AuditedAsync("to=2026-11-23"));
        Assert.Empty(await AuditedAsync("from=2026-11-30"));
    }

    [Theory]
    [InlineData("practice=none", HttpStatusCode.NotFound, "unknown-practice")]
    [InlineData("order=random", HttpStatusCode.BadRequest, "validation")]
    [InlineData("about=weather", HttpStatusCode.BadRequest, "validation")]
    [InlineData("format=pdf", HttpStatusCode.BadRequest, "validation")]
    [InlineData("from=yesterday", HttpStatusCode.BadRequest, "validation")]
    [InlineData("from=2026-11-02&to=2026-11-01", HttpStatusCode.BadRequest, "validation")]
    [InlineData("limit=501", HttpStatusCode.BadRequest, "validation")]
    [InlineData("cursor=abc", HttpStatusCode.BadRequest, "invalid-cursor")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, HttpStatusCode status, string code)
    {
        using var response = await Client.GetAsync($"/api/v1/audit?{query}");
        await Api.ProblemAsync(response, status, code);
    }

    [Fact]
    public async Task The_file_for_a_spreadsheet_has_all_and_runs_no_formula()
    {
        await DecideAllAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/audit?limit=1");
        request.Headers.Accept.ParseAdd("text/csv, application/json;q=0.5");
        using var response = await Client.SendAsync(request);
        Assert.Equal(("text/csv", "wellread-audit-default.csv"), (response.Content.Headers.ContentType?.MediaType, response.Content.Headers.ContentDisposition?.FileName));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("at,practice,action,undoes,by,title,url,source,reason,channel,sharedAt,until,rank,modelVersion,articleId,webhookId,host,changed,network,traceId", lines[0]);
        Assert.Equal(6, lines.Length);
        Assert.StartsWith("2026-11-23T23:00:00-06:00,default,shared,,Bo,walk,https://news.example/walk,Source feed_b,,x,2026-11-23T23:00:00-06:00,,", lines[2], StringComparison.Ordinal);
        Assert.Contains(",undo,shared,Bo,", lines[3], StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(1)\",", lines[4], StringComparison.Ordinal);

        using var json = await Client.GetAsync("/api/v1/audit?format=json");
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
    }

    private async Task DecideAllAsync()
    {
        await DecideAsync("lunch", new { action = "approve", by = "Ann" });
        Host.Time.Advance(TimeSpan.FromHours(21));
        await DecideAsync("walk", new { action = "shared", channel = "x", by = "Bo" });
        Host.Time.Advance(TimeSpan.FromHours(2));
        await DecideAsync("walk", new { action = "undo", by = "Bo" });
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await DecideAsync("=HYPERLINK(1)", new { action = "reject", reason = "offTopic" });
    }

    private async Task<string[]> AuditedAsync(string query) =>
        [.. (await Client.GetJsonAsync($"/api/v1/audit?{query}"))["items"]!.AsArray().Select(item => (string)item!["title"]!).Distinct()];
}

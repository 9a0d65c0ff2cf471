using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>What was decided can be taken back, over the whole service.</summary>
public sealed class UndoTests : DecidedStage
{
    [Fact]
    public async Task An_undo_brings_the_suggestion_back_and_another_goes_one_further()
    {
        await DecideAsync("lunch", new { action = "approve" });
        await DecideAsync("lunch", new { action = "shared", channel = "facebook" });
        Assert.Equal("approve", (string?)(await DecideAsync("lunch", new { action = "undo" }))["standing"]!["action"]);
        Assert.DoesNotContain("lunch", await SuggestedAsync());
        var list = await DecideAsync("lunch", new { action = "undo" });
        Assert.Null(list["standing"]);
        Assert.Equal(["approve", "shared", "undo", "undo"], list["items"]!.AsArray().Select(item => (string)item!["action"]!));
        Assert.Contains("lunch", await SuggestedAsync());

        await NothingToUndoAsync("lunch");
        await DecideAsync("lunch", new { action = "approve" });
        Assert.DoesNotContain("lunch", await SuggestedAsync());
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_no_second_decision()
    {
        await DecideAsync("lunch", new { action = "snooze" });
        Host.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Single((await DecideAsync("lunch", new { action = "snooze" }))["items"]!.AsArray());
        Assert.Equal(2, (await DecideAsync("lunch", new { action = "snooze", until = Host.Time.GetUtcNow().AddDays(2) }))["items"]!.AsArray().Count);

        await DecideAsync("walk", new { action = "shared", channel = "facebook" });
        await DecideAsync("walk", new { action = "shared", channel = "x", sharedAt = "2026-11-25T09:00:00-06:00" });
        Assert.Equal(2, (await DecideAsync("walk", new { action = "shared", channel = "facebook" }))["items"]!.AsArray().Count);
        Host.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(2, (await DecideAsync("walk", new { action = "shared", channel = "x", sharedAt = "2026-11-25T09:00:00-06:00" }))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_decided_anew_is_a_decision_of_its_own()
    {
        await DecideAsync("walk", new { action = "shared", channel = "facebook" });
        Host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, (await DecideAsync("walk", new { action = "shared", channel = "facebook" }))["items"]!.AsArray().Count);
        Assert.Equal(2, (int)(await Client.GetJsonAsync("/api/v1/suggestions/today?channel=facebook"))["budget"]!["used"]!);
        await DecideAsync("walk", new { action = "takenDown" });
        Assert.Equal("shared", (string?)(await DecideAsync("walk", new { action = "shared", channel = "facebook" }))["standing"]!["action"]);

        await DecideAsync("lunch", new { action = "reject", reason = "notToday" });
        await DecideAsync("lunch", new { action = "approve" });
        Assert.Equal("reject", (string?)(await DecideAsync("lunch", new { action = "reject", reason = "notToday" }))["standing"]!["action"]);
    }

    [Fact]
    public async Task What_nobody_decided_on_has_nothing_to_undo() => await NothingToUndoAsync("walk");

    [Fact]
    public async Task A_yes_that_is_taken_back_holds_a_sensitive_article_again()
    {
        await DecideAsync("hard", new { action = "approve" });
        Assert.Contains("hard", await SuggestedAsync());
        await DecideAsync("hard", new { action = "undo" });
        Assert.DoesNotContain("hard", await SuggestedAsync());
        Assert.Equal(1, (int)(await Client.GetJsonAsync("/api/v1/suggestions/held"))["total"]!);
    }

    [Fact]
    public async Task A_no_that_is_taken_back_leaves_the_yes_before_it()
    {
        await DecideAsync("hard", new { action = "approve" });
        await DecideAsync("hard", new { action = "reject", reason = "other" });
        await DecideAsync("hard", new { action = "undo" });
        Assert.Contains("hard", await SuggestedAsync());
    }

    [Fact]
    public async Task Undos_and_decisions_made_at_once_are_all_in_the_history_and_none_takes_back_more_than_there_was()
    {
        await DecideAsync("lunch", new { action = "approve" });
        var all = Enumerable.Range(0, 6).Select(i => i % 2 == 0
            ? Client.PostAsJsonAsync(PathOf("lunch"), new { action = "undo" })
            : Client.PostAsJsonAsync(PathOf("lunch"), new { action = "snooze", until = Make.Morning.AddDays(i) }));
        var answers = await Task.WhenAll(all);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        var items = (await Client.GetJsonAsync(PathOf("lunch")))["items"]!.AsArray();
        Assert.Equal(1 + answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), items.Count);
        var standing = 0;
        foreach (var item in items) Assert.True((standing += (string)item!["action"]! == "undo" ? -1 : 1) >= 0);
    }

    [Fact]
    public async Task An_undo_that_is_sent_twice_with_its_etag_is_done_once()
    {
        await DecideAsync("lunch", new { action = "approve" });
        await DecideAsync("lunch", new { action = "shared", channel = "x" });
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, PathOf("lunch")) { Content = JsonContent.Create(new { action = "undo" }) };
            request.Headers.TryAddWithoutValidation("If-Match", "\"2\"");
            using var response = await Client.SendAsync(request);
            if (i == 0) Assert.Equal("\"3\"", response.Headers.ETag!.ToString());
            else await Api.ProblemAsync(response, HttpStatusCode.PreconditionFailed, "stale-etag");
        }
        Assert.Equal("approve", (string?)(await Client.GetJsonAsync(PathOf("lunch")))["standing"]!["action"]);
    }

    [Theory]
    [InlineData("sharedAt", "2020-01-01T00:00:00Z")]
    [InlineData("sharedAt", "2030-01-01T00:00:00Z")]
    [InlineData("by", "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_time_far_off_and_a_name_too_long_are_refused(string field, string value)
    {
        var body = new JsonObject { ["action"] = "shared", ["channel"] = "x", [field] = value };
        using var response = await Client.PostAsJsonAsync(PathOf("walk"), body);
        Assert.NotNull((await Api.ProblemAsync(response, HttpStatusCode.BadRequest, "validation"))["errors"]![field]);
    }

    private async Task NothingToUndoAsync(string title)
    {
        using var response = await Client.PostAsJsonAsync(PathOf(title), new { action = "undo" });
        await Api.ProblemAsync(response, HttpStatusCode.Conflict, "nothing-to-undo");
    }

    private async Task<string[]> SuggestedAsync() =>
        [.. (await Client.GetJsonAsync("/api/v1/suggestions?limit=50"))["items"]!.AsArray().Select(item => (string)item!["title"]!)];
}

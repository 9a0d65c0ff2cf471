using System.Net;
using Microsoft.Extensions.Logging;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>An answer that is given out again ready-made is the same in all that a client sees.</summary>
public sealed class ReadyAnswersTests : ReadyStage
{
    [Fact]
    public async Task Asked_again_the_same_bytes_are_there_ready_made()
    {
        Assert.False(IsReady(Mine));
        var first = await BytesAsync(Mine);
        Assert.True(IsReady(Mine));
        Assert.Equal(first, await BytesAsync(Mine));
        Assert.False(IsReady("?limit=6&practice=mine"));
        Assert.False(IsReady(Mine, "HEAD"));
        Assert.False(IsReady(Mine, path: "/api/v1/suggestions/held"));
    }

    [Fact]
    public async Task Who_has_the_answer_already_is_told_so_made_or_ready()
    {
        var tag = await TagAsync(Mine);
        Assert.True(tag.IsWeak);
        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(Mine, tag.ToString()));
        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(Mine, $"\"other\", {tag}"));
        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(Mine, "*"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Mine, "\"other\"")).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Mine, "nonsense")).Status);

        Host.Time.Advance(TimeSpan.FromHours(2));
        Assert.False(IsReady(Mine));
        Assert.Equal((HttpStatusCode.NotModified, 0), await AskAsync(Mine, tag.ToString()));
        await StoreAsync(Make.Article("new", daysOld: 0));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Mine, tag.ToString())).Status);
        Assert.NotEqual(tag, await TagAsync(Mine));
    }

    [Fact]
    public void TheHost_makes_no_trace_of_a_request_that_is_answered_ready_made() =>
        Assert.False(Host.Get<ILoggerFactory>().CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Critical));

    [Fact]
    public async Task Ready_answers_have_the_headers_of_others_and_come_to_knownHosts_only()
    {
        using var made = await Client.GetAsync("/api/v1/suggestions?limit=5");
        using var ready = await Client.GetAsync("/api/v1/suggestions?limit=5");
        Assert.Equal(Headers(made), Headers(ready));
        Assert.Contains("X-Content-Type-Options", ready.Headers.Select(header => header.Key));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/suggestions?limit=5");
        request.Headers.Host = "evil.example";
        using var refused = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Pages_hold_together_ready_or_not_and_keep_what_was_asked()
    {
        for (var time = 0; time < 2; time++)
        {
            var seen = new List<string>();
            for (var next = "/api/v1/suggestions?limit=5&practice=mine&figures=false"; next is not null;)
            {
                using var response = await Client.GetAsync(next);
                seen.AddRange(System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(item => (string)item!["id"]!));
                next = response.Headers.TryGetValues("Link", out var links) && links.Single() is var link ? link[1..link.IndexOf('>')] : null;
                Assert.Contains("practice=mine&figures=false", next ?? "practice=mine&figures=false");
            }

            Assert.Equal(12, seen.Count);
            Assert.Equal(12, seen.Distinct().Count());
        }
    }

    [Fact]
    public void What_is_kept_is_bounded_and_what_is_used_stays()
    {
        var kept = new RecentlyUsed<int, string>(100, text => text.Length);
        kept.Put(-1, "often");
        for (var i = 0; i < 1000; i++)
        {
            kept.Put(i, "0123456789");
            Assert.Equal("often", kept.Find(-1));
            Assert.InRange(kept.Count, 1, 13);
        }

        Assert.Null(kept.Find(0));
        Assert.Equal("0123456789", kept.Find(999));
        kept.Put(999, "new");
        Assert.Equal("new", kept.Find(999));
    }

    private async Task<(HttpStatusCode Status, int Length)> AskAsync(string query, string known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/suggestions{query}");
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        using var response = await Client.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    private static IEnumerable<string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
}

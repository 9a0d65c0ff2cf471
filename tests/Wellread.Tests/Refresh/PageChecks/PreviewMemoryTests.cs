using System.Net;
using Microsoft.AspNetCore.Http;
using Wellread.Articles;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>What a look at a link's card finds out about the page and the picture, and where that is told.</summary>
public sealed class PreviewMemoryTests : PreviewStage
{
    private const string Stated = """<meta property="og:title" content="Walk"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">""";

    private static string Suggestion => $"/api/v1/suggestions/{SuggestionId.Of(Article.Id)}";

    [Theory]
    [InlineData(410, "", "gone", "The page is gone.")]
    [InlineData(404, "", "missing", "The page was not there")]
    [InlineData(402, "", "paywalled", "Readers have to pay")]
    [InlineData(401, "", "login", "Readers have to log in")]
    [InlineData(200, "<title>Page not found</title>", "missing", "The page was not there")]
    [InlineData(200, """<meta http-equiv="refresh" content="0;url=/login">""", "login", "Readers have to log in")]
    public async Task What_a_preview_saw_is_told_wherever_the_article_is_handed_out(int status, string body, string state, string words)
    {
        Web.Respond(Page, body, status, Html);
        await PreviewAsync();
        Assert.Equal(state, (string?)(await Client.GetJsonAsync(Suggestion))["linkCheck"]!["state"]);
        var share = await Client.GetJsonAsync($"/api/v1/articles/{Article.Id}/share?channel=facebook");
        Assert.Contains(share["warnings"]!.AsArray(), warning => ((string)warning!).StartsWith(words, StringComparison.Ordinal));
        var decided = await Client.PostJsonAsync($"{Suggestion}/decisions", new { action = "approve" }, HttpStatusCode.Created);
        Assert.Contains(decided["notes"]!.AsArray(), note => (string?)note!["code"] == "do-not-share" && ((string)note["text"]!).StartsWith(words, StringComparison.Ordinal));
        var token = (string)(await Client.PostJsonAsync("/api/v1/practices/default/outbox-token", null, HttpStatusCode.OK))["token"]!;
        Assert.Empty((await Client.GetJsonAsync($"/api/v1/outbox/default.json?token={token}"))["items"]!.AsArray());

        Web.Respond(Page, Stated, contentType: Html);
        Host.Time.Advance(TimeSpan.FromMinutes(11));
        await PreviewAsync();
        Assert.Equal("ok", (string?)(await Client.GetJsonAsync(Suggestion))["linkCheck"]!["state"]);
        // A yes to a page that was gone for good puts nothing out, also where it comes back.
        Assert.Equal(state == "gone" ? 0 : 1, (await Client.GetJsonAsync($"/api/v1/outbox/default.json?token={token}"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Two_who_ask_at_once_make_one_request()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        Web.Respond(Page, async context =>
        {
            asked.TrySetResult();
            await answer.Task;
            context.Response.ContentType = Html;
            await context.Response.WriteAsync(Stated);
        });
        var first = PreviewAsync();
        await asked.Task;
        var others = Enumerable.Range(0, 6).Select(_ => PreviewAsync()).ToArray();
        answer.SetResult();
        var cards = await Task.WhenAll([first, .. others]);
        Assert.All(cards, card => Assert.Equal("ok", (string?)card["state"]));
        Assert.Equal(1, Web.Count(Page));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D494844520000000100000001", "image/png", 200, "tooSmall", "too small")]
    [InlineData("89504E470D0A1A0A0000000D4948445200000258000001F4", "image/png", 200, "large", null)]
    [InlineData("3C7376673E", "image/svg+xml", 200, "none", "SVG")]
    [InlineData("3C68746D6C3E", "text/html", 200, "none", "not there")]
    [InlineData("", "image/png", 404, "none", "not there")]
    public async Task The_picture_itself_counts_before_what_the_page_says_of_it(string bytes, string type, int status, string picture, string? warning)
    {
        Web.Respond("https://cdn.example.org/a.png", Convert.FromHexString(bytes), status, type);
        Web.Respond(Page, Stated + """<meta property="og:image" content="https://cdn.example.org/a.png">""", contentType: Html);
        var preview = await PreviewAsync();
        Assert.Equal(picture, (string?)preview["card"]!["picture"]);
        Assert.Equal(1, Web.Count("https://cdn.example.org/a.png"));
        if (warning is null) Assert.Empty(preview["warnings"]!.AsArray());
        else Assert.Contains(warning, (string)Assert.Single(preview["warnings"]!.AsArray())!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/x.png")]
    [InlineData("http://10.0.0.8/x.png")]
    [InlineData("https://inside.example.org/x.png")]
    public async Task A_picture_inside_a_private_network_is_neither_opened_nor_handed_out(string image)
    {
        Web.Resolve("inside.example.org", ["192.168.1.9"]);
        Web.Respond(Page, Stated + $"""<meta property="og:image" content="{image}">""", contentType: Html);
        var preview = await PreviewAsync();
        Assert.Equal(("none", null), ((string?)preview["card"]!["picture"], (string?)preview["card"]!["imageUrl"]));
        Assert.Contains("only its own network", (string)Assert.Single(preview["warnings"]!.AsArray())!, StringComparison.Ordinal);
        Assert.All(Web.Requests, request => Assert.Equal("news.example.org", request.Url.Host));
    }

    [Theory]
    [InlineData("""<meta http-equiv="refresh" content="0;url=https://other.example.org/walk">""", "sends readers on to another site: other.example.org")]
    [InlineData("""<meta property="og:url" content="https://other.example.org/walk">""", "own address is on another site, other.example.org")]
    [InlineData("""<link rel="canonical" href="https://other.example.org/walk">""", "own address is on another site, other.example.org")]
    public async Task A_page_that_speaks_for_another_is_told(string tag, string warning)
    {
        Web.Respond(Page, Stated + tag, contentType: Html);
        var preview = await PreviewAsync();
        Assert.Equal("ok", (string?)preview["state"]);
        Assert.Contains(warning, (string)preview["warnings"]!.AsArray()[0]!, StringComparison.Ordinal);
    }
}

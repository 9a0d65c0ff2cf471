using System.Net;
using System.Text.Json.Nodes;
using Wellread.Articles;
using Wellread.Refresh.PageChecks;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>What the registry of papers says after sharing, over the whole service with a pretend web.</summary>
public sealed class PaperNoticesTests : PageStage
{
    private const string Page = "https://news.example.org/trial";
    private const string Work = "https://api.crossref.org/works/10.1000%2Ftrial.1";
    private static readonly Article Trial = Make.Article("trial") with { Id = CanonicalLink.ArticleIdOf(Page), Link = Page };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Web.Respond(Page, """<title>Trial</title><meta name="citation_doi" content="10.1000/Trial.1">""", contentType: "text/html");
        await StoreAsync(Trial);
    }

    [Theory]
    [InlineData("retraction", "retracted", "takeDown", "Its publisher has taken this back: “trial”. Please take down your post on Facebook.")]
    [InlineData(
        "partial_retraction", "partlyRetracted", "check",
        "Its publisher has taken a part of this back: “trial”. Please check your post on Facebook, and take it down if you told of that part.")]
    [InlineData(
        "expression_of_concern", "concern", "check",
        "Its publisher warns that this may not be right: “trial”. Please check your post on Facebook. Until this is settled, it is safer to take it down.")]
    [InlineData("erratum", "corrected", "check", "Its publisher corrected this since you shared it: “trial”. Please check your post on Facebook.")]
    [InlineData("reinstatement", "reinstated", "nothing", "Its publisher had taken this back or warned of it. Now it stands again: “trial”. There is nothing to do.")]
    public async Task An_editor_is_told_what_became_of_a_paper_and_what_to_do(string type, string kind, string advice, string message)
    {
        Says();
        await DecideAsync(new { action = "shared", channel = "facebook" });
        await LookAsync();
        Assert.Null(await ChangeAsync());
        Says(type);
        await LookAsync();
        var change = (await ChangeAsync())!;
        Assert.Equal((kind, advice, message), ((string)change["kind"]!, (string)change["advice"]!, (string)change["message"]!));
        Assert.Equal(Host.Time.GetUtcNow(), (DateTimeOffset)change["changedAt"]!);
    }

    [Theory]
    [InlineData("retraction", false, "Please do not post it.")]
    [InlineData("partial_retraction", false, "Please look at which part before you post it.")]
    [InlineData("expression_of_concern", false, "Please do not post it until this is settled.")]
    [InlineData("correction", true, "Please look at it again.")]
    [InlineData("reinstatement", true, "There is nothing to do.")]
    public async Task What_was_only_approved_is_not_to_be_posted_and_what_is_in_doubt_is_never_suggested(string type, bool isSuggested, string words)
    {
        await DecideAsync(new { action = "approve", sharedAt = Host.Time.GetUtcNow().AddDays(30) });
        Says(type);
        await LookAsync();
        Assert.EndsWith(words, (string)(await ChangeAsync())!["message"]!, StringComparison.Ordinal);
        await DecideAsync(new { action = "undo" });
        Assert.Equal(isSuggested ? 1 : 0, (await Client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_the_registry_takes_back_is_taken_back_here_and_suggested_again()
    {
        await LookAsync();
        Says("retraction");
        Host.Time.Advance(TimeSpan.FromDays(8));
        await LookAsync();
        Assert.Equal(0, await CountAsync());
        Web.Respond(Work, "", 503);
        Host.Time.Advance(TimeSpan.FromDays(8));
        await LookAsync();
        Assert.Equal(0, await CountAsync());
        Says();
        Host.Time.Advance(TimeSpan.FromDays(8));
        await LookAsync();
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_correction_of_before_is_no_news_and_a_retraction_of_before_is()
    {
        await DecideAsync(new { action = "shared", channel = "facebook" });
        Says("""{ "type": "correction", "updated": { "date-time": "2020-01-01T00:00:00Z" } }""");
        await LookAsync();
        Assert.Null(await ChangeAsync());
        Says("""{ "type": "retraction", "updated": { "date-time": "2020-01-01T00:00:00Z" } }""");
        await LookAsync();
        Assert.Equal("retracted", (string)(await ChangeAsync())!["kind"]!);
    }

    /// <summary>By names of types, or whole notices.</summary>
    private void Says(params string[] notices) => Web.Respond(
        Work,
        $$"""{ "message": { "updated-by": [{{string.Join(',', notices.Select(notice => notice[0] == '{' ? notice : $$"""{ "type": "{{notice}}" }"""))}}] } }""",
        contentType: "application/json");

    private async Task LookAsync()
    {
        Host.Time.Advance(TimeSpan.FromHours(8));
        Assert.Equal(1, await Host.Get<PageChecker>().RunAsync(CancellationToken.None));
    }

    private async Task<JsonNode?> ChangeAsync() => (await Client.GetJsonAsync("/api/v1/suggestions/changed"))["items"]!.AsArray().SingleOrDefault()?["change"];

    private async Task<int> CountAsync() => (await Client.GetJsonAsync("/api/v1/suggestions"))["items"]!.AsArray().Count;

    private async Task DecideAsync(object decision) =>
        await Client.PostJsonAsync($"/api/v1/suggestions/{SuggestionId.Of(Trial.Id)}/decisions", decision, HttpStatusCode.Created);
}

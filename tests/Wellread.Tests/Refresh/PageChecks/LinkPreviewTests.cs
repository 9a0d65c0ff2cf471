using System.Net;
using System.Text.Json.Nodes;
using Wellread.Refresh.PageChecks;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>What an editor is told of a link's card, over the whole service and a pretend web.</summary>
public sealed class LinkPreviewTests : PreviewStage
{
    private const string Titles = """<meta property="og:title" content="Walk &amp; talk"><meta name="description" content="Ten minutes help.">""";

    [Theory]
    [InlineData("""<meta property="og:image" content="https://cdn.example.org/a.jpg"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">""", "large", "https://cdn.example.org/a.jpg", null)]
    [InlineData("""<meta property="og:image" content="https://cdn.example.org/a.jpg"><meta property="og:image:width" content="300"><meta property="og:image:height" content="300">""", "small", "https://cdn.example.org/a.jpg", null)]
    [InlineData("""<meta property="og:image" content="https://cdn.example.org/a.jpg"><meta property="og:image:width" content="120"><meta property="og:image:height" content="90">""", "tooSmall", "https://cdn.example.org/a.jpg", "too small")]
    [InlineData("""<meta name="twitter:image" content="https://cdn.example.org/a.jpg">""", "unknown", "https://cdn.example.org/a.jpg", "how large")]
    [InlineData("""<meta property="og:image" content="/a.jpg"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">""", "large", "https://news.example.org/a.jpg", "full address")]
    [InlineData("""<meta property="og:image" content="https://cdn.example.org/a.jpg"><meta property="og:image" content="https://cdn.example.org/b.jpg"><meta property="og:image:width" content="90">""", "unknown", "https://cdn.example.org/a.jpg", "how large")]
    [InlineData("""<meta property="og:image" content="javascript:alert(1)">""", "none", null, "no picture")]
    [InlineData("", "none", null, "no picture")]
    public async Task A_card_is_what_the_page_gives_networks(string image, string picture, string? address, string? warning)
    {
        Web.Respond("https://news.example.org/a.jpg", [0xFF, 0xD8, 0xFF, 0xE0], contentType: "image/jpeg");
        Web.Respond(Page, $"<title>Other</title>{Titles}{image}", contentType: Html);
        var preview = await PreviewAsync();
        Assert.Equal("ok", (string?)preview["state"]);
        var card = preview["card"]!;
        Assert.Equal(("Walk & talk", "Ten minutes help.", "news.example.org"), ((string?)card["title"], (string?)card["description"], (string?)card["site"]));
        Assert.Equal((picture, address), ((string?)card["picture"], (string?)card["imageUrl"]));
        var warnings = Warnings(preview);
        if (warning is null) Assert.Empty(warnings);
        else Assert.Contains(warning, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "", Html, "gone", "gone")]
    [InlineData(401, "", Html, "login", "log in")]
    [InlineData(402, "", Html, "paywalled", "pay")]
    [InlineData(403, "", Html, "unclear", "not be looked at")]
    [InlineData(503, "", Html, "unclear", "not be looked at")]
    [InlineData(200, "%PDF-1.7", "application/pdf", "file", "PDF")]
    [InlineData(200, "x", "application/zip", "file", "not a web page")]
    public async Task An_editor_is_warned_of_a_link_that_would_share_badly(int status, string body, string type, string state, string warning)
    {
        Web.Respond(Page, body, status, type);
        var preview = await PreviewAsync();
        Assert.Equal(state, (string?)preview["state"]);
        Assert.Null(preview["card"]);
        Assert.Contains(warning, Assert.Single(Warnings(preview)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paywall_is_told_with_the_card_that_leads_to_it()
    {
        Web.Respond(Page, Titles + """<script type="application/ld+json">{"isAccessibleForFree":false}</script>""", contentType: Html);
        var preview = await PreviewAsync();
        Assert.Equal("paywalled", (string?)preview["state"]);
        Assert.Equal("Walk & talk", (string?)preview["card"]!["title"]);
    }

    [Fact]
    public async Task A_link_that_leads_to_another_site_is_told()
    {
        Web.Name("other.example.org");
        Web.Redirect(Page, "https://other.example.org/walk");
        Web.Respond("https://other.example.org/walk", Titles, contentType: Html);
        var preview = await PreviewAsync();
        Assert.Contains("another site: other.example.org", Warnings(preview)[0], StringComparison.Ordinal);
        Assert.Equal("other.example.org", (string?)preview["card"]!["site"]);
    }

    [Fact]
    public async Task A_site_is_asked_once_for_all_networks_and_never_against_its_rules()
    {
        Web.Respond(Page, Titles, contentType: Html);
        for (var i = 0; i < 3; i++) await PreviewAsync();
        Assert.Equal(1, Web.Count(Page));
        Web.Respond("https://news.example.org/robots.txt", "User-agent: *\nDisallow: /", contentType: "text/plain");
        Host.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal("notAllowed", (string?)(await PreviewAsync())["state"]);
        Assert.Equal(1, Web.Count(Page));
    }

    [Fact]
    public async Task A_private_address_is_never_opened()
    {
        Web.Resolve("news.example.org", ["10.0.0.7"]);
        Assert.Equal("unclear", (string?)(await PreviewAsync())["state"]);
        Assert.Empty(Web.Requests);
    }

    [Fact]
    public async Task An_article_that_there_is_not_has_no_preview()
    {
        using var response = await Client.GetAsync("/api/v1/articles/art_none/preview");
        await Api.ProblemAsync(response, HttpStatusCode.NotFound, "unknown-article");
    }

    [Theory]
    [InlineData("Why a daily walk helps your heart | Town Health", false)]
    [InlineData("Twelve celebrities and their babies", true)]
    [InlineData("Before you continue", true)]
    public void A_card_with_the_title_of_something_else_is_told(string shown, bool isOther)
    {
        var look = new PageLook.Readable(shown) { AnsweredBy = new Uri(Page), Card = PageCard.Empty with { Title = shown } };
        var warnings = LinkPreview.Of(new Uri(Page), "Walking ten minutes a day is good for the heart", look).Warnings;
        Assert.Equal(isOther, warnings.Any(warning => warning.StartsWith($"The card shows another title: “{shown}”", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_page_that_came_packed_is_unclear() =>
        Assert.Equal(PreviewState.Unclear, LinkPreview.Of(new Uri(Page), "Walking", new PageLook.Readable(null) { IsUnread = true, AnsweredBy = new Uri(Page) }).State);

    private static string[] Warnings(JsonNode preview) => [.. preview["warnings"]!.AsArray().Select(warning => (string)warning!)];
}

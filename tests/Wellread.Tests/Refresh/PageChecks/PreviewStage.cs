using System.Text.Json.Nodes;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>An article whose page a preview looks at.</summary>
public abstract class PreviewStage : PageStage
{
    private protected const string Page = "https://news.example.org/walk";

    private protected static Article Article => Make.Article("walk") with { Id = CanonicalLink.ArticleIdOf(Page), Link = Page };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreAsync(Article);
    }

    private protected Task<JsonNode> PreviewAsync() => Client.GetJsonAsync($"/api/v1/articles/{Article.Id}/preview");
}

using Wellread.Feeds;

namespace Wellread.Articles;

/// <summary>The articles' services.</summary>
internal static class ArticlesFeature
{
    public static IHostApplicationBuilder AddArticles(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ArticleStore>();
        builder.Services.AddSingleton(new FeedTopics([.. TopicCatalog.All.Select(topic => topic.Slug)]));
        return builder;
    }
}

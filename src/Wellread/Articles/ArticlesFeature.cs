using Wellread.Feeds;

namespace Wellread.Articles;

/// <summary>The articles' services.</summary>
internal static class ArticlesFeature
{
    public static IHostApplicationBuilder AddArticles(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ArticlesOptions>().BindConfiguration(ArticlesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ArticleStore>();
        builder.Services.AddSingleton<Stories>();
        builder.Services.AddSingleton(new FeedTopics([.. TopicCatalog.All.Select(topic => topic.Slug)]));
        return builder;
    }
}

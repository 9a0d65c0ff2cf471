using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Wellread.Articles;

namespace Wellread.Practices;

/// <summary>Whom suggestions are for.</summary>
internal static class PracticesFeature
{
    public static IHostApplicationBuilder AddPractices(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<PracticeOptions>()
            .BindConfiguration(PracticeOptions.Section)
            .Validate(
                options => options.Languages.All(ArticleLanguage.IsKnown),
                $"{PracticeOptions.Section}:Languages may name these: {string.Join(", ", ArticleLanguage.Known)}.")
            .Validate(
                options => options.Topics.All(slug => TopicCatalog.Find(slug) is not null),
                $"{PracticeOptions.Section}:Topics names a topic that does not exist. GET /api/v1/topics lists them.")
            .ValidateOnStart();
        builder.Services.AddSingleton(services => DefaultPractice(services.GetRequiredService<IOptions<PracticeOptions>>().Value));
        return builder;
    }

    private static Practice DefaultPractice(PracticeOptions options) => new()
    {
        Id = Practice.DefaultId,
        Languages = options.Languages.Count > 0 ? [.. options.Languages] : ["en"],
        Topics = [.. options.Topics],
        BlockedFeeds = options.BlockedFeeds.ToImmutableHashSet(StringComparer.Ordinal),
    };
}

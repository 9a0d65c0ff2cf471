using Wellread.Platform;

namespace Wellread.Scoring;

/// <summary>How well a patient understands an article, and why.</summary>
internal static class ScoringFeature
{
    public static IHostApplicationBuilder AddScoring(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ScoringOptions>().BindConfiguration(ScoringOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<FriendlinessModels>();
        builder.Services.AddSingleton<FriendlinessScorer>();
        builder.Services.AddSingleton<ArticleScoring>();
        builder.Services.AddHostedService<ModelWatcher>();
        builder.Services.AddHealthChecks().AddCheck<ModelHealthCheck>("model", tags: [HealthEndpoints.ReadyTag]);
        return builder;
    }
}

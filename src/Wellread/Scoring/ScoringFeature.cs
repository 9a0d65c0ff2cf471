using Wellread.Platform;

namespace Wellread.Scoring;

/// <summary>Scores articles: the model, the formulas that stand in for it, and the check that says which of them is at work.</summary>
internal static class ScoringFeature
{
    public static IHostApplicationBuilder AddScoring(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ScoringOptions>().BindConfiguration(ScoringOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<CurrentModel>();
        builder.Services.AddSingleton<FriendlinessScorer>();
        builder.Services.AddSingleton<Explainer>();
        builder.Services.AddSingleton<ArticleScoring>();
        builder.Services.AddSingleton<TextScoring>();
        builder.Services.AddSingleton<CurrentRescoring>();
        builder.Services.AddHostedService<ModelWatch>();
        builder.Services.AddHealthChecks().AddCheck<ModelHealthCheck>("model", tags: [HealthEndpoints.ReadyTag]);
        return builder;
    }
}

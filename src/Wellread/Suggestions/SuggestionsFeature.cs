using Wellread.Platform;
using Wellread.Suggestions.Today;

namespace Wellread.Suggestions;

/// <summary>What to share today: candidates in memory, ranking, decisions.</summary>
internal static class SuggestionsFeature
{
    public static IHostApplicationBuilder AddSuggestions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RankingOptions>().BindConfiguration(RankingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SuggestionState>();
        builder.Services.AddSingleton<DecisionStore>();
        builder.Services.AddSingleton<DecisionTakeover>();
        builder.Services.AddSingleton<LibraryLoader>();
        builder.Services.AddSingleton<DayPicksStore>();
        builder.Services.AddSingleton<StoreFollower>();
        builder.Services.AddSingleton<SuggestionFinder>();
        builder.Services.AddSingleton<SuggestionAnswers>();
        builder.Services.AddSingleton<ReadyAnswers>();
        builder.Services.AddSingleton<AnswersAhead>();
        builder.Services.AddSingleton<SuggestionDecisions>();
        builder.Services.AddSingleton<TodayPicker>();
        builder.Services.AddHostedService<StoreFollowerService>();
        builder.Services.AddHealthChecks().AddCheck<SuggestionsHealthCheck>("articles", tags: [HealthEndpoints.ReadyTag]);
        return builder;
    }
}

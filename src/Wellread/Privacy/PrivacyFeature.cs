using Wellread.Suggestions;

namespace Wellread.Privacy;

/// <summary>The guard is pure; what it needs is a place in the flow before a decision is saved.</summary>
internal static class PrivacyFeature
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DecisionTextCheck>(_ => DecisionTextGuard.Check);
        return builder;
    }
}

using Wellread.Platform;
using Wellread.Suggestions;

namespace Wellread.Privacy;

/// <summary>The guard is pure; what it needs is a place in the flow before a decision is saved.</summary>
internal static class PrivacyFeature
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DecisionTextCheck>(_ => DecisionTextGuard.Check);
        string[] codes = [.. FindingWords.Kinds.Select(FindingWords.CodeOf).Distinct().Order(StringComparer.Ordinal)];
        builder.Services.AddSingleton(new ListedValues(typeof(FindingItem), "code", codes));
        builder.Services.AddSingleton(new ListedValues(typeof(TextFinding), "code", codes));
        builder.Services.AddSingleton(new ProblemMember("findings", "Only with `patient-information`: the places in your text that can tell who is a patient.", typeof(TextFinding)));
        return builder;
    }
}

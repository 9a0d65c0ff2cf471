namespace Wellread.Privacy;

/// <summary>The guard is pure and needs no services; the method keeps the program's table of contents whole.</summary>
internal static class PrivacyFeature
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder) => builder;
}

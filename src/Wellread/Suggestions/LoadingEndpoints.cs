using Wellread.Platform;

namespace Wellread.Suggestions;

/// <summary>
/// What an operation needs of the stored articles: all of them to tell whether one is there (<paramref name="Whole"/>), or some to suggest from.
/// </summary>
internal sealed record NeedsArticles(bool Whole);

/// <summary>While the stored articles are still being read, says so in place of a false "there is none".</summary>
internal static class LoadingEndpoints
{
    private const string RetryAfterSeconds = "1";

    public static TBuilder NeedsArticles<TBuilder>(this TBuilder builder, bool whole) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeedsArticles(whole), new ProblemMetadata(Problems.StillLoading));

    internal static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problems.StillLoading.Because("Wellread has just started and is reading its articles. Please try again in a few seconds.").ExecuteAsync(context);
    }
}

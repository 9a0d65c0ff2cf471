namespace Wellread.Suggestions;

/// <summary>Stands behind routing.</summary>
internal sealed class LoadingMiddleware(RequestDelegate next, SuggestionState state)
{
    public Task InvokeAsync(HttpContext context)
    {
        var snapshot = state.Current;
        if (!snapshot.Loading || context.GetEndpoint()?.Metadata.GetMetadata<NeedsArticles>() is not { } needs) return next(context);
        return needs.Whole || snapshot.Live.Count == 0 ? LoadingEndpoints.RefuseAsync(context) : next(context);
    }
}

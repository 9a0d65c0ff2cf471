using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Wellread.Platform;

/// <summary>
/// Refuses a name behind the <c>?</c> that the call does not know, which would otherwise change nothing without a word: <c>?limt=5</c> is 10 suggestions. Which
/// names there are is what the call's handler declares. What was sent is not repeated.
/// </summary>
internal sealed class QueryNamesStep(RequestDelegate next)
{
    private const string Calls = "/api/v1/";

    private readonly ConcurrentDictionary<Endpoint, IReadOnlyList<string>?> _known = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.QueryString.HasValue
            || context.GetEndpoint() is not RouteEndpoint endpoint
            || _known.GetOrAdd(endpoint, static found => KnownOf((RouteEndpoint)found)) is not { } known) return next(context);
        foreach (var (name, _) in context.Request.Query)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase)) return Refusal(name, known).ExecuteAsync(context);
        }

        return next(context);
    }

    /// <summary>Whether the call at this address takes only the names that it declares.</summary>
    public static bool IsStrict(string? path, IEnumerable<object> metadata) =>
        path is not null && $"/{path.TrimStart('/')}".StartsWith(Calls, StringComparison.Ordinal) && !metadata.OfType<TakesAnyQueryMetadata>().Any();

    /// <summary>Null where any name will do.</summary>
    private static IReadOnlyList<string>? KnownOf(RouteEndpoint endpoint) => IsStrict(endpoint.RoutePattern.RawText, endpoint.Metadata)
        ?
        [
            .. endpoint.Metadata.OfType<IParameterBindingMetadata>()
                .Where(parameter => (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string)) && endpoint.RoutePattern.GetParameter(parameter.Name) is null)
                .Select(parameter => parameter.Name),
        ]
        : null;

    private static ProblemHttpResult Refusal(string name, IReadOnlyList<string> known)
    {
        if (known.Count == 0) return Problems.Validation.Because("This call takes nothing behind the '?' of its address.");
        var names = $"There are these: {string.Join(", ", known)}.";
        return UnknownField.Nearest(name, known) is { } meant
            ? Problems.Validation.Because($"One of the names behind the '?' is not known here. Did you mean '{meant}'? {names}", meant)
            : Problems.Validation.Because($"One of the names behind the '?' is not known here. {names}");
    }
}

/// <summary>Marks a call whose address is handed to other programs.</summary>
internal sealed record TakesAnyQueryMetadata;

internal static class QueryNamesConventions
{
    /// <summary>Lets names pass that the call does not know: readers of feeds and calendars add their own, and would show nothing where they are refused.</summary>
    public static RouteHandlerBuilder TakesAnyQuery(this RouteHandlerBuilder builder) => builder.WithMetadata(new TakesAnyQueryMetadata());
}

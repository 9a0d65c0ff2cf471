using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Wellread.Platform;

/// <summary>
/// Refuses a name behind the <c>?</c> that the call does not know, which would otherwise change nothing without a word: <c>?limt=5</c> is 10 suggestions. So it does a
/// day that can be read in two ways. Which names there are is what the call's handler declares. What was sent is not repeated.
/// </summary>
internal sealed class QueryNamesMiddleware(RequestDelegate next)
{
    private const string Calls = "/api/v1/";

    /// <summary>Stands for all that is behind the <c>?</c> among the errors, as what was sent as a name is not repeated.</summary>
    private const string Whole = "query";

    private readonly ConcurrentDictionary<Endpoint, Known?> _known = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.QueryString.HasValue
            || context.GetEndpoint() is not RouteEndpoint endpoint
            || _known.GetOrAdd(endpoint, static found => KnownOf((RouteEndpoint)found)) is not { } known) return next(context);
        foreach (var (name, value) in context.Request.Query)
        {
            if (!known.Names.Contains(name, StringComparer.OrdinalIgnoreCase)) return Refusal(name, known.Names).ExecuteAsync(context);
            if (known.Days.FirstOrDefault(day => day.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } day && !IsDay(value.ToString()))
                return Problems.Validation.Because($"'{day}' must be {ValueKind.Of(typeof(DateOnly))}.", day).ExecuteAsync(context);
        }

        return next(context);
    }

    /// <summary>Whether the call at this address takes only the names that it declares.</summary>
    public static bool IsStrict(string? path, IEnumerable<object> metadata) =>
        path is not null && $"/{path.TrimStart('/')}".StartsWith(Calls, StringComparison.Ordinal) && !metadata.OfType<TakesAnyQueryMetadata>().Any();

    /// <summary>Null where any name will do.</summary>
    private static Known? KnownOf(RouteEndpoint endpoint)
    {
        if (!IsStrict(endpoint.RoutePattern.RawText, endpoint.Metadata)) return null;
        var declared = endpoint.Metadata.OfType<IParameterBindingMetadata>()
            .Where(parameter => (parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string)) && endpoint.RoutePattern.GetParameter(parameter.Name) is null)
            .ToList();
        return new Known([.. declared.Select(parameter => parameter.Name)], [.. declared.Where(IsForDay).Select(parameter => parameter.Name)]);
    }

    private static bool IsForDay(IParameterBindingMetadata parameter) =>
        (Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType) == typeof(DateOnly);

    /// <summary>As ISO 8601 writes it, or empty. The framework reads 03/04/2026 too, as the fourth of March, which half of the world does not mean.</summary>
    private static bool IsDay(string value) => value.Length == 0 || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static ProblemHttpResult Refusal(string name, IReadOnlyList<string> known)
    {
        if (known.Count == 0) return Problems.Validation.Because("This call takes nothing behind the '?' of its address.", Whole);
        var names = $"There are these: {string.Join(", ", known)}.";
        return UnknownField.Nearest(name, known) is { } meant
            ? Problems.Validation.Because($"One of the names behind the '?' is not known here. Did you mean '{meant}'? {names}", meant)
            : Problems.Validation.Because($"One of the names behind the '?' is not known here. {names}", Whole);
    }

    /// <param name="Names">All that the call declares.</param>
    /// <param name="Days">Those of them that stand for a day.</param>
    private sealed record Known(IReadOnlyList<string> Names, IReadOnlyList<string> Days);
}

/// <summary>Marks a call whose address is handed to other programs.</summary>
internal sealed record TakesAnyQueryMetadata;

internal static class QueryNamesConventions
{
    /// <summary>Lets names pass that the call does not know: readers of feeds and calendars add their own, and would show nothing where they are refused.</summary>
    public static RouteHandlerBuilder TakesAnyQuery(this RouteHandlerBuilder builder) => builder.WithMetadata(new TakesAnyQueryMetadata());
}

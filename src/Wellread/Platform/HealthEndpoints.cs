using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wellread.Platform;

internal static class HealthEndpoints
{
    /// <summary>Health checks with this tag say whether the service can do its work.</summary>
    public const string ReadyTag = "ready";

    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags(ApiTags.Running);
        health.MapGet("/live", GetLive);
        health.MapGet("/ready", GetReady);
        return app;
    }

    /// <summary>Tell whether the service runs</summary>
    /// <remarks>Answers as long as the program is alive, whatever it depends on.</remarks>
    internal static Ok<Liveness> GetLive() => TypedResults.Ok(new Liveness("healthy"));

    /// <summary>Tell how each part is doing</summary>
    /// <remarks>200 when the service can answer, in full or in part (`degraded`); 503 when it can't. Each part says in words how it is.</remarks>
    /// <response code="200">It can answer. Look at `status`: `healthy`, or `degraded` where a part is not well.</response>
    /// <response code="503">It can't answer now.</response>
    internal static async Task<Results<Ok<Readiness>, JsonHttpResult<Readiness>>> GetReady(HealthCheckService checks, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(check => check.Tags.Contains(ReadyTag), cancellationToken);
        var parts = report.Entries
            .Select(entry => new HealthPart(entry.Key, Word(entry.Value.Status), entry.Value.Description ?? ""))
            .OrderBy(part => part.Name, StringComparer.Ordinal);
        var readiness = new Readiness(Word(report.Status), [.. parts]);
        return report.Status == HealthStatus.Unhealthy
            ? TypedResults.Json(readiness, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(readiness);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}

/// <summary>The answer of a program that runs.</summary>
/// <param name="Status" example="healthy">Always `healthy`.</param>
internal sealed record Liveness(string Status);

/// <summary>How the whole is, and each of its parts.</summary>
/// <param name="Status" example="healthy">`healthy`, `degraded` or `unhealthy`.</param>
/// <param name="Parts">Each part.</param>
internal sealed record Readiness(string Status, IReadOnlyList<HealthPart> Parts);

/// <summary>How one part is, in words.</summary>
/// <param name="Name">What the part is called.</param>
/// <param name="Status" example="healthy">`healthy`, `degraded` or `unhealthy`.</param>
/// <param name="Detail">How it is, in words.</param>
internal sealed record HealthPart(string Name, string Status, string Detail);

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace Wellread.Platform;

/// <summary>What every feature stands on: errors in one form, the API's description, security headers, limits, health.</summary>
internal static class PlatformFeature
{
    private const string DefaultUrl = "http://localhost:5080";
    private const int MaxBodyBytes = 64 * 1024;

    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder)
    {
        builder.UseDefaultUrl();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            // A short wait for headers keeps slow clients from starving the rest; a low cap on connections would do the opposite.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.LeaveFailuresOfTheStartToUs();
        builder.Logging.LeaveRequestsToUs();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(HomeFolder.Find());
        builder.Services.AddOptions<ServiceOptions>().BindConfiguration(ServiceOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        builder.Services.AddSingleton<ServiceAddress>();
        builder.Services.ConfigureHttpJsonOptions(options => ConfigureJson(options.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddValidation();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        builder.Services.AddWrongHost();
        builder.Services.AddHealthChecks();
        builder.Services.AddApiDescription();
        builder.Services.AddHostedService<StartBanner>();
        return builder;
    }

    public static WebApplication UsePlatform(this WebApplication app)
    {
        app.UseRequestTrace();
        app.UseHeadRequests();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseStatusCodePages();
        app.UseApiDescription();
        app.UseRouting();
        app.UseMiddleware<QueryNamesMiddleware>();
        return app;
    }

    public static WebApplication MapPlatform(this WebApplication app)
    {
        app.MapHealth();
        app.MapGet("/", () => TypedResults.Redirect("/swagger")).ExcludeFromDescription();
        return app;
    }

    internal static void ConfigureJson(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
    }

    /// <summary>The address where nothing else names one, so that ASPNETCORE_URLS, --urls and a container's ports still win.</summary>
    private static void UseDefaultUrl(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is not null || builder.Configuration["http_ports"] is not null) return;
        var source = new MemoryConfigurationSource { InitialData = [new("urls", DefaultUrl)] };
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, source);
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DependencyUnavailableException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>What would be right, where only the framework has spoken.</summary>
    internal static string? Advice(int status) => status switch
    {
        400 => "See 'errors' for each field and what would be right.",
        404 => "Look at /swagger for the addresses that there are.",
        405 => "Look at /swagger for what can be done at this address.",
        412 => "Get it again, look at what changed, and send your request with the new ETag.",
        413 => "Send less at once.",
        415 => "Send the body as this call takes it. Most take JSON, with the header Content-Type: application/json.",
        _ => null,
    };

    /// <summary>Gives every problem the same members, whoever made it: our code, the framework's validation, a bare status.</summary>
    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        if (!problem.Extensions.ContainsKey("code"))
        {
            var type = Problems.ForStatus(status);
            problem.Type = type.Uri;
            problem.Title = type.Title;
            problem.Extensions["code"] = type.Code;
            problem.Detail ??= Advice(status);
        }

        // The framework's validation names fields as C# does.
        if (problem is HttpValidationProblemDetails { Errors: { Count: > 0 } errors } validation)
            validation.Errors = errors.ToDictionary(error => JsonNamingPolicy.CamelCase.ConvertName(error.Key), error => error.Value, StringComparer.Ordinal);
        problem.Instance ??= context.HttpContext.Request.Path;
        problem.Extensions["traceId"] = System.Diagnostics.Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
    }
}

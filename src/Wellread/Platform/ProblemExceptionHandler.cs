using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Wellread.Platform;

/// <summary>The one place where an exception becomes an answer. What was sent is neither logged nor repeated.</summary>
internal sealed partial class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    private const int RetryAfterSeconds = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException) return true;
        var result = exception switch
        {
            WrongFieldException wrong => Problems.Validation.Because(wrong.Message, wrong.Field),
            BadHttpRequestException { InnerException: JsonException json } when UnknownField.Of(json) is { } unknown => unknown,
            BadHttpRequestException { InnerException: JsonException json } when WrongField.Of(json, BodyOf(context)) is { } wrong => wrong,
            BadHttpRequestException { InnerException: JsonException } => Problems.UnreadableBody.Because(
                "The body is not the JSON that is expected here. Look at the example of this call."),
            BadHttpRequestException { StatusCode: 400 } bad when !IsAboutBody(bad.Message) && WrongValue.Of(bad.Message, EndpointOf(context)) is { } wrong => wrong,
            BadHttpRequestException { StatusCode: 400 } => Problems.UnreadableBody.Because(
                "A body in JSON is expected here. Look at the example of this call."),
            BadHttpRequestException bad => Problems.ForStatus(bad.StatusCode).Because(Advice(bad.StatusCode, context)),
            InvalidOperationException when !HasKnownCharset(context.Request) => Problems.UnsupportedMediaType.Because("Send the text as UTF-8, with the header Content-Type: application/json."),
            DependencyUnavailableException => Problems.StoreUnavailable.Because(
                "The place where we keep things does not answer. Nothing was lost. Please try again in a few seconds."),
            _ => Problems.Unexpected.Because("This is not your fault. Please try again; if it happens again, give your operator the trace id."),
        };
        if (exception is DependencyUnavailableException)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Log.DependencyUnavailable(logger, context.Request.Method, EndpointOf(context)?.DisplayName, exception.Message);
        }
        else if (result.StatusCode >= 500)
        {
            Log.RequestFailed(logger, exception, context.Request.Method, EndpointOf(context)?.DisplayName);
        }

        await result.ExecuteAsync(context);
        return true;
    }

    /// <summary>The framework throws where a body says that it is in an encoding that .NET does not have.</summary>
    private static bool HasKnownCharset(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue) return true;
        try
        {
            return type.Encoding is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The framework takes the endpoint off the request before it comes here.</summary>
    private static Endpoint? EndpointOf(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;

    private static string Advice(int status, HttpContext context) => status switch
    {
        413 when context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most => $"Send at most {most / 1024} KiB at once.",
        413 => "Send less at once.",
        415 => "Send the body as JSON, with the header Content-Type: application/json.",
        _ => "Look at the example of this call.",
    };

    /// <summary>What the call takes as its body; null where it takes none.</summary>
    private static Type? BodyOf(HttpContext context) => EndpointOf(context)?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;

    private static bool IsAboutBody(string message) => message.Contains("body", StringComparison.OrdinalIgnoreCase);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Request failed: {Method} {Endpoint}")]
        public static partial void RequestFailed(ILogger logger, Exception exception, string method, string? endpoint);

        [LoggerMessage(2, LogLevel.Warning, "Request refused, the store did not answer: {Method} {Endpoint}: {Reason}")]
        public static partial void DependencyUnavailable(ILogger logger, string method, string? endpoint, string reason);
    }
}

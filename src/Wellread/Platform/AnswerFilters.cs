using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Wellread.Platform;

/// <summary>A call that answers with a file, by the types that it can have.</summary>
internal sealed record FileAnswer(params string[] Types);

/// <summary>A call that marks its answer with an <c>ETag</c>.</summary>
/// <param name="Purpose">What a caller does with it.</param>
internal sealed record TaggedAnswer(string Purpose);

/// <summary>Says of each call what its answers are beside JSON: files, tags, and the headers that come with a status.</summary>
internal sealed class AnswersFilter : IOperationFilter
{
    private const string Ok = "200";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Responses ??= [];
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var type in metadata.OfType<FileAnswer>().SelectMany(file => file.Types)) AddFile(operation.Responses, type);
        if (metadata.OfType<TaggedAnswer>().FirstOrDefault() is { } tagged)
        {
            foreach (var (status, answer) in operation.Responses.Where(pair => pair.Key[0] is '2' or '3')) AddHeader(answer, "ETag", tagged.Purpose, JsonSchemaType.String);
        }

        foreach (var (status, answer) in operation.Responses)
        {
            if (status is "201" or "202") AddHeader(answer, "Location", "Where to look at it.", JsonSchemaType.String);
            if (status is "429" or "503") AddHeader(answer, "Retry-After", "In how many seconds to try again, where that is known.", JsonSchemaType.Integer);
        }
    }

    private static void AddFile(OpenApiResponses responses, string type)
    {
        if (!responses.TryGetValue(Ok, out var answer)) responses[Ok] = answer = new OpenApiResponse { Description = "The file." };
        var response = (OpenApiResponse)answer;
        response.Content ??= new Dictionary<string, OpenApiMediaType>();
        response.Content[type] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = type.EndsWith("json", StringComparison.Ordinal) ? JsonSchemaType.Object : JsonSchemaType.String } };
    }

    private static void AddHeader(IOpenApiResponse answer, string name, string purpose, JsonSchemaType type)
    {
        var response = (OpenApiResponse)answer;
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader { Description = purpose, Schema = new OpenApiSchema { Type = type } };
    }
}

internal static class AnswerConventions
{
    /// <summary>Says in the API's description that the call answers with a file.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder builder, params string[] types) => builder.WithMetadata(new FileAnswer(types));

    /// <summary>Says in the API's description that the answer has an <c>ETag</c>, and that a caller who sends it back hears whether anything has changed.</summary>
    public static RouteHandlerBuilder TellsWhetherItChanged(this RouteHandlerBuilder builder) =>
        builder.Produces(StatusCodes.Status304NotModified).WithMetadata(new TaggedAnswer("Send it back as `If-None-Match`, and the answer is 304 as long as nothing has changed."));

    /// <summary>Says in the API's description that the answer has an <c>ETag</c> of what can be changed, which guards a change against somebody else's.</summary>
    public static RouteHandlerBuilder GuardsChanges(this RouteHandlerBuilder builder) =>
        builder.WithMetadata(new TaggedAnswer("Send it back as `If-Match` with a change, and nobody else's change is undone."));
}

using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Wellread.Platform;

/// <summary>Every error in the description is <c>application/problem+json</c>, as it is on the wire, and every operation names the two that any call can meet.</summary>
internal sealed class ProblemResponsesFilter : IOperationFilter
{
    private const string MediaType = "application/problem+json";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Responses ??= [];
        var schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemDetails), context.SchemaRepository);
        foreach (var type in TypesOf(context.ApiDescription.RelativePath, context.ApiDescription.ActionDescriptor.EndpointMetadata))
        {
            var status = type.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!operation.Responses.TryGetValue(status, out var answer))
            {
                answer = new OpenApiResponse { Description = "" };
                operation.Responses[status] = answer;
            }

            var response = (OpenApiResponse)answer;
            response.Description = string.Join(" ", new[] { response.Description, $"`{type.Code}`: {type.Title}." }.Where(part => !string.IsNullOrEmpty(part)));
            var examples = response.Content?.TryGetValue(MediaType, out var earlier) == true && earlier.Examples is { } kept ? kept : new Dictionary<string, IOpenApiExample>();
            examples[type.Code] = new OpenApiExample { Summary = type.Title, Value = Example(type, context.ApiDescription.RelativePath) };
            response.Content = new Dictionary<string, OpenApiMediaType> { [MediaType] = new() { Schema = schema, Examples = examples } };
        }
    }

    private static IEnumerable<ProblemType> TypesOf(string? path, IList<object> metadata) =>
        (QueryNamesMiddleware.IsStrict(path, metadata) ? [Problems.Validation] : Array.Empty<ProblemType>()).Concat(metadata.OfType<ProblemMetadata>().SelectMany(named => named.Types)).Distinct();

    private static JsonObject Example(ProblemType type, string? path) => new()
    {
        ["type"] = type.Uri,
        ["title"] = type.Title,
        ["status"] = type.Status,
        ["instance"] = $"/{path?.TrimEnd('/')}",
        ["code"] = type.Code,
        ["traceId"] = "00-4e899f7fac301a5eef35796be2d1bc70-0e6040332ce9ff87-00",
    };
}

/// <summary>Where a file may be sent in a form or as the body itself, the body is the file and not an object that holds it.</summary>
internal sealed class FileBodyFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody?.Content is not { } content || !content.ContainsKey("multipart/form-data")) return;
        foreach (var (_, media) in content.Where(pair => pair.Key != "multipart/form-data"))
            ((OpenApiMediaType)media).Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
    }
}

/// <summary>Gives a parameter its drop-down of known values and its example.</summary>
internal sealed class KnownValuesFilter : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        var known = context.ParameterInfo?.GetCustomAttributes(typeof(KnownValuesAttribute), inherit: false).OfType<KnownValuesAttribute>().FirstOrDefault();
        if (known is null || parameter.Schema is not OpenApiSchema schema) return;
        schema.Enum = [.. known.Values.Select(value => (JsonNode)JsonValue.Create(value)!)];
    }
}

/// <summary>Gives a field of a body its list of allowed values; a field that holds a list, each of its items.</summary>
internal sealed class AllowedValuesFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema field || context.MemberInfo is not { } member) return;
        if (member.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed) field.Enum = [.. allowed.Values.Select(value => (JsonNode)JsonValue.Create(value)!)];
        if (member.GetCustomAttribute<KnownValuesAttribute>() is not { } known) return;
        var values = known.Values.Select(value => (JsonNode)JsonValue.Create(value)!);
        if (field.Items is OpenApiSchema item) item.Enum = [.. values];
        else field.Enum = [.. field.Type?.HasFlag(JsonSchemaType.Null) == true ? values.Prepend(null!) : values];
    }
}

/// <summary>The values that a text parameter or a field of a body may have, for the description; the handler checks them.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal abstract class KnownValuesAttribute : Attribute
{
    public abstract IEnumerable<string> Values { get; }
}

/// <summary>The kinds of error that an operation can answer with.</summary>
internal sealed record ProblemMetadata(params ProblemType[] Types);

internal static class ProblemMetadataConventions
{
    /// <summary>Names the errors of an operation in the API's description.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder builder, params ProblemType[] types) => builder.WithMetadata(new ProblemMetadata(types));
}

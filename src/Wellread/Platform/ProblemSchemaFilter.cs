using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Wellread.Platform;

/// <summary>A list that some errors have beside what all have.</summary>
internal sealed record ProblemMember(string Name, string Description, Type Item);

/// <summary>The members that every problem of ours has beside the standard ones.</summary>
internal sealed class ProblemSchemaFilter(IEnumerable<ProblemMember> members) : ISchemaFilter
{
    private static readonly (string Name, string Words)[] Standard =
    [
        ("type", "The kind of error, as an address that leads nowhere."),
        ("title", "The kind of error in words."),
        ("status", "The status of the answer."),
        ("detail", "What is wrong here and what would be right, in words."),
        ("instance", "The address that was asked."),
    ];

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type != typeof(ProblemDetails) || schema is not OpenApiSchema problem) return;
        problem.Description = "What is wrong, and what would be right (RFC 9457).";
        problem.Properties ??= new Dictionary<string, IOpenApiSchema>();
        foreach (var (name, words) in Standard)
        {
            if (problem.Properties.TryGetValue(name, out var member)) member.Description = words;
        }

        problem.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The kind of error, for programs. It does not change." };
        problem.Properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Give this to your operator." };
        problem.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object | JsonSchemaType.Null,
            Description = "What is wrong with each field, by its name; `body` or `query` stand for all that was sent.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        problem.Properties["feeds"] = List("Only with `unsupported-feed`: the feeds that the page points to.", Feed);
        foreach (var (name, words, item) in members) problem.Properties[name] = List(words, context.SchemaGenerator.GenerateSchema(item, context.SchemaRepository));
    }

    private static OpenApiSchema List(string words, IOpenApiSchema item) => new() { Type = JsonSchemaType.Array | JsonSchemaType.Null, Description = words, Items = item };

    private static OpenApiSchema Feed => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["url"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The feed's address." },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What the page calls it." },
        },
    };
}

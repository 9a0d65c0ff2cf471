using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Wellread.Platform;

/// <summary>What a field of an answer can hold, told by a feature that comes later in the flow than the answer.</summary>
internal sealed record ListedValues(Type Answer, string Field, IReadOnlyList<string> Values);

/// <summary>Lists the values of such fields in the API's description.</summary>
internal sealed class ListedValuesFilter(IEnumerable<ListedValues> listed) : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        foreach (var (_, name, values) in listed.Where(one => one.Answer == context.Type))
        {
            if (schema.Properties?[name] is OpenApiSchema field) field.Enum = [.. values.Select(value => (JsonNode)JsonValue.Create(value)!)];
        }
    }
}

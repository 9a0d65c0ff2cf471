using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Wellread.Platform;

/// <summary>Says what would be right where a body is good JSON and a field is missing or of the wrong kind. What was sent is not repeated. Pure.</summary>
internal static class WrongField
{
    // The serializer tells these two cases apart from each other, and from a body that is no JSON, only in its message.
    private const string Missing = "was missing required properties";
    private static readonly string[] WrongKind = ["The JSON value could not be converted", "The property or field"];

    /// <param name="exception">What the serializer says.</param>
    /// <param name="body">What the call takes.</param>
    /// <returns>Null where the body can't be read for another reason.</returns>
    public static ProblemHttpResult? Of(JsonException exception, Type? body)
    {
        if (body is null) return null;
        if (exception.Message.Contains(Missing, StringComparison.Ordinal)) return MissingOf(exception.Message, body);
        if (!Array.Exists(WrongKind, start => exception.Message.StartsWith(start, StringComparison.Ordinal)) || LeafOf(exception.Path, body) is not { } leaf) return null;
        var name = leaf.Name == leaf.Field ? $"'{leaf.Field}'" : $"In '{leaf.Field}', '{leaf.Name}'";
        return Problems.Validation.Because($"{name} must be {ValueKind.Of(leaf.Type)}.", leaf.Field);
    }

    private static ProblemHttpResult? MissingOf(string message, Type body)
    {
        var field = FieldsOf(body).FirstOrDefault(field => message.Contains($"'{NameOf(field)}'", StringComparison.Ordinal));
        if (field is null) return null;
        var said = field.GetCustomAttribute<RequiredAttribute>()?.ErrorMessage;
        return Problems.Validation.Because(said ?? $"'{NameOf(field)}' is missing. Look at the example of this call.", NameOf(field));
    }

    /// <summary>The field of the body, and within it the innermost one that the call knows: <c>$.channels.x.weeklyBudget</c> has a name that was sent in between.</summary>
    private static (string Field, string Name, Type Type)? LeafOf(string? path, Type body)
    {
        (string Field, string Name, Type Type)? leaf = null;
        var type = body;
        foreach (var step in (path ?? "").Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            if (ElementOf(type) is { } element)
            {
                type = element;
                if (leaf is { } holder) leaf = holder with { Type = element };
                continue;
            }

            if (FieldsOf(type).FirstOrDefault(field => NameOf(field) == step) is not { } known) return null;
            type = Nullable.GetUnderlyingType(known.PropertyType) ?? known.PropertyType;
            leaf = (leaf?.Field ?? step, step, type);
        }

        return leaf;
    }

    private static Type? ElementOf(Type type) => type != typeof(string) && type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1] : null;

    private static PropertyInfo[] FieldsOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static string NameOf(PropertyInfo field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);
}

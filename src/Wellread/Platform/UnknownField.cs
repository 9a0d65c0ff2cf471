using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Wellread.Platform;

/// <summary>Says what would be right where a body has a field that the call does not know, which would otherwise change nothing without a word. What was sent is not repeated. Pure.</summary>
internal static class UnknownField
{
    /// <summary>The serializer tells the field and what it was read into only in its message.</summary>
    private const string Start = "The JSON property '";
    /// <summary>Stands for the whole body among the errors, as what was sent as a name is not repeated.</summary>
    public const string WholeBody = "body";

    private const string Middle = "' could not be mapped to any .NET member contained in type '";

    /// <summary>Null where the body can't be read for another reason.</summary>
    public static ProblemHttpResult? Of(JsonException exception)
    {
        var message = exception.Message;
        var middle = message.LastIndexOf(Middle, StringComparison.Ordinal);
        if (middle < 0 || !message.StartsWith(Start, StringComparison.Ordinal)) return null;
        var sent = message[Start.Length..middle];
        var known = FieldsOf(message[(middle + Middle.Length)..].Split('\'')[0]);
        return Nearest(sent, known) is { } meant
            ? Problems.Validation.Because($"There is no field of one of the names that you sent. Did you mean '{meant}'?", meant)
            : Problems.Validation.Because($"There is no field of one of the names that you sent. There are these: {string.Join(", ", known)}.", WholeBody);
    }

    private static IReadOnlyList<string> FieldsOf(string typeName) =>
    [
        .. (typeof(UnknownField).Assembly.GetType(typeName)?.GetProperties(BindingFlags.Public | BindingFlags.Instance) ?? [])
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
    ];

    /// <summary>The field that differs in less than a third of its letters; null where none does.</summary>
    internal static string? Nearest(string sent, IReadOnlyList<string> known)
    {
        var name = Bare(sent);
        // A longer name is no misspelling, and comparing takes time by its length.
        if (name.Length > 40) return null;
        var (nearest, distance) = known.Select(field => (Field: field, Distance: Distance(name, Bare(field)))).DefaultIfEmpty().MinBy(pair => pair.Distance);
        return nearest is not null && distance * 3 <= nearest.Length ? nearest : null;
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Letters to add, drop, change or swap with the next (optimal string alignment, Damerau 1964).</summary>
    private static int Distance(string a, string b)
    {
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) costs[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) costs[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = costs[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                costs[i, j] = Math.Min(change, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        }

        return costs[a.Length, b.Length];
    }
}

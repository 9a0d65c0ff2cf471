using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Wellread.Platform;

/// <summary>What a value has to be, in an editor's words, from its declared type and range.</summary>
internal static class ValueKind
{
    /// <param name="type">The declared type.</param>
    /// <param name="range">What it has to lie between, if that is declared.</param>
    /// <returns>Words that fit behind "must be".</returns>
    public static string Of(Type type, RangeAttribute? range = null) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var kind when kind == typeof(string) => "a text in quotes",
        var kind when kind == typeof(bool) => "true or false",
        var kind when kind == typeof(int) || kind == typeof(long) => $"a whole number{Within(range)}",
        var kind when kind == typeof(double) || kind == typeof(decimal) => $"a number{Within(range)}",
        var kind when kind == typeof(DateOnly) => "a date such as 2026-11-30",
        var kind when kind == typeof(DateTimeOffset) || kind == typeof(DateTime) => "a time such as 2026-11-30T09:00:00Z",
        { IsEnum: true } kind => $"one of {string.Join(", ", Enum.GetNames(kind).Select(JsonNamingPolicy.CamelCase.ConvertName))}",
        { IsGenericType: true } kind when kind.GetGenericArguments().Length == 1 => "a list in brackets, such as [\"a\", \"b\"]",
        _ => "an object in braces, such as { \"name\": \"value\" }",
    };

    private static string Within(RangeAttribute? range) => range is null ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" from {range.Minimum} to {range.Maximum}");
}

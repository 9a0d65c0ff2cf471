using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Wellread.Platform;

/// <summary>Says what would be right where a value of an address, in its path or behind the <c>?</c>, is missing or can't be read. What was sent is not repeated. Pure.</summary>
internal static class WrongValue
{
    // The framework tells these two cases and the parameter only in its message: Failed to bind parameter "int limit" from "x".
    private const string Start = "parameter \"";
    private const string Missing = "Required ";

    /// <param name="message">What the framework says.</param>
    /// <param name="endpoint">The call.</param>
    /// <returns>Null where it is about something else.</returns>
    public static ProblemHttpResult? Of(string message, Endpoint? endpoint)
    {
        var from = message.IndexOf(Start, StringComparison.Ordinal);
        if (from < 0) return null;
        var declared = message[(from + Start.Length)..].Split('"')[0];
        var name = declared[(declared.LastIndexOf(' ') + 1)..];
        if (endpoint?.Metadata.OfType<IParameterBindingMetadata>().FirstOrDefault(parameter => parameter.Name == name)?.ParameterInfo is not { } parameter)
            return Problems.Validation.Because($"The value of '{name}' can't be read. Look at the example of this call.", name);
        var kind = parameter.ParameterType == typeof(string) ? "a text" : ValueKind.Of(parameter.ParameterType, parameter.GetCustomAttribute<RangeAttribute>());
        return Problems.Validation.Because(message.StartsWith(Missing, StringComparison.Ordinal) ? $"'{name}' is missing: {kind}." : $"'{name}' must be {kind}.", name);
    }
}

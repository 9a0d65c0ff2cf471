using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wellread.Platform;

/// <summary>
/// The JSON of something that is changed as a whole. What an answer shows besides the settings may be sent back with them, so that one can be read, edited and sent; any other name
/// that is not known is refused, or it would change nothing without a word.
/// </summary>
internal static class ShownBody
{
    private const string Id = "id";

    private static readonly JsonDocumentOptions OnceEach = new() { AllowDuplicateProperties = false };

    /// <summary>Throws <see cref="BadHttpRequestException"/> where it is no JSON object, or has the id of another thing than the address.</summary>
    /// <param name="request">Has the body.</param>
    /// <param name="id">The id in its address.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request, cancellationToken);
        var named = body.FirstOrDefault(field => field.Key.Equals(Id, StringComparison.OrdinalIgnoreCase)).Value;
        if (named is null || (named.GetValueKind() == JsonValueKind.String && named.GetValue<string>() == id)) return body;
        throw new WrongFieldException(Id, "The id in the body is not the one in the address. Leave it out, or send the body to the address of the one that you mean.");
    }

    /// <summary>Throws <see cref="BadHttpRequestException"/> where it is no JSON object.</summary>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType()) throw new BadHttpRequestException("The body is no JSON.", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await JsonNode.ParseAsync(request.Body, documentOptions: OnceEach, cancellationToken: cancellationToken) as JsonObject
                ?? throw new BadHttpRequestException("The body is no object.");
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body can't be read.", exception);
        }
    }

    /// <summary>Throws <see cref="BadHttpRequestException"/> where a value is of the wrong kind, or a name is not known.</summary>
    public static T Request<T>(JsonObject body, JsonSerializerOptions options) where T : class
    {
        try
        {
            return body.Deserialize<T>(options)!;
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body can't be read.", exception);
        }
    }

    /// <summary>What the attributes of a request find wrong, as the framework does where it reads the body itself.</summary>
    public static IReadOnlyList<(string Field, string Message)> WhatIsWrong(object request)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(request, new ValidationContext(request), wrong, validateAllProperties: true);
        return [.. wrong.SelectMany(result => result.MemberNames, (result, name) => (JsonNamingPolicy.CamelCase.ConvertName(name), result.ErrorMessage!))];
    }

    /// <summary>Without what <typeparamref name="TShown"/> shows and <typeparamref name="TRequest"/> does not take.</summary>
    public static JsonObject WithoutShown<TShown, TRequest>(this JsonObject fields)
    {
        var shown = NamesOf<TShown>().Except(NamesOf<TRequest>(), StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new JsonObject(fields.Where(field => !shown.Contains(field.Key)).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
    }

    private static IEnumerable<string> NamesOf<T>() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name);
}

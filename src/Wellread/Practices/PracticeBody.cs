using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wellread.Practices;

/// <summary>
/// The JSON that sets up or changes a practice. What a practice shows besides its settings may be sent back with them, so that one can be read, edited and sent; any
/// other name that is not known is refused, or it would change nothing without a word.
/// </summary>
internal static class PracticeBody
{
    private static readonly JsonDocumentOptions OnceEach = new() { AllowDuplicateProperties = false };

    /// <summary>Throws <see cref="BadHttpRequestException"/> where it is no JSON object, or has a field that practices have not.</summary>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType()) throw new BadHttpRequestException("The body is no JSON.", StatusCodes.Status415UnsupportedMediaType);
        JsonNode? node = null;
        try
        {
            node = await JsonNode.ParseAsync(request.Body, documentOptions: OnceEach, cancellationToken: cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body can't be read.", exception);
        }

        var body = Settings(node as JsonObject ?? throw new BadHttpRequestException("The body is no object."));
        Request(WithoutEmptyWeights(body), options);
        return body;
    }

    /// <summary>Throws <see cref="BadHttpRequestException"/> where a value is of the wrong kind.</summary>
    public static PracticeRequest Request(JsonObject body, JsonSerializerOptions options)
    {
        try
        {
            return body.Deserialize<PracticeRequest>(options)!;
        }
        catch (JsonException exception)
        {
            throw new BadHttpRequestException("The body can't be read.", exception);
        }
    }

    /// <summary>Without what is only shown.</summary>
    private static JsonObject Settings(JsonObject body)
    {
        var settings = Without(body, nameof(PracticeItem.Id), nameof(PracticeItem.EffectiveTopicWeights));
        foreach (var channels in Inner(settings, nameof(PracticeRequest.Channels)).ToList())
        {
            foreach (var (channel, policy) in channels.ToList())
            {
                if (policy is JsonObject fields) channels[channel] = Without(fields, nameof(ChannelItem.Name), nameof(ChannelItem.Audience));
            }
        }

        return settings;
    }

    /// <summary>In a patch, null takes a weight out.</summary>
    private static JsonObject WithoutEmptyWeights(JsonObject body)
    {
        var filled = (JsonObject)body.DeepClone();
        foreach (var weights in Inner(filled, nameof(PracticeRequest.TopicWeights)).ToList())
        {
            foreach (var topic in weights.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList()) weights.Remove(topic);
        }

        return filled;
    }

    private static IEnumerable<JsonObject> Inner(JsonObject body, string name) =>
        body.Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value).OfType<JsonObject>();

    private static JsonObject Without(JsonObject fields, params string[] names) => new(fields
        .Where(field => !names.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
        .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Wellread.Articles;
using Wellread.Platform;

namespace Wellread.Practices;

/// <summary>The JSON that sets up or changes a practice: its settings, with what a practice shows besides them left out.</summary>
internal static class PracticeBody
{
    /// <summary>Throws <see cref="BadHttpRequestException"/> where it is no JSON object, is of another practice, or has a field that practices have not.</summary>
    /// <param name="request">Has the body.</param>
    /// <param name="ofId">Whose it has to be, where it names one; null where another may be copied.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, string? ofId, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        var body = Settings(ofId is null ? await ShownBody.ReadAsync(request, cancellationToken) : await ShownBody.ReadAsync(request, ofId, cancellationToken));
        RefuseOtherThanNumbers(body);
        Request(WithoutEmptyWeights(body), options);
        return body;
    }

    /// <summary>Throws <see cref="BadHttpRequestException"/> where a value is of the wrong kind.</summary>
    public static PracticeRequest Request(JsonObject body, JsonSerializerOptions options) => ShownBody.Request<PracticeRequest>(body, options);

    /// <summary>Without what is only shown.</summary>
    private static JsonObject Settings(JsonObject body)
    {
        var settings = body.WithoutShown<PracticeItem, PracticeRequest>();
        foreach (var channels in Inner(settings, nameof(PracticeRequest.Channels)).ToList())
        {
            foreach (var (channel, policy) in channels.ToList())
            {
                if (policy is JsonObject fields) channels[channel] = fields.WithoutShown<ChannelItem, ChannelRequest>();
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

    /// <summary>The serializer says only that one of the weights is none.</summary>
    private static void RefuseOtherThanNumbers(JsonObject body)
    {
        foreach (var (topic, weight) in Inner(body, nameof(PracticeRequest.TopicWeights)).SelectMany(weights => weights))
        {
            if (weight is not null && weight.GetValueKind() != JsonValueKind.Number && TopicCatalog.Find(topic) is { } known)
                throw new WrongFieldException(PracticeRequestRules.WeightOf(known), PracticeRequestRules.WeightForm);
        }
    }

    private static IEnumerable<JsonObject> Inner(JsonObject body, string name) =>
        body.Where(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => field.Value).OfType<JsonObject>();
}

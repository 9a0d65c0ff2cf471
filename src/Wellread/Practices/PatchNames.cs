using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Wellread.Practices;

/// <summary>Tells a misspelt name in a patch, which would change nothing without a word. What a practice shows besides may be sent back with it. Pure.</summary>
internal static class PatchNames
{
    private static readonly JsonSerializerOptions OnlyKnown = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>True where the names alone are wrong; what can't be read at all is told otherwise.</summary>
    public static bool AreMisspelt(JsonObject patch)
    {
        var asked = Without(patch, nameof(PracticeItem.Id), nameof(PracticeItem.EffectiveTopicWeights));
        foreach (var (name, value) in asked.ToList())
        {
            if (!name.Equals(nameof(PracticeRequest.Channels), StringComparison.OrdinalIgnoreCase) || value is not JsonObject channels) continue;
            foreach (var (channel, policy) in channels.ToList())
            {
                if (policy is JsonObject fields) channels[channel] = Without(fields, nameof(ChannelItem.Name), nameof(ChannelItem.Audience));
            }
        }

        return !IsReadable(asked, OnlyKnown) && IsReadable(asked, JsonSerializerOptions.Web);
    }

    private static JsonObject Without(JsonObject fields, params string[] names) => new(fields
        .Where(field => !names.Contains(field.Key, StringComparer.OrdinalIgnoreCase))
        .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

    private static bool IsReadable(JsonObject patch, JsonSerializerOptions options)
    {
        try
        {
            return patch.Deserialize<PracticeRequest>(options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

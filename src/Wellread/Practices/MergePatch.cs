using System.Text.Json.Nodes;

namespace Wellread.Practices;

/// <summary>JSON merge patch: what is named is replaced, what is null is taken out, objects are gone into (RFC 7396). Names are the same in any case, as
/// everywhere in requests. Pure.</summary>
internal static class MergePatch
{
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        var merged = (JsonObject)target.DeepClone();
        foreach (var (given, value) in patch)
        {
            var name = merged.Select(pair => pair.Key).FirstOrDefault(known => known.Equals(given, StringComparison.OrdinalIgnoreCase)) ?? given;
            if (value is null) merged.Remove(name);
            else if (value is JsonObject inner) merged[name] = Apply(merged[name] as JsonObject ?? [], inner);
            else merged[name] = value.DeepClone();
        }

        return merged;
    }
}

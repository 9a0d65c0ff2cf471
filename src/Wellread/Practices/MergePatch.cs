using System.Text.Json.Nodes;

namespace Wellread.Practices;

/// <summary>JSON merge patch: what is named is replaced, what is null is taken out, objects are gone into (RFC 7396). Pure.</summary>
internal static class MergePatch
{
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        var merged = (JsonObject)target.DeepClone();
        foreach (var (name, value) in patch)
        {
            if (value is null) merged.Remove(name);
            else if (value is JsonObject inner) merged[name] = Apply(merged[name] as JsonObject ?? [], inner);
            else merged[name] = value.DeepClone();
        }

        return merged;
    }
}

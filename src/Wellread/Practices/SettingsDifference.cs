using System.Text.Json;
using System.Text.Json.Nodes;
using Wellread.Platform;

namespace Wellread.Practices;

/// <summary>The names of the settings that count otherwise than before, as requests have them: what is only said out loud differs in nothing. Pure.</summary>
internal static class SettingsDifference
{
    private static readonly JsonSerializerOptions Options = ForRequests();

    public static IReadOnlyList<string> Between(Practice before, Practice after) =>
        [.. Names("", Node(before), Node(after)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Names(string path, JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(field => field.Key).Union(after.Select(field => field.Key), StringComparer.Ordinal))
        {
            var (was, now) = (before[name], after[name]);
            if (JsonNode.DeepEquals(was, now)) continue;
            var inner = (was ?? new JsonObject(), now ?? new JsonObject()) is (JsonObject wasObject, JsonObject nowObject) ? Names($"{path}{name}.", wasObject, nowObject).ToList() : [];
            if (inner.Count == 0) yield return path + name;
            foreach (var one in inner) yield return one;
        }
    }

    private static JsonObject Node(Practice practice) =>
        ((JsonObject)JsonSerializer.SerializeToNode(PracticeItem.From(practice), Options)!).WithoutShown<PracticeItem, PracticeRequest>();

    private static JsonSerializerOptions ForRequests()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        PlatformFeature.ConfigureJson(options);
        return options;
    }
}

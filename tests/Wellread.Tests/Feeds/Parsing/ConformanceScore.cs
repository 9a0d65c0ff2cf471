using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wellread.Tests.Feeds.Parsing;

/// <summary>The rules of <c>score.py</c>: which answer of the parse command meets which expectation.</summary>
internal static partial class ConformanceScore
{
    public static bool IsMet(JsonElement expected, JsonElement result)
    {
        var ok = result.GetProperty("ok").GetBoolean();
        var wellFormed = expected.GetProperty("wellformed").GetBoolean();
        var checks = expected.GetProperty("expect").EnumerateObject().ToArray();
        if (!wellFormed && checks.Length == 0) return true;
        return ok && checks.All(check => check.Value.ValueKind is JsonValueKind.True or JsonValueKind.False || IsMet(result, check.Name, check.Value));
    }

    private static bool IsMet(JsonElement result, string key, JsonElement expected)
    {
        if (key == "feed.format") return Family(Text(Find(result, key))) == expected.GetString();
        var given = Normal(Text(Find(result, key)));
        var wanted = Normal(Text(expected));
        if (given == wanted) return true;
        if (wanted.Length == 0) return false;
        var field = key[(key.LastIndexOf('.') + 1)..];
        if (MarkupField().IsMatch(field) && NormalMarkup(given) == NormalMarkup(wanted)) return true;
        if (EntryText().Match(key) is { Success: true } text)
            return new[] { "summary", "content" }.Any(name => NormalMarkup(Text(Find(result, $"{text.Groups[1].Value}.{name}"))) == NormalMarkup(wanted));
        if (field == "author") return given.Length > 0 && given.Contains(wanted.Split(" (")[0], StringComparison.Ordinal);
        return field == "link" && given.TrimEnd('/') == wanted.TrimEnd('/');
    }

    private static JsonElement Find(JsonElement result, string key)
    {
        if (key == "entries.count") return Count(result.GetProperty("entries"));
        var element = result;
        foreach (Match part in KeyPart().Matches(key))
        {
            if (part.Value == "count") return Count(element);
            if (part.Value[0] == '[') element = At(element, int.Parse(part.Value[1..^1], CultureInfo.InvariantCulture));
            else element = part.Value switch
            {
                "date" => FirstOf(element, "published", "updated"),
                "text" => FirstOf(element, "content", "summary"),
                var name => Property(element, name),
            };
        }

        return element;
    }

    private static JsonElement FirstOf(JsonElement element, string name, string other) =>
        Text(Property(element, name)).Length > 0 ? Property(element, name) : Property(element, other);

    private static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static JsonElement At(JsonElement element, int index) =>
        element.ValueKind == JsonValueKind.Array && index < element.GetArrayLength() ? element[index] : default;

    private static JsonElement Count(JsonElement element) =>
        JsonSerializer.SerializeToElement(element.ValueKind == JsonValueKind.Array ? element.GetArrayLength() : 0);

    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Array => string.Join(' ', element.EnumerateArray().Select(Text)),
        _ => element.GetRawText(),
    };

    private static string Family(string format) =>
        format.Contains("atom", StringComparison.Ordinal) ? "atom"
        : format is "rss10" or "rss090" ? "rdf"
        : format.StartsWith("rss", StringComparison.Ordinal) ? "rss"
        : format;

    private static string Normal(string text) => Spaces().Replace(text, " ").Trim();

    private static string NormalMarkup(string text)
    {
        text = Tags().Replace(Normal(text), "$1");
        text = Quotes().Replace(text, "=\"$1\"");
        text = ClosedTags().Replace(text, ">");
        return Normal(WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)));
    }

    [GeneratedRegex(@"\[\d+\]|\w+")]
    private static partial Regex KeyPart();

    [GeneratedRegex(@"^(entries\[\d+\])\.(summary|content|text)$")]
    private static partial Regex EntryText();

    [GeneratedRegex("^(summary|content|text|description|title|rights)")]
    private static partial Regex MarkupField();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*(<[^>]+>)\s*")]
    private static partial Regex Tags();

    [GeneratedRegex("='([^']*)'")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\s*/>")]
    private static partial Regex ClosedTags();
}

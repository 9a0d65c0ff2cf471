using System.Text.Json;
using Wellread.Sharing;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>X's own conformance suite (twitter-text, Apache-2.0), which stands beside the project.</summary>
public sealed class XConformanceTests
{
    [SkippableTheory]
    [InlineData("WeightedTweetsWithDiscountedEmojiCounterTest", 22)]
    [InlineData("UnicodeDirectionalMarkerCounterTest", 2)]
    public void Lengths_are_counted_as_X_does(string group, int count)
    {
        var cases = Cases("validate.json", group);
        Assert.Equal(count, cases.Count);
        foreach (var test in cases)
        {
            var text = test.GetProperty("text").GetString()!;
            var expected = test.GetProperty("expected");
            Assert.Equal((Name(test), expected.GetProperty("weightedLength").GetInt32()), (Name(test), XWeightedLength.Of(text)));
            Assert.Equal((Name(test), expected.GetProperty("valid").GetBoolean()), (Name(test), XWeightedLength.IsValid(text)));
        }
    }

    [SkippableTheory]
    [InlineData("urls", 91)]
    [InlineData("urls_with_indices", 10)]
    [InlineData("urls_with_directional_markers", 2)]
    [InlineData("tco_urls_with_params", 5)]
    public void Links_are_found_as_X_does(string group, int count) =>
        Compare(group, count, "url", text => XUrls.Find(text).Select(range => text[range]));

    [SkippableTheory]
    [InlineData("country", 315)]
    [InlineData("generic", 1_259)]
    public void Every_top_level_domain_makes_a_link(string group, int count)
    {
        var cases = Cases("tlds.json", group);
        Assert.Equal(count, cases.Count);
        foreach (var test in cases)
        {
            var text = test.GetProperty("text").GetString()!;
            Assert.Equal(Expected(test, "url"), XUrls.Find(text).Select(range => text[range]));
        }
    }

    [SkippableTheory]
    [InlineData("hashtags", 65)]
    [InlineData("hashtags_from_astral", 3)]
    [InlineData("hashtags_with_indices", 8)]
    public void Hashtags_are_found_as_X_does(string group, int count) =>
        Compare(group, count, "hashtag", text => XHashtags.Find(text).Select(range => text[range][1..]));

    private static void Compare(string group, int count, string name, Func<string, IEnumerable<string>> find)
    {
        var cases = Cases("extract.json", group);
        Assert.Equal(count, cases.Count);
        foreach (var test in cases)
        {
            var found = find(test.GetProperty("text").GetString()!);
            Assert.Equal($"{Name(test)}: {string.Join(' ', Expected(test, name))}", $"{Name(test)}: {string.Join(' ', found)}");
        }
    }

    private static IEnumerable<string> Expected(JsonElement test, string name) => test.GetProperty("expected").EnumerateArray()
        .Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetProperty(name).GetString()!);

    private static string Name(JsonElement test) => test.GetProperty("description").GetString()!;

    private static List<JsonElement> Cases(string file, string group)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"twitter-text/conformance/{file}")));
        return [.. json.RootElement.GetProperty("tests").GetProperty(group).Clone().EnumerateArray()];
    }
}

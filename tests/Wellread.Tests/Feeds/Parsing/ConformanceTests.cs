using System.Text.Json;
using Wellread.Commands;
using Wellread.Tests.Support;

namespace Wellread.Tests.Feeds.Parsing;

/// <summary>How much of what eleven other parsers' tests expect is met, by the rules of <c>score.py</c> beside the cases; sanitising is not the parser's task.</summary>
public sealed class ConformanceTests
{
    // What is met today less half a point; the best of the others meets 90.2 of 100.
    private const double Floor = 95.0;
    private const double FloorWithoutAddress = 93.4;

    [SkippableFact]
    public void The_cases_of_other_parsers_are_met() => Assert.InRange(Percentage(withContext: true), Floor, 100);

    [SkippableFact]
    public void Most_are_met_without_knowing_where_a_document_came_from() => Assert.InRange(Percentage(withContext: false), FloorWithoutAddress, 100);

    [SkippableTheory]
    [InlineData("json", 85)]
    [InlineData("xmlbase", 88)]
    public void Json_feeds_and_relative_links_are_met(string tag, double floor) =>
        Assert.InRange(Percentage(withContext: true, expected => Tags(expected).Contains(tag)), floor, 100);

    private static double Percentage(bool withContext, Func<JsonElement, bool>? filter = null)
    {
        var folder = SharedData.Path("conformance");
        var (cases, met) = (0, 0);
        foreach (var line in File.ReadLines(Path.Combine(folder, "expected.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var expected = document.RootElement;
            if (expected.GetProperty("category").GetString()!.EndsWith("sanitize", StringComparison.Ordinal)) continue;
            if (filter?.Invoke(expected) == false) continue;
            cases++;
            if (IsMet(expected, Path.Combine(folder, expected.GetProperty("file").GetString()!), withContext)) met++;
        }

        return 100.0 * met / cases;
    }

    private static bool IsMet(JsonElement expected, string path, bool withContext)
    {
        var (address, contentType) = withContext ? (Text(expected, "source_url"), Text(expected, "content_type")) : (null, null);
        using var result = JsonDocument.Parse(ParseReport.Line(path, Reading.Result(File.ReadAllBytes(path), address, contentType)));
        return ConformanceScore.IsMet(expected, result.RootElement);
    }

    private static IEnumerable<string?> Tags(JsonElement expected) => expected.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

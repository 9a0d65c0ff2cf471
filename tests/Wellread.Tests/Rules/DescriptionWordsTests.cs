using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Wellread.Scoring;
using Wellread.Tests.Support;

namespace Wellread.Tests.Rules;

/// <summary>Every word of the API's description is for an editor: none is missing, none is a programmer's, none is hard to read.</summary>
public sealed class DescriptionWordsTests : IAsyncLifetime
{
    private const double HighestGrade = 8;

    // Names, not code.
    private static readonly Regex Names = new("LinkedIn|WhatsApp|JavaScript|iCalendar");
    private static readonly Regex Code = new(@"\bWellread\.\w+|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z]+[A-Z]\w*|\b(?:C#|\.NET|UTC ticks|boolean|enum|nullable|struct|exception|int32|HashSet|endpoint|payload)\b|<[a-z]");

    private readonly WellreadHost _host = new();
    private JsonNode _description = null!;

    public async Task InitializeAsync() => _description = await _host.CreateClient().GetJsonAsync("/openapi/v1.json");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Every_field_and_every_kind_of_answer_is_described()
    {
        foreach (var (name, schema) in _description["components"]!["schemas"]!.AsObject())
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)schema!["description"]), $"{name} is not described");
            foreach (var (field, value) in schema["properties"]?.AsObject() ?? [])
                Assert.False(string.IsNullOrWhiteSpace((string?)value!["description"]), $"{name}.{field} is not described");
        }
    }

    [Fact]
    public void No_word_is_a_programmers()
    {
        foreach (var (place, text) in TextsOf(_description, "#"))
        {
            var bare = Names.Replace(Regex.Replace(text, "`[^`]*`", ""), "");
            Assert.False(Code.IsMatch(bare), $"{place}: {Code.Match(bare).Value} in '{text}'");
            Assert.False(Regex.IsMatch(text, @"\n[ \t]"), $"{place} has a line that begins with blanks, which Swagger shows as code");
        }
    }

    [Fact]
    public void No_description_names_a_field_as_the_code_does()
    {
        foreach (var (name, schema) in _description["components"]!["schemas"]!.AsObject())
        {
            foreach (var (field, _) in schema!["properties"]?.AsObject() ?? [])
            {
                var inCode = char.ToUpperInvariant(field[0]) + field[1..];
                Assert.False(Regex.IsMatch((string?)schema["description"] ?? "", $@"[a-z,;:] {inCode}\b"), $"{name} speaks of {inCode}");
            }
        }
    }

    [Fact]
    public void Every_call_is_explained_at_grade_8_or_lower()
    {
        var scoring = _host.Get<TextScoring>();
        foreach (var (path, operations) in _description["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var told = Regex.Replace($"{operation!["description"]}", @"[`*]", "");
                var grade = scoring.Explain("", told, "en").Explanation.Reading.Grade;
                Assert.True(grade is null or <= HighestGrade, $"{method} {path} reads at grade {grade}");
            }
        }
    }

    private static IEnumerable<(string Place, string Text)> TextsOf(JsonNode? node, string place) => node switch
    {
        JsonObject fields => fields.SelectMany(pair => pair is { Key: "description" or "summary", Value: JsonValue text } ? [(place, (string)text!)] : TextsOf(pair.Value, $"{place}/{pair.Key}")),
        JsonArray items => items.SelectMany((item, index) => TextsOf(item, $"{place}/{index}")),
        _ => [],
    };
}

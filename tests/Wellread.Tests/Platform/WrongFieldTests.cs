using System.Text.Json;
using Wellread.Platform;
using Wellread.Practices;
using Wellread.Privacy;
using Wellread.Suggestions;

namespace Wellread.Tests.Platform;

/// <summary>A field of good JSON that is missing or of the wrong kind is named, with what would be right.</summary>
public sealed class WrongFieldTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    [Theory]
    [InlineData(typeof(DecisionRequest), "{}", "action", "Say what you did: approve, reject, snooze, shared, takenDown or undo.")]
    [InlineData(typeof(DecisionRequest), """{ "action": 5 }""", "action", "'action' must be a text in quotes.")]
    [InlineData(typeof(DecisionRequest), """{ "action": null }""", "action", "'action' must be a text in quotes.")]
    [InlineData(typeof(DecisionRequest), """{ "action": "approve", "outbox": "no" }""", "outbox", "'outbox' must be true or false.")]
    [InlineData(typeof(PracticeRequest), """{ "targetGrade": "six" }""", "targetGrade", "'targetGrade' must be a number.")]
    [InlineData(typeof(PracticeRequest), """{ "languages": "en" }""", "languages", "'languages' must be a list in brackets, such as [\"a\", \"b\"].")]
    [InlineData(typeof(PracticeRequest), """{ "languages": [1] }""", "languages", "'languages' must be a text in quotes.")]
    [InlineData(typeof(PracticeRequest), """{ "channels": 3 }""", "channels", "'channels' must be an object in braces, such as { \"name\": \"value\" }.")]
    [InlineData(typeof(PracticeRequest), """{ "topicWeights": { "Mrs Jones": "x" } }""", "topicWeights", "'topicWeights' must be a number.")]
    [InlineData(typeof(PracticeRequest), """{ "channels": { "x": { "leastGapHours": 1.5 } } }""", "channels", "In 'channels', 'leastGapHours' must be a whole number.")]
    [InlineData(typeof(PostCheckRequest), "{}", "text", null)]
    public void A_field_is_named_with_what_would_be_right(Type body, string json, string field, string? message)
    {
        var exception = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(json, body, Web));
        var problem = WrongField.Of(exception, body)!.ProblemDetails;
        Assert.Equal("validation", problem.Extensions["code"]);
        var errors = (Dictionary<string, string[]>)problem.Extensions["errors"]!;
        Assert.Equal(field, Assert.Single(errors).Key);
        if (message is not null) Assert.Equal([message], errors[field]);
    }

    [Theory]
    [InlineData("""{ "action": "approve" """)]
    [InlineData("[]")]
    [InlineData("""{ "action": "approve" } x""")]
    [InlineData("")]
    public void What_is_no_object_names_no_field(string json)
    {
        var exception = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<DecisionRequest>(json, Web));
        Assert.Null(WrongField.Of(exception, typeof(DecisionRequest)));
    }
}

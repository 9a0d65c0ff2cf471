using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;

namespace Wellread.Articles;

/// <summary>
/// Reads stored articles as <see cref="ArticleJson"/> does, for a fraction of the work: a start reads all that there are. What many articles have is found by its JSON,
/// and is one copy for all of them. What it does not expect is left to that.
/// </summary>
internal static class ArticleReader
{
    private static readonly SharedSlices<string> Texts = new(16_384, ArticleJson.Default.String, ArticleParts.Share);
    private static readonly SharedSlices<ImmutableArray<string>> Lists = new(16_384, ArticleJson.Default.ImmutableArrayString, ArticleParts.Share);
    private static readonly SharedSlices<AssessmentReason> Reasons = new(16_384, ArticleJson.Default.AssessmentReason, ArticleParts.Share);
    private static readonly SharedSlices<ArticleSource> Sources = new(2_048, ArticleJson.Default.ArticleSource, ArticleParts.Share);

    /// <summary>Null where there is anything unexpected. Throws <see cref="JsonException"/> for what is no JSON.</summary>
    public static Article? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            var draft = new ArticleDraft();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!TakeText(ref reader, json, draft) && !TakeTime(ref reader, draft) && !TakePart(ref reader, json, draft)) return null;
            }

            return reader.Read() ? null : draft.ToArticle();
        }
        catch (InvalidOperationException)
        {
            // A value of another kind, or no valid UTF-8.
            return null;
        }
    }

    private static bool TakeText(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ArticleDraft draft)
    {
        if (reader.ValueTextEquals("id"u8)) return (draft.Id = Text(ref reader)) is not null;
        if (reader.ValueTextEquals("link"u8)) return (draft.Link = Bytes(ref reader)) is not null;
        if (reader.ValueTextEquals("title"u8)) return (draft.Title = Text(ref reader)) is not null;
        if (reader.ValueTextEquals("summary"u8)) return (draft.Summary = Bytes(ref reader)) is not null;
        if (reader.ValueTextEquals("imageUrl"u8)) return (draft.ImageUrl = Bytes(ref reader)) is not null;
        if (reader.ValueTextEquals("language"u8)) return (draft.Language = SharedText(ref reader, json)) is not null;
        if (reader.ValueTextEquals("author"u8)) return (draft.Author = SharedText(ref reader, json)) is not null;
        return reader.ValueTextEquals("storyId"u8) && (draft.StoryId = Text(ref reader)) is not null;
    }

    private static bool TakeTime(ref Utf8JsonReader reader, ArticleDraft draft)
    {
        if (reader.ValueTextEquals("published"u8)) return (draft.Published = Time(ref reader)) is not null;
        if (reader.ValueTextEquals("firstSeen"u8)) return (draft.FirstSeen = Time(ref reader)) is not null;
        if (reader.ValueTextEquals("lastSeen"u8)) return (draft.LastSeen = Time(ref reader)) is not null;
        return reader.ValueTextEquals("updated"u8) && (draft.Updated = Time(ref reader)) is not null;
    }

    private static bool TakePart(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ArticleDraft draft)
    {
        if (reader.ValueTextEquals("topics"u8)) return !(draft.Topics = List(ref reader, json)).IsDefault;
        if (reader.ValueTextEquals("categories"u8)) return !(draft.Categories = List(ref reader, json)).IsDefault;
        if (reader.ValueTextEquals("sensitiveTopics"u8)) return !(draft.SensitiveTopics = List(ref reader, json)).IsDefault;
        if (reader.ValueTextEquals("source"u8)) return (draft.Source = Source(ref reader, json)) is not null;
        if (reader.ValueTextEquals("assessment"u8)) return (draft.Assessment = TakeAssessment(ref reader, json)) is not null;
        if (reader.ValueTextEquals("isSample"u8)) return Flag(ref reader, out draft.IsSample);
        if (reader.ValueTextEquals("alsoFrom"u8)) return !(draft.AlsoFrom = ArticleParts.Share(JsonSerializer.Deserialize(Part(ref reader, json), ArticleJson.Default.ImmutableArrayArticleSource))).IsDefault;
        if (reader.ValueTextEquals("dating"u8)) return Enum.IsDefined(draft.Dating = JsonSerializer.Deserialize(Part(ref reader, json), ArticleJson.Default.ArticleDating));
        if (reader.ValueTextEquals("notice"u8)) return (draft.Notice = JsonSerializer.Deserialize(Part(ref reader, json), ArticleJson.Default.PaperNotice)) is not null;
        return reader.ValueTextEquals("page"u8) && (draft.Page = JsonSerializer.Deserialize(Part(ref reader, json), ArticleJson.Default.PageCheck)) is not null;
    }

    private static Assessment? TakeAssessment(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        double? probability = null, grade = null;
        ArticleAudience? audience = null;
        (string? model, string? rules, var isSecond, var cautions) = (null, null, false, AssessmentCautions.None);
        var reasons = default(ImmutableArray<AssessmentReason>);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isKnown =
                reader.ValueTextEquals("probability"u8) ? (probability = Number(ref reader)) is not null
                : reader.ValueTextEquals("grade"u8) ? (grade = Number(ref reader)) is not null
                : reader.ValueTextEquals("audience"u8) ? (audience = Audience(ref reader)) is not null
                : reader.ValueTextEquals("reasons"u8) ? !(reasons = TakeReasons(ref reader, json)).IsDefault
                : reader.ValueTextEquals("modelVersion"u8) ? (model = SharedText(ref reader, json)) is not null
                : reader.ValueTextEquals("rulesVersion"u8) ? (rules = SharedText(ref reader, json)) is not null
                : reader.ValueTextEquals("secondChoice"u8) ? Flag(ref reader, out isSecond)
                : reader.ValueTextEquals("cautions"u8) && Cautions(ref reader, json, out cautions);
            if (!isKnown) return null;
        }

        return probability is null || grade is null || audience is null || model is null || reasons.IsDefault ? null
            : new Assessment(probability.Value, grade.Value, audience.Value, reasons, model) { RulesVersion = rules, SecondChoice = isSecond, Cautions = cautions };
    }

    private static ImmutableArray<AssessmentReason> TakeReasons(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return default;
        var reasons = ImmutableArray.CreateBuilder<AssessmentReason>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) reasons.Add(Reasons.Of(Whole(ref reader, json)));
        return reader.TokenType == JsonTokenType.EndArray ? reasons.DrainToImmutable() : default;
    }

    private static string? Text(ref Utf8JsonReader reader) => IsText(ref reader) ? reader.GetString() : null;

    private static string? SharedText(ref Utf8JsonReader reader, ReadOnlySpan<byte> json) => IsText(ref reader) ? Texts.Of(Whole(ref reader, json)) : null;

    private static byte[]? Bytes(ref Utf8JsonReader reader)
    {
        if (!IsText(ref reader)) return null;
        if (!reader.ValueIsEscaped) return Utf8.IsValid(reader.ValueSpan) ? reader.ValueSpan.ToArray() : null;
        Span<byte> buffer = reader.ValueSpan.Length <= 4096 ? stackalloc byte[4096] : new byte[reader.ValueSpan.Length];
        return buffer[..reader.CopyString(buffer)].ToArray();
    }

    private static ImmutableArray<string> List(ref Utf8JsonReader reader, ReadOnlySpan<byte> json) =>
        reader.Read() && reader.TokenType == JsonTokenType.StartArray ? Lists.Of(Whole(ref reader, json)) : default;

    private static ArticleSource? Source(ref Utf8JsonReader reader, ReadOnlySpan<byte> json) =>
        reader.Read() && reader.TokenType == JsonTokenType.StartObject ? Sources.Of(Whole(ref reader, json)) : null;

    private static DateTimeOffset? Time(ref Utf8JsonReader reader) => IsText(ref reader) && reader.TryGetDateTimeOffset(out var time) ? time : null;

    private static double? Number(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) ? number : null;

    private static bool Flag(ref Utf8JsonReader reader, out bool flag)
    {
        flag = reader.Read() && reader.TokenType == JsonTokenType.True;
        return flag || reader.TokenType == JsonTokenType.False;
    }

    private static ArticleAudience? Audience(ref Utf8JsonReader reader)
    {
        if (!IsText(ref reader)) return null;
        if (reader.ValueTextEquals("Patients"u8)) return ArticleAudience.Patients;
        if (reader.ValueTextEquals("Colleagues"u8)) return ArticleAudience.Colleagues;
        return reader.ValueTextEquals("Neither"u8) ? ArticleAudience.Neither : null;
    }

    private static bool Cautions(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, out AssessmentCautions cautions)
    {
        cautions = JsonSerializer.Deserialize(Part(ref reader, json), ArticleJson.Default.AssessmentCautions);
        return true;
    }

    private static bool IsText(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.String;

    /// <summary>The next value, quotes or brackets included.</summary>
    private static ReadOnlySpan<byte> Part(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        reader.Read();
        return Whole(ref reader, json);
    }

    private static ReadOnlySpan<byte> Whole(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}

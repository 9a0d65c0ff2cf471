using System.Text.Json.Serialization;

namespace Wellread.Articles;

/// <summary>The stored form of an article.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(string))]
internal sealed partial class ArticleJson : JsonSerializerContext;

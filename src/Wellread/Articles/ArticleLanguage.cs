namespace Wellread.Articles;

/// <summary>The languages that are scored and suggested.</summary>
internal static class ArticleLanguage
{
    /// <summary>Two-letter ISO 639-1 codes.</summary>
    public static IReadOnlyList<string> Known { get; } = ["en", "es"];

    public static bool IsKnown(string language) => Known.Contains(language, StringComparer.OrdinalIgnoreCase);
}

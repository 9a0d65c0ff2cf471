using Wellread.Articles;

namespace Wellread.Privacy;

/// <summary>The languages that the guard reads: English and Spanish.</summary>
internal static class ReadLanguages
{
    /// <summary>Two may be a café and a fiancée.</summary>
    private const int FewestForeignWords = 2;

    /// <summary>One word in so many with a letter of another language.</summary>
    private const int OneIn = 5;

    private const string Letters = "áéíóúüñªº";

    /// <summary>Whether a text seems to be in one of them.</summary>
    /// <param name="language">As it was detected, which says English where little tells.</param>
    public static bool Has(string text, string language) => ArticleLanguage.IsKnown(language) && !HasForeignLetters(text);

    private static bool HasForeignLetters(string text)
    {
        int words = 0, foreign = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var isForeign = false;
            for (; i < text.Length && char.IsLetter(text[i]); i++) isForeign |= text[i] > 'z' && !Letters.Contains(char.ToLowerInvariant(text[i]), StringComparison.Ordinal);
            words++;
            if (isForeign) foreign++;
        }
        return foreign >= FewestForeignWords && foreign * OneIn >= words;
    }
}

using Wellread.Feeds;

namespace Wellread.Articles;

/// <summary>
/// Whether a source is there for health: a public body, a university, a charity, or a feed whose own name says health ("Evening Post: Wellness"). What such a source writes that
/// says little is still health information; what a general news outlet writes that says little is just news.
/// </summary>
internal static class HealthSource
{
    /// <summary>A text that no feed has brought is the editor's own, so it is judged by itself.</summary>
    public static bool Is(ArticleSource source, string language) =>
        source.FeedId.Length == 0
        || source.Publisher is PublisherType.Government or PublisherType.Academic or PublisherType.NonProfit
        || GateTerms.SpeakOfHealth(GateTerms.Find(FoldedWords.From(source.Name), language))
        || NamesHealth(FoldedWords.From(source.Name));

    private static bool NamesHealth(FoldedWords name)
    {
        for (var i = 0; i < name.Count; i++)
        {
            if (name[i] is "health" or "healthy" or "wellness" or "wellbeing" or "salud" or "bienestar" or "medline" or "clinic" or "hospital" or "doctor" or "doctors" or "nutrition") return true;
        }
        return false;
    }
}

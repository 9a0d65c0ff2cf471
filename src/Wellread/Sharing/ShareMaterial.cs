using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Scoring;
using Wellread.Sharing.Tips;

namespace Wellread.Sharing;

/// <summary>What an article gives for a text: its title and its sentences, in plain words where they say the same.</summary>
internal sealed record ShareMaterial(Article Article, string Title, ImmutableArray<string> Sentences)
{
    /// <summary>False where its publisher wants its words unchanged.</summary>
    public bool MayChange { get; private init; } = true;

    public string Language => Article.Language;

    public bool IsSpanish => Language == "es";

    /// <summary>Whether it is for health workers, who need no plain words.</summary>
    public bool IsForColleagues => Article.Assessment?.Audience == ArticleAudience.Colleagues
        || Article.Source.Publisher == PublisherType.Journal || Article.Source.Audience == FeedAudience.Professional;

    /// <summary>Whether it calls a product back: who reads it has to learn of which, why, and what to do.</summary>
    public bool IsRecall { get; } = Recall.IsTold(Article.Title);

    /// <summary>Whether what it names may be named to be refuted. In a recall the product is what is wrong.</summary>
    public bool IsDoubted => !IsRecall && Advice.IsDoubtedIn(Title);

    /// <param name="article">The article.</param>
    /// <param name="mayChange">False where its publisher wants its words unchanged.</param>
    public static ShareMaterial Of(Article article, bool mayChange)
    {
        if (mayChange) article = article with { Title = TitleTidy.Of(article.Title) };
        var sentences = Sharing.Sentences.Of(article.Summary, article.Language, article.Title).Where(sentence => !IsTitle(sentence, article.Title)).Distinct();
        var asIs = new ShareMaterial(article, article.Title, [.. sentences]);
        if (!mayChange) return asIs with { MayChange = false };
        if (asIs.IsForColleagues) return asIs;
        return asIs with { Title = PlainSwaps.In(asIs.Title, article.Language), Sentences = [.. asIs.Sentences.Select(sentence => PlainSwaps.In(sentence, article.Language))] };
    }

    /// <summary>How hard an opening and what follows it read, the opening as a sentence of its own.</summary>
    public ReadingLevel Reading(string opening, string body)
    {
        switch (Language)
        {
            case "en":
                EnglishFormula.Probability(opening, body, out var counts);
                return ReadingLevel.English(counts);
            case "es":
                return SpanishFormula.Level(SpanishFormula.Count(opening, body));
            default:
                return ReadingLevel.None;
        }
    }

    private static bool IsTitle(string sentence, string title) => sentence.TrimEnd('.').Equals(title.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}

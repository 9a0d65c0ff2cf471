using System.Globalization;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Scoring;

namespace Wellread.Refresh;

/// <summary>A feed as it would be if it were on the list: its newest articles, scored as the refresh scores them. Pure; nothing is stored.</summary>
/// <param name="Articles">The newest first; at most <see cref="Size"/>.</param>
/// <param name="NewestAt">When its newest item came out, by the feed's word; null where it says nothing.</param>
/// <param name="Summary">What an editor may expect of it, in a few sentences.</param>
internal sealed record FeedPreview(IReadOnlyList<PreviewedArticle> Articles, DateTimeOffset? NewestAt, string Summary)
{
    public const int Size = 5;

    /// <summary>Items that are looked at to find articles among them.</summary>
    private const int MaxTried = 25;

    private static readonly TimeSpan Old = TimeSpan.FromDays(90);

    public static FeedPreview Of(ParsedFeed feed, FeedSource source, ArticleScoring scoring, DateTimeOffset now)
    {
        var dated = feed.Entries.Select(entry => (Entry: entry, At: DateOf(entry, now))).ToList();
        var articles = dated
            .OrderByDescending(item => item.At ?? DateTimeOffset.MinValue)
            .Take(MaxTried)
            .Select(item => ArticleFactory.From(item.Entry, feed, source, now) is ArticleOutcome.Made made ? new PreviewedArticle(made.Article, item.At) : null)
            .OfType<PreviewedArticle>()
            .DistinctBy(item => item.Article.Id)
            .Take(Size)
            .Select(item => item with { Article = scoring.Assess(item.Article) })
            .ToList();
        var newest = dated.Max(item => item.At);
        return new FeedPreview(articles, newest, string.Join(' ', Sentences(feed, articles, newest, now)));
    }

    private static DateTimeOffset? DateOf(FeedEntry entry, DateTimeOffset now) =>
        (entry.Published ?? entry.Updated) is { } date ? (date > now ? now : date) : null;

    private static IEnumerable<string> Sentences(ParsedFeed feed, List<PreviewedArticle> articles, DateTimeOffset? newest, DateTimeOffset now)
    {
        if (feed.Entries.IsEmpty) yield return "This feed has no items right now.";
        else if (articles.Count == 0) yield return "None of its newest items has a title and a link that can be shared.";
        else yield return HowFriendly(articles);
        if (newest is { } last && now - last > Old) yield return $"Its newest item is old: {last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.";
        if (feed.LooksLikeJournal) yield return "It looks like a journal, which writes for colleagues.";
    }

    private static string HowFriendly(List<PreviewedArticle> articles)
    {
        if (!articles.Exists(item => ArticleLanguage.IsKnown(item.Article.Language))) return "It is in a language that Wellread does not score.";
        var patients = articles.Count(item => item.Article.Assessment!.Audience == ArticleAudience.Patients);
        var colleagues = articles.Count(item => item.Article.Assessment!.Audience == ArticleAudience.Colleagues);
        var all = articles.Count;
        return (patients, colleagues) switch
        {
            (1, _) when all == 1 => "The newest item is easy to read and fit for patients.",
            (_, 1) when all == 1 => "The newest item is for colleagues, not for patients.",
            _ when all == 1 => "The newest item is for neither patients nor colleagues.",
            (0, 0) => $"None of the {all} newest items is for patients or colleagues.",
            (0, _) => $"None of the {all} newest items is for patients; {Are(colleagues)} for colleagues.",
            _ => $"{(patients == all ? $"All {all} newest items are" : $"{patients} of the {all} newest items {(patients == 1 ? "is" : "are")}")} easy to read and fit for patients"
                + (colleagues > 0 ? $"; {Are(colleagues)} for colleagues." : "."),
        };
    }

    private static string Are(int count) => count == 1 ? "1 is" : $"{count} are";
}

/// <summary>An article of a preview. <paramref name="PublishedAt"/> is null where the feed gives no date.</summary>
internal sealed record PreviewedArticle(Article Article, DateTimeOffset? PublishedAt);

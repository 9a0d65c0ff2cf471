using System.Collections.Immutable;
using Wellread.Feeds;

namespace Wellread.Articles;

/// <summary>From a feed's item to an article, or to the reason why it makes none. Pure.</summary>
internal static class ArticleFactory
{
    private const int MaxNameLength = 120;

    /// <summary>What gives no date counts as so old when it is first seen: a feed without dates may well list what is years old.</summary>
    private static readonly TimeSpan AgeOfUndated = TimeSpan.FromDays(14);

    private static readonly string[] AdvertisingHosts = ["ads.pheedo.com", "feedads.g.doubleclick.net", "ad.doubleclick.net", "rss.buysellads.com"];

    public static ArticleOutcome From(FeedEntry entry, ParsedFeed feed, FeedSource source, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(entry.Link) && string.IsNullOrWhiteSpace(entry.Id)) return ArticleOutcome.Skipped.NoLink;
        var link = CanonicalLink.From(entry.Link) ?? (string.IsNullOrWhiteSpace(entry.Link) ? CanonicalLink.From(entry.Id) : null);
        if (link is null) return ArticleOutcome.Skipped.NotWeb;
        if (AdvertisingHosts.Contains(new Uri(link).Host)) return ArticleOutcome.Skipped.Advertisement;
        var title = ArticleTitle.From(entry.Title, source.Title, feed.Title);
        if (title.Length == 0) return ArticleOutcome.Skipped.NoTitle;
        return new ArticleOutcome.Made(Make(entry, feed, source, now, link, title));
    }

    private static Article Make(FeedEntry entry, ParsedFeed feed, FeedSource source, DateTimeOffset now, string link, string title)
    {
        var summary = SummaryOf(entry, title);
        var (published, dating) = DateOf(entry, title, summary, now);
        var language = LanguageDetector.Detect($"{title}\n{summary}", source.Language ?? feed.Language);
        var (titleWords, textWords) = (FoldedWords.From(title), FoldedWords.From(summary));
        ImmutableArray<string> categories =
            [.. entry.Categories.Take(TopicTagger.MaxCategories).Select(category => PlainText.Line(category, MaxNameLength)).Where(category => category.Length > 0)];
        var article = new Article
        {
            Id = CanonicalLink.ArticleIdOf(link),
            Link = link,
            Title = title,
            Summary = summary,
            Language = language,
            Categories = categories,
            SensitiveTopics = Articles.SensitiveTopics.In(titleWords, textWords, language),
            Source = new ArticleSource(source.Id, source.Title, PublisherOf(source, feed), source.Audience),
            Published = published,
            Dating = dating,
            FirstSeen = now,
            Updated = entry.Updated is { } updated && updated > entry.Published ? Clamp(updated, now) : null,
            Author = PlainText.Line(entry.Author, MaxNameLength) is { Length: > 0 } author ? author : null,
            ImageUrl = ImageOf(entry),
            IsSample = source.IsSample,
        };
        return article with { Topics = TopicsOf(article, titleWords, textWords, source.Topics) };
    }

    /// <summary>The article with topics and sensitive subjects as the lists of today find them.</summary>
    public static Article Relabel(Article article, IReadOnlyList<string> feedTopics)
    {
        var (title, text) = (FoldedWords.From(article.Title), FoldedWords.From(article.Summary));
        return article with
        {
            Topics = TopicsOf(article with { Topics = [] }, title, text, feedTopics),
            SensitiveTopics = Articles.SensitiveTopics.In(title, text, article.Language),
        };
    }

    /// <summary>
    /// What has no topic by its own words has what its title is foremost about, or what its text says, where the gate finds it of use: then it is about health, whatever its words. Else that of
    /// the sensitive subject its title is on.
    /// </summary>
    private static ImmutableArray<string> TopicsOf(Article article, FoldedWords title, FoldedWords text, IReadOnlyList<string> feedTopics)
    {
        if (TopicTagger.Tag(title, text, article.Language, article.Categories, feedTopics) is { IsEmpty: false } topics) return topics;
        if (TopicTagger.TagOfHealth(title, text, article.Language, article.Categories) is { IsEmpty: false } foremost && HealthGate.PassesByFaintTopic(article)) return foremost;
        if (TopicTagger.StrongestIn(text, article.Language) is { IsEmpty: false } said && HealthGate.Judge(article).Passes) return said;
        return [.. Articles.SensitiveTopics.In(title, FoldedWords.From(""), article.Language).Select(Articles.SensitiveTopics.TopicOf).Distinct()];
    }

    /// <summary>What an editor or a pack says of the feed; where neither says anything, the feed's own marks tell a journal.</summary>
    private static PublisherType PublisherOf(FeedSource source, ParsedFeed feed) =>
        source is { Publisher: PublisherType.Other, Audience: FeedAudience.Unknown } && feed.LooksLikeJournal ? PublisherType.Journal : source.Publisher;

    private static (DateTimeOffset Published, ArticleDating Dating) DateOf(FeedEntry entry, string title, string summary, DateTimeOffset now) =>
        (entry.Published ?? entry.Updated) is { } given ? (Clamp(given, now), ArticleDating.Feed)
        : (StatedDate.In(summary, now) ?? StatedDate.In(title, now)) is { } stated ? (stated, ArticleDating.Text)
        : (now - AgeOfUndated, ArticleDating.Guess);

    private static DateTimeOffset Clamp(DateTimeOffset date, DateTimeOffset now) => date > now ? now : date;

    /// <summary>The feed's summary; its content where there is none or it says less than a sentence. A summary that only repeats the title is none.</summary>
    private static string SummaryOf(FeedEntry entry, string title)
    {
        var summary = PlainText.From(entry.Summary, PlainText.MaxSummaryLength);
        if (summary.Length < 40 || summary.Equals(title, StringComparison.OrdinalIgnoreCase))
        {
            var content = PlainText.From(entry.Content, PlainText.MaxSummaryLength);
            if (content.Length > summary.Length) summary = content;
        }
        if (summary.StartsWith(title + '\n', StringComparison.OrdinalIgnoreCase)) summary = summary[(title.Length + 1)..];
        return summary.Equals(title, StringComparison.OrdinalIgnoreCase) ? "" : summary;
    }

    private static string? ImageOf(FeedEntry entry)
    {
        if (WebAddress(entry.Thumbnail) is { } thumbnail) return thumbnail;
        foreach (var enclosure in entry.Enclosures)
        {
            if (enclosure.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true && WebAddress(enclosure.Url) is { } image) return image;
        }
        return null;
    }

    /// <summary>An image's address keeps its query, which may hold a signature, so it is only checked and written out.</summary>
    private static string? WebAddress(string? address) =>
        CanonicalLink.From(address) is not null && Uri.TryCreate(address!.Trim(), UriKind.Absolute, out var uri)
            ? uri.AbsoluteUri.Replace("'", "%27", StringComparison.Ordinal) : null;
}

/// <summary>What became of a feed's item.</summary>
internal abstract record ArticleOutcome
{
    private ArticleOutcome() { }

    internal sealed record Made(Article Article) : ArticleOutcome;

    /// <summary>No article. <paramref name="Code"/> is stable; <paramref name="Message"/> is for an editor.</summary>
    internal sealed record Skipped(string Code, string Message) : ArticleOutcome
    {
        public static Skipped NoLink { get; } = new("no-link", "The item has no link to open.");

        public static Skipped NotWeb { get; } = new("not-web", "The item's link is not a web address.");

        public static Skipped NoTitle { get; } = new("no-title", "The item has no title.");

        public static Skipped Advertisement { get; } = new("advertisement", "The item is an advertisement.");
    }
}

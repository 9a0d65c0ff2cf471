namespace Wellread.Articles;

/// <summary>What an article becomes when its link is seen again. Pure.</summary>
internal static class ArticleMerge
{
    private const int MaxAlsoFrom = 10;

    /// <summary>That an article is still listed is written down this often: enough to know what has left its feed, too seldom to cost anything.</summary>
    public static readonly TimeSpan SeenGrain = TimeSpan.FromDays(14);

    /// <summary>
    /// The feed it came from may correct title and text; another feed that carries the same page only fills what is missing, or two feeds would
    /// change it back and forth with each visit. <c>FirstSeen</c>, <c>Published</c> and the source stay, but a date that is told takes the place of one that was guessed. A changed text loses its assessment, as it was made of the old one.
    /// </summary>
    public static MergedArticle Merge(Article existing, Article seen)
    {
        if (existing.IsSample && !seen.IsSample) return new MergedArticle(seen, Changed: true);
        var merged = existing.Source.FeedId == seen.Source.FeedId ? Correct(existing, seen) : Fill(existing, seen);
        if (existing.Dating > seen.Dating) merged = merged with { Published = Earlier(seen.Published, existing.FirstSeen), Dating = seen.Dating };
        if (seen.FirstSeen - (existing.LastSeen ?? existing.FirstSeen) >= SeenGrain) merged = merged with { LastSeen = seen.FirstSeen };
        return new MergedArticle(merged, Changed: !ReferenceEquals(merged, existing));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static Article Correct(Article existing, Article seen)
    {
        var summary = seen.Summary.Length > 0 ? seen.Summary : existing.Summary;
        var image = seen.ImageUrl ?? existing.ImageUrl;
        var rewritten = existing.Title != seen.Title || existing.Summary != summary;
        var relabelled = existing.ImageUrl != image || existing.Source != seen.Source || !existing.Topics.SequenceEqual(seen.Topics)
            || !existing.SensitiveTopics.SequenceEqual(seen.SensitiveTopics);
        if (!rewritten && !relabelled) return existing;
        return existing with
        {
            Title = seen.Title,
            Summary = summary,
            Language = seen.Language,
            Topics = seen.Topics,
            Categories = seen.Categories,
            SensitiveTopics = seen.SensitiveTopics,
            Source = seen.Source,
            Author = seen.Author ?? existing.Author,
            ImageUrl = image,
            Updated = rewritten ? seen.Updated ?? seen.FirstSeen : existing.Updated,
            Assessment = rewritten ? null : existing.Assessment,
        };
    }

    private static Article Fill(Article existing, Article seen)
    {
        var needsSummary = existing.Summary.Length == 0 && seen.Summary.Length > 0;
        var needsImage = existing.ImageUrl is null && seen.ImageUrl is not null;
        var isNewSource = existing.AlsoFrom.Length < MaxAlsoFrom && existing.AlsoFrom.All(source => source.FeedId != seen.Source.FeedId);
        if (!needsSummary && !needsImage && !isNewSource) return existing;
        return existing with
        {
            Summary = needsSummary ? seen.Summary : existing.Summary,
            Topics = needsSummary ? seen.Topics : existing.Topics,
            Categories = needsSummary ? seen.Categories : existing.Categories,
            SensitiveTopics = [.. existing.SensitiveTopics.Union(seen.SensitiveTopics)],
            ImageUrl = existing.ImageUrl ?? seen.ImageUrl,
            AlsoFrom = isNewSource ? existing.AlsoFrom.Add(seen.Source) : existing.AlsoFrom,
            Assessment = needsSummary ? null : existing.Assessment,
        };
    }
}

/// <summary>The article to keep, and whether it has to be written.</summary>
internal sealed record MergedArticle(Article Article, bool Changed);

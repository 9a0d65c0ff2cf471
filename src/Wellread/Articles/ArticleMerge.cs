namespace Wellread.Articles;

/// <summary>What an article becomes when its link is seen again. Pure.</summary>
internal static class ArticleMerge
{
    /// <summary>
    /// The feed it came from may correct title and text; another feed that carries the same page only fills what is missing, or two feeds would
    /// change it back and forth with each visit. <c>FirstSeen</c>, <c>Published</c> and the source stay. A changed text loses its assessment, as it was made of the old one.
    /// </summary>
    public static MergedArticle Merge(Article existing, Article seen)
    {
        if (existing.IsSample && !seen.IsSample) return new MergedArticle(seen, Changed: true);
        var merged = existing.Source.FeedId == seen.Source.FeedId ? Correct(existing, seen) : Fill(existing, seen);
        return new MergedArticle(merged, Changed: !ReferenceEquals(merged, existing));
    }

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
        if (!needsSummary && !needsImage) return existing;
        return existing with
        {
            Summary = needsSummary ? seen.Summary : existing.Summary,
            Topics = needsSummary ? seen.Topics : existing.Topics,
            SensitiveTopics = [.. existing.SensitiveTopics.Union(seen.SensitiveTopics)],
            ImageUrl = existing.ImageUrl ?? seen.ImageUrl,
            Assessment = needsSummary ? null : existing.Assessment,
        };
    }
}

/// <summary>The article to keep, and whether it has to be written.</summary>
internal sealed record MergedArticle(Article Article, bool Changed);

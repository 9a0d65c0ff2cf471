namespace Wellread.Articles;

/// <summary>How an article differs from what was shown of it before.</summary>
internal enum ArticleChange
{
    None,

    /// <summary>The text says something else; the headline is the same.</summary>
    Text,

    /// <summary>The headline's words are others.</summary>
    Headline,

    /// <summary>The same feed brought the story again at another address.</summary>
    Republished,

    /// <summary>It was taken back or warned of, and stands again.</summary>
    Reinstated,

    /// <summary>Its publisher put it right.</summary>
    Corrected,

    /// <summary>Readers now have to pay or log in.</summary>
    Closed,

    /// <summary>Its publisher warns that it may not be right.</summary>
    Concern,

    /// <summary>Its publisher took a part of it back.</summary>
    PartlyRetracted,

    /// <summary>Its page is no longer there.</summary>
    Gone,

    /// <summary>Its publisher took it back.</summary>
    Retracted,
}

/// <summary>Tells a change that matters from one that doesn't: case, punctuation, a word or two of the text that turn nothing round.</summary>
internal static class ArticleChanges
{
    /// <summary>The share of words that two versions of a text have in common, below which it says something else.</summary>
    private const double SameText = 0.7;

    /// <summary>The same for headlines, which are short and are polished often.</summary>
    private const double SameHeadline = 0.5;

    public static ArticleChange Between(string title, string summary, Article now)
    {
        var (before, after) = (ArticleNotices.Of(title, summary), ArticleNotices.Of(now.Title, now.Summary));
        if (after != before && Of(after) is not ArticleChange.None and var change) return change;
        if (!Words(title).SequenceEqual(Words(now.Title), StringComparer.Ordinal)) return ArticleChange.Headline;
        return summary != now.Summary && SaysOther(Words(summary), Words(now.Summary)) ? ArticleChange.Text : ArticleChange.None;
    }

    private static bool SaysOther(string[] before, string[] after) => Likeness(before, after) < SameText || TextTurns.Between(before, after);

    /// <summary>What a notice that was not there before tells.</summary>
    public static ArticleChange Of(ArticleNotice notice) => notice switch
    {
        ArticleNotice.None => ArticleChange.None,
        ArticleNotice.Retraction => ArticleChange.Retracted,
        ArticleNotice.PartialRetraction => ArticleChange.PartlyRetracted,
        ArticleNotice.Concern => ArticleChange.Concern,
        _ => ArticleChange.Corrected,
    };

    /// <summary>
    /// Whether two headlines of one page say different things: not where one only says more, as a site does that puts its own name behind. A publisher's notice in one
    /// of them is a difference whatever the words are.
    /// </summary>
    public static bool AreOtherHeadlines(string before, string after)
    {
        if (ArticleNotices.Of(before) != ArticleNotices.Of(after)) return true;
        var (a, b) = (Words(before).ToHashSet(StringComparer.Ordinal), Words(after).ToHashSet(StringComparer.Ordinal));
        return !a.IsSubsetOf(b) && !b.IsSubsetOf(a) && Likeness(a, b) < SameHeadline;
    }

    /// <summary>Jaccard's index of the two sets of words.</summary>
    private static double Likeness(IEnumerable<string> a, IEnumerable<string> b)
    {
        var (all, ours, theirs) = (new HashSet<string>(a, StringComparer.Ordinal), a.Distinct().Count(), b.Distinct().ToArray());
        all.UnionWith(theirs);
        return all.Count == 0 ? 1 : (double)(ours + theirs.Length - all.Count) / all.Count;
    }

    private static string[] Words(string text)
    {
        var words = FoldedWords.From(text);
        return [.. Enumerable.Range(0, words.Count).Select(i => words[i].ToString()).Where(word => word.Length > 0)];
    }
}

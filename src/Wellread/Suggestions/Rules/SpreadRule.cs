namespace Wellread.Suggestions.Rules;

/// <summary>
/// Keeps a page varied: among any <see cref="Window"/> suggestions in a row at most <see cref="MaxPerSource"/> are from one source and at
/// most <see cref="MaxPerTopic"/> mainly about one topic, as far as there are others to choose from.
/// </summary>
internal static class SpreadRule
{
    public const int Window = 5;
    public const int MaxPerSource = 2;
    public const int MaxPerTopic = 2;

    /// <summary>Whether the candidate may come next. A page that was asked for by topic is not held to the topics' spread.</summary>
    public static bool Allows(Candidate candidate, IReadOnlyList<Candidate> picked, bool spreadTopics)
    {
        var sameSource = 0;
        var sameTopic = 0;
        var topic = MainTopic(candidate);
        for (var i = Math.Max(0, picked.Count - (Window - 1)); i < picked.Count; i++)
        {
            if (picked[i].Article.Source.FeedId == candidate.Article.Source.FeedId) sameSource++;
            if (topic is not null && MainTopic(picked[i]) == topic) sameTopic++;
        }

        return sameSource < MaxPerSource && (!spreadTopics || sameTopic < MaxPerTopic);
    }

    private static string? MainTopic(Candidate candidate) => candidate.Article.Topics is [var first, ..] ? first : null;
}

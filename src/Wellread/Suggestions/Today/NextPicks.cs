namespace Wellread.Suggestions.Today;

/// <summary>What comes next on one channel, out of a practice's order of this moment. Pure.</summary>
/// <param name="order">The ids of articles, the best first.</param>
/// <param name="elsewhere">What other channels of the same readers show today.</param>
/// <param name="snapshot">What there is.</param>
internal sealed class NextPicks(IReadOnlyList<string> order, IReadOnlySet<string> elsewhere, SuggestionSnapshot snapshot)
{
    /// <summary>
    /// The best that were not shown today, here or elsewhere. Where there are not enough, those of the other channels come in, then those of before, those of just now
    /// last.
    /// </summary>
    public List<string> Take(int count, IReadOnlySet<string> shown, IReadOnlyCollection<string> justNow)
    {
        var stories = shown.Concat(elsewhere).Select(StoryOf).ToHashSet(StringComparer.Ordinal);
        return [.. order.OrderBy(Turn).Take(count)];

        int Turn(string id) =>
            justNow.Contains(id) ? 3
            : shown.Contains(id) ? 2
            : elsewhere.Contains(id) || stories.Contains(StoryOf(id)) ? 1
            : 0;
    }

    private string StoryOf(string id) => snapshot.Find(id)?.Article.Story ?? id;
}

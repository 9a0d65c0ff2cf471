using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>Candidates in lists sorted by rank, by readers and language, and by topic within them. Immutable: a change copies the lists that it touches.</summary>
internal sealed class CandidateLists
{
    private readonly Dictionary<ListKey, Candidate[]> _lists;

    private CandidateLists(Dictionary<ListKey, Candidate[]> lists) => _lists = lists;

    public static CandidateLists Empty { get; } = new([]);

    /// <summary>Those of one topic or (null) of all, highest rank first.</summary>
    public ImmutableArray<Candidate> Of(ArticleAudience audience, string language, string? topic) =>
        _lists.TryGetValue(new ListKey(audience, language, topic), out var list) ? ImmutableCollectionsMarshal.AsImmutableArray(list) : [];

    public CandidateLists With(CandidateChanges changes)
    {
        var touched = new Dictionary<ListKey, Change>();
        foreach (var candidate in changes.Come)
        {
            foreach (var key in KeysOf(candidate)) ChangeOf(key).Come.Add(candidate);
        }
        foreach (var candidate in changes.Gone)
        {
            foreach (var key in KeysOf(candidate)) ChangeOf(key).Gone++;
        }
        var lists = new Dictionary<ListKey, Candidate[]>(_lists);
        foreach (var (key, change) in touched)
        {
            var list = Merge(lists.GetValueOrDefault(key, []), change, changes.Gone);
            if (list.Length > 0) lists[key] = list;
            else lists.Remove(key);
        }
        return new CandidateLists(lists);

        Change ChangeOf(ListKey key)
        {
            if (!touched.TryGetValue(key, out var change)) touched[key] = change = new Change();
            return change;
        }
    }

    private static IEnumerable<ListKey> KeysOf(Candidate candidate)
    {
        if (candidate.Audience == ArticleAudience.Neither) yield break;
        yield return new ListKey(candidate.Audience, candidate.Article.Language, null);
        foreach (var topic in candidate.Article.Topics) yield return new ListKey(candidate.Audience, candidate.Article.Language, topic);
    }

    private static Candidate[] Merge(Candidate[] old, Change change, IReadOnlySet<Candidate> gone)
    {
        var merged = new Candidate[old.Length + change.Come.Count - change.Gone];
        var (at, next) = (0, 0);
        foreach (var candidate in old)
        {
            if (change.Gone > 0 && gone.Contains(candidate)) continue;
            while (next < change.Come.Count && Candidate.ByRank.Compare(change.Come[next], candidate) < 0) merged[at++] = change.Come[next++];
            merged[at++] = candidate;
        }
        while (next < change.Come.Count) merged[at++] = change.Come[next++];
        return merged;
    }

    private sealed class Change
    {
        public List<Candidate> Come { get; } = [];

        public int Gone { get; set; }
    }

    private readonly record struct ListKey(ArticleAudience Audience, string Language, string? Topic);
}

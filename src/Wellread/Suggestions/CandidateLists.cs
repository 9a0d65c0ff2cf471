using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>
/// Candidates in lists sorted by rank, by readers and language, and by topic within them; what is only a second choice apart. Immutable: a change makes anew
/// the lists that it touches.
/// </summary>
internal sealed class CandidateLists
{
    private readonly Dictionary<ListKey, CandidateList> _lists;

    private CandidateLists(Dictionary<ListKey, CandidateList> lists) => _lists = lists;

    public static CandidateLists Empty { get; } = new([]);

    /// <summary>Those of one topic or (null) of all, highest rank first.</summary>
    public CandidateList Of(ArticleAudience audience, string language, string? topic, bool secondChoice) =>
        _lists.GetValueOrDefault(new ListKey(audience, language, topic, secondChoice), CandidateList.Empty);

    /// <summary>Those on sensitive subjects, of both choices.</summary>
    public CandidateList SensitiveOf(ArticleAudience audience, string language) => _lists.GetValueOrDefault(Sensitive(audience, language), CandidateList.Empty);

    public CandidateLists With(CandidateChanges changes)
    {
        var touched = new Dictionary<ListKey, (List<Candidate> Come, List<Candidate> Gone)>();
        foreach (var candidate in changes.Come)
        {
            foreach (var key in KeysOf(candidate)) ChangeOf(key).Come.Add(candidate);
        }
        foreach (var candidate in changes.Gone)
        {
            foreach (var key in KeysOf(candidate)) ChangeOf(key).Gone.Add(candidate);
        }
        var lists = new Dictionary<ListKey, CandidateList>(_lists);
        foreach (var (key, (come, gone)) in touched)
        {
            var list = lists.GetValueOrDefault(key, CandidateList.Empty).With(come, gone);
            if (list.Count > 0) lists[key] = list;
            else lists.Remove(key);
        }
        return new CandidateLists(lists);

        (List<Candidate> Come, List<Candidate> Gone) ChangeOf(ListKey key)
        {
            if (!touched.TryGetValue(key, out var change)) touched[key] = change = ([], []);
            return change;
        }
    }

    private static IEnumerable<ListKey> KeysOf(Candidate candidate)
    {
        if (candidate.Audience == ArticleAudience.Neither) yield break;
        var all = new ListKey(candidate.Audience, candidate.Article.Language, null, candidate.Article.Assessment is { SecondChoice: true });
        yield return all;
        foreach (var topic in candidate.Article.Topics) yield return all with { Topic = topic };
        if (!candidate.Article.SensitiveTopics.IsEmpty) yield return Sensitive(candidate.Audience, candidate.Article.Language);
    }

    /// <summary>No topic has this name.</summary>
    private static ListKey Sensitive(ArticleAudience audience, string language) => new(audience, language, "", SecondChoice: false);

    private readonly record struct ListKey(ArticleAudience Audience, string Language, string? Topic, bool SecondChoice);
}

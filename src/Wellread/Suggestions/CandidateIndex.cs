using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>
/// Every stored article in memory, in lists already sorted by rank: by audience and language, and by topic within them. Immutable: a change
/// makes a new index. Suggestions are served from it alone, so a read costs no round trip and goes on while the store is down.
/// </summary>
internal sealed class CandidateIndex
{
    // Not frozen dictionaries: a refresh makes a new index many times, and freezing costs more than all its reads gain.
    private readonly Dictionary<string, Candidate> _byId;
    private readonly CandidateLists _lists;
    private readonly CandidateStories _stories;

    private CandidateIndex(Dictionary<string, Candidate> byId, CandidateLists lists, CandidateStories stories) => (_byId, _lists, _stories) = (byId, lists, stories);

    public static CandidateIndex Empty { get; } = new(new(StringComparer.Ordinal), CandidateLists.Empty, CandidateStories.Empty);

    public int Count => _byId.Count;

    public Candidate? Find(string articleId) => _byId.GetValueOrDefault(articleId);

    public IEnumerable<Article> Articles => _byId.Values.Select(candidate => candidate.Article);

    /// <summary>The candidates that tell the same story to the same readers, itself among them, highest rank first.</summary>
    public ImmutableArray<Candidate> Story(Candidate candidate) => _stories.Of(candidate);

    /// <summary>The candidates for these readers in this language, of one topic or (null) of all, highest rank first.</summary>
    public ImmutableArray<Candidate> List(ArticleAudience audience, string language, string? topic) => _lists.Of(audience, language, topic);

    public static CandidateIndex Of(IEnumerable<Article> articles) => Empty.With([.. articles], []);

    /// <summary>The index after these articles were written and those ids were deleted. Costs what has changed, not what is there.</summary>
    public CandidateIndex With(IReadOnlyCollection<Article> written, IReadOnlyCollection<string> deleted)
    {
        if (written.Count == 0 && deleted.Count == 0) return this;
        var candidates = new Dictionary<string, Candidate>(_byId, StringComparer.Ordinal);
        var gone = new HashSet<Candidate>(ReferenceEqualityComparer.Instance);
        foreach (var id in deleted)
        {
            if (candidates.Remove(id, out var removed)) gone.Add(removed);
        }
        var come = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var article in written)
        {
            if (_byId.TryGetValue(article.Id, out var old)) gone.Add(old);
            candidates[article.Id] = come[article.Id] = Candidate.From(article);
        }
        var changes = new CandidateChanges([.. come.Values.Order(Candidate.ByRank)], gone);
        return new CandidateIndex(candidates, _lists.With(changes), _stories.With(changes, _byId));
    }
}

/// <summary>Candidates that came, highest rank first, and those that went.</summary>
internal sealed record CandidateChanges(IReadOnlyList<Candidate> Come, IReadOnlySet<Candidate> Gone);

using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>
/// Every stored article in memory, in lists already sorted by rank: by audience and language, and by topic within them. Immutable: a change
/// makes a new index. Suggestions are served from it alone, so a read costs no round trip and goes on while the store is down.
/// </summary>
internal sealed class CandidateIndex
{
    private static long _made;

    private readonly ShardedMap<Candidate> _byId;
    private readonly CandidateLists _lists;
    private readonly CandidateStories _stories;

    private CandidateIndex(ShardedMap<Candidate> byId, CandidateLists lists, CandidateStories stories) => (_byId, _lists, _stories) = (byId, lists, stories);

    public static CandidateIndex Empty { get; } = new(ShardedMap<Candidate>.Empty, CandidateLists.Empty, CandidateStories.Empty);

    public int Count => _byId.Count;

    /// <summary>No other index of this program has the same, whatever is in it.</summary>
    public long Stamp { get; } = Interlocked.Increment(ref _made);

    public Candidate? Find(string articleId) => _byId.Find(articleId);

    public IEnumerable<Article> Articles => _byId.Values.Select(candidate => candidate.Article);

    /// <summary>The candidates that tell the same story to the same readers, itself among them, highest rank first.</summary>
    public ImmutableArray<Candidate> Story(Candidate candidate) => _stories.Of(candidate);

    /// <inheritdoc cref="CandidateStories.Retold"/>
    public ImmutableArray<Candidate> Retold(Candidate candidate) => _stories.Retold(candidate);

    /// <summary>The candidates for these readers in this language, of one topic or (null) of all, highest rank first; those of the second choice apart.</summary>
    public CandidateList List(ArticleAudience audience, string language, string? topic, bool secondChoice = false) => _lists.Of(audience, language, topic, secondChoice);

    /// <summary>Those of them on sensitive subjects, highest rank first.</summary>
    public CandidateList Sensitive(ArticleAudience audience, string language) => _lists.SensitiveOf(audience, language);

    public static CandidateIndex Of(IEnumerable<Article> articles) => Of(articles.Select(Candidate.From));

    public static CandidateIndex Of(IEnumerable<Candidate> candidates)
    {
        var all = new Dictionary<string, Candidate?>(StringComparer.Ordinal);
        foreach (var candidate in candidates) all[candidate.Article.Id] = candidate;
        return Empty.With(all, out _);
    }

    /// <summary>The index after these articles were written and those ids were deleted. Costs what has changed, not what is there.</summary>
    public CandidateIndex With(IReadOnlyCollection<Article> written, IReadOnlyCollection<string> deleted) => With(written, deleted, out _);

    /// <inheritdoc cref="With(IReadOnlyCollection{Article}, IReadOnlyCollection{string})"/>
    /// <param name="written">Articles that are new, or not as they were.</param>
    /// <param name="deleted">Ids of articles that are gone.</param>
    /// <param name="changes">How the index differs from this one.</param>
    public CandidateIndex With(IReadOnlyCollection<Article> written, IReadOnlyCollection<string> deleted, out CandidateChanges changes)
    {
        var changed = new Dictionary<string, Candidate?>(written.Count + deleted.Count, StringComparer.Ordinal);
        foreach (var id in deleted) changed[id] = null;
        foreach (var article in written) changed[article.Id] = Candidate.From(article);
        return With(changed, out changes);
    }

    private CandidateIndex With(Dictionary<string, Candidate?> changed, out CandidateChanges changes)
    {
        var gone = changed.Keys.Select(_byId.Find).OfType<Candidate>().Order(Candidate.ByRank).ToList();
        var come = changed.Values.OfType<Candidate>().Order(Candidate.ByRank).ToList();
        changes = new CandidateChanges(come, gone);
        if (come.Count == 0 && gone.Count == 0) return this;
        return new CandidateIndex(_byId.With(changed), _lists.With(changes), _stories.With(changes, _byId));
    }
}

/// <summary>Candidates that came and those that went, both highest rank first.</summary>
internal sealed record CandidateChanges(IReadOnlyList<Candidate> Come, IReadOnlyList<Candidate> Gone);

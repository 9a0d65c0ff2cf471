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
    private readonly Dictionary<ListKey, ImmutableArray<Candidate>> _lists;
    private readonly Dictionary<(string Story, ArticleAudience Audience), ImmutableArray<Candidate>> _stories;

    private CandidateIndex(IEnumerable<Candidate> candidates)
    {
        _byId = candidates.ToDictionary(candidate => candidate.Article.Id, StringComparer.Ordinal);
        _lists = Lists(_byId.Values);
        _stories = Stories(_byId.Values);
    }

    public static CandidateIndex Empty { get; } = new([]);

    public int Count => _byId.Count;

    public Candidate? Find(string articleId) => _byId.GetValueOrDefault(articleId);

    public IEnumerable<Article> Articles => _byId.Values.Select(candidate => candidate.Article);

    /// <summary>The candidates that tell the same story to the same readers, itself among them, highest rank first.</summary>
    public ImmutableArray<Candidate> Story(Candidate candidate) =>
        _stories.TryGetValue((candidate.Article.Story, candidate.Audience), out var story) ? story : [candidate];

    /// <summary>The candidates for these readers in this language, of one topic or (null) of all, highest rank first.</summary>
    public ImmutableArray<Candidate> List(ArticleAudience audience, string language, string? topic) =>
        _lists.GetValueOrDefault(new ListKey(audience, language, topic), []);

    public static CandidateIndex Of(IEnumerable<Article> articles) => new(articles.Select(Candidate.From));

    /// <summary>The index after these articles were written and those ids were deleted.</summary>
    public CandidateIndex With(IReadOnlyCollection<Article> written, IReadOnlyCollection<string> deleted)
    {
        if (written.Count == 0 && deleted.Count == 0) return this;
        var candidates = new Dictionary<string, Candidate>(_byId, StringComparer.Ordinal);
        foreach (var id in deleted) candidates.Remove(id);
        foreach (var article in written) candidates[article.Id] = Candidate.From(article);
        return new CandidateIndex(candidates.Values);
    }

    private static Dictionary<ListKey, ImmutableArray<Candidate>> Lists(IEnumerable<Candidate> candidates)
    {
        var lists = new Dictionary<ListKey, ImmutableArray<Candidate>.Builder>();
        foreach (var candidate in candidates.Where(candidate => candidate.Audience != ArticleAudience.Neither).Order(Candidate.ByRank))
        {
            Add(new ListKey(candidate.Audience, candidate.Article.Language, null), candidate);
            foreach (var topic in candidate.Article.Topics) Add(new ListKey(candidate.Audience, candidate.Article.Language, topic), candidate);
        }

        return lists.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutable());

        void Add(ListKey key, Candidate candidate)
        {
            if (!lists.TryGetValue(key, out var list)) lists[key] = list = ImmutableArray.CreateBuilder<Candidate>();
            list.Add(candidate);
        }
    }

    /// <summary>The stories that more than one article tells.</summary>
    private static Dictionary<(string, ArticleAudience), ImmutableArray<Candidate>> Stories(IReadOnlyCollection<Candidate> candidates)
    {
        var retold = candidates.Select(candidate => candidate.Article.StoryId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return candidates
            .Where(candidate => retold.Contains(candidate.Article.Story))
            .GroupBy(candidate => (candidate.Article.Story, candidate.Audience))
            .ToDictionary(story => story.Key, story => story.Order(Candidate.ByRank).ToImmutableArray());
    }

    private readonly record struct ListKey(ArticleAudience Audience, string Language, string? Topic);
}

using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>The stories that more than one article tells, each by its readers, highest rank first. Immutable: a change makes anew the stories that it touches.</summary>
internal sealed class CandidateStories
{
    private static readonly int Audiences = Enum.GetValues<ArticleAudience>().Length;

    /// <summary>By story and, within it, by audience.</summary>
    private readonly ShardedMap<ImmutableArray<Candidate>[]> _stories;

    private CandidateStories(ShardedMap<ImmutableArray<Candidate>[]> stories) => _stories = stories;

    public static CandidateStories Empty { get; } = new(ShardedMap<ImmutableArray<Candidate>[]>.Empty);

    /// <summary>The candidates that tell the same story to the same readers, itself among them.</summary>
    public ImmutableArray<Candidate> Of(Candidate candidate) => Retold(candidate) is { IsEmpty: false } story ? story : [candidate];

    /// <summary>The same where it is more than one article that tells it; empty where nobody else does.</summary>
    public ImmutableArray<Candidate> Retold(Candidate candidate) =>
        candidate.MayBeRetold && _stories.Find(candidate.Article.Story) is { } story ? story[(int)candidate.Audience] : [];

    /// <param name="changes">What came and went.</param>
    /// <param name="before">The candidates before that, by id.</param>
    public CandidateStories With(CandidateChanges changes, ShardedMap<Candidate> before)
    {
        var touched = changes.Come.Where(candidate => candidate.Article.StoryId is not null || IsTold(candidate))
            .Concat(changes.Gone.Where(IsTold))
            .Select(candidate => candidate.Article.Story).ToHashSet(StringComparer.Ordinal);
        if (touched.Count == 0) return this;
        var come = changes.Come.Where(candidate => touched.Contains(candidate.Article.Story)).ToLookup(candidate => candidate.Article.Story, StringComparer.Ordinal);
        var gone = changes.Gone.ToHashSet<Candidate>(ReferenceEqualityComparer.Instance);
        return new CandidateStories(_stories.With(touched.Select(story =>
        {
            var members = Members(story, before).Where(candidate => !gone.Contains(candidate)).Concat(come[story]).Order(Candidate.ByRank).ToList();
            // Before anyone else sees these stories.
            foreach (var member in members) member.MayBeRetold = true;
            return KeyValuePair.Create(story, members.TrueForAll(candidate => candidate.Article.StoryId is null) ? null : ByAudience(members));
        })));
    }

    private bool IsTold(Candidate candidate) => _stories.Contains(candidate.Article.Story);

    private static ImmutableArray<Candidate>[] ByAudience(List<Candidate> members) =>
        [.. Enumerable.Range(0, Audiences).Select(audience => members.Where(candidate => (int)candidate.Audience == audience).ToImmutableArray())];

    /// <summary>A story that nobody has retold is the article whose id it has.</summary>
    private IEnumerable<Candidate> Members(string story, ShardedMap<Candidate> before) =>
        _stories.Find(story) is { } told ? told.SelectMany(candidates => candidates)
        : before.Find(story) is { } first && first.Article.StoryId is null ? [first] : [];
}

using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>The stories that more than one article tells, each by its readers, highest rank first. Immutable: a change makes anew the stories that it touches.</summary>
internal sealed class CandidateStories
{
    private static readonly int Audiences = Enum.GetValues<ArticleAudience>().Length;

    /// <summary>By story and, within it, by audience.</summary>
    private readonly Dictionary<string, ImmutableArray<Candidate>[]> _stories;

    private CandidateStories(Dictionary<string, ImmutableArray<Candidate>[]> stories) => _stories = stories;

    public static CandidateStories Empty { get; } = new(new(StringComparer.Ordinal));

    /// <summary>The candidates that tell the same story to the same readers, itself among them.</summary>
    public ImmutableArray<Candidate> Of(Candidate candidate) =>
        _stories.TryGetValue(candidate.Article.Story, out var story) ? story[(int)candidate.Audience] : [candidate];

    /// <param name="changes">What came and went.</param>
    /// <param name="before">The candidates before that, by id.</param>
    public CandidateStories With(CandidateChanges changes, Dictionary<string, Candidate> before)
    {
        var touched = changes.Come.Where(candidate => candidate.Article.StoryId is not null || IsTold(candidate))
            .Concat(changes.Gone.Where(IsTold))
            .Select(candidate => candidate.Article.Story).ToHashSet(StringComparer.Ordinal);
        if (touched.Count == 0) return this;
        var come = changes.Come.Where(candidate => touched.Contains(candidate.Article.Story)).ToLookup(candidate => candidate.Article.Story, StringComparer.Ordinal);
        var stories = new Dictionary<string, ImmutableArray<Candidate>[]>(_stories, StringComparer.Ordinal);
        foreach (var story in touched)
        {
            var members = Members(story, before).Where(candidate => !changes.Gone.Contains(candidate)).Concat(come[story]).Order(Candidate.ByRank).ToList();
            if (members.TrueForAll(candidate => candidate.Article.StoryId is null)) stories.Remove(story);
            else stories[story] = [.. Enumerable.Range(0, Audiences).Select(audience => members.Where(candidate => (int)candidate.Audience == audience).ToImmutableArray())];
        }
        return new CandidateStories(stories);
    }

    private bool IsTold(Candidate candidate) => _stories.ContainsKey(candidate.Article.Story);

    /// <summary>A story that nobody has retold is the article whose id it has.</summary>
    private IEnumerable<Candidate> Members(string story, Dictionary<string, Candidate> before) =>
        _stories.TryGetValue(story, out var told) ? told.SelectMany(candidates => candidates)
        : before.TryGetValue(story, out var first) && first.Article.StoryId is null ? [first] : [];
}

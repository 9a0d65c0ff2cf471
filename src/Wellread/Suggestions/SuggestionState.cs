namespace Wellread.Suggestions;

/// <summary>
/// What suggestions are made from at this moment. Immutable.
/// </summary>
/// <param name="Live">Articles that feeds delivered.</param>
/// <param name="Samples">Invented articles that stand in until the first live one.</param>
/// <param name="Decisions">What each practice has decided.</param>
/// <param name="Stale">True while the store does not answer, so that newer articles and decisions may be missing.</param>
internal sealed record SuggestionSnapshot(CandidateIndex Live, CandidateIndex Samples, DecisionBoards Decisions, bool Stale)
{
    /// <summary>Counts the changes.</summary>
    public long Version { get; init; }

    /// <summary>True after a start until everything that is stored has been read, so that some articles are missing.</summary>
    public bool Loading { get; init; }

    public bool ShowsSamples => Live.Count == 0 && Samples.Count > 0 && !Loading;

    public CandidateIndex Candidates => ShowsSamples ? Samples : Live;

    /// <summary>Whether the story was decided on, by any of its articles, so that it stays away.</summary>
    public bool Hides(Candidate candidate, DecisionBoard decisions, DateTimeOffset now) =>
        Candidates.Story(candidate).Any(article => decisions.Hides(article.Article, now));

    /// <summary>The article's candidate, stored or sample.</summary>
    public Candidate? Find(string articleId) => Live.Find(articleId) ?? Samples.Find(articleId);
}

/// <summary>Holds the current snapshot; a change swaps it whole, so that a reader never sees half of one.</summary>
internal sealed class SuggestionState
{
    private readonly Lock _changing = new();
    private volatile SuggestionSnapshot _current = new(CandidateIndex.Empty, CandidateIndex.Empty, DecisionBoards.Empty, Stale: true) { Loading = true };

    public SuggestionSnapshot Current => _current;

    public void Change(Func<SuggestionSnapshot, SuggestionSnapshot> change)
    {
        lock (_changing) _current = change(_current) with { Version = _current.Version + 1 };
    }
}

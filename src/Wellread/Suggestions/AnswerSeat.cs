namespace Wellread.Suggestions;

/// <summary>
/// What was met in a list while the candidates of an answer were gathered, down to its end. Who gets a place has a seat in each list where it was met, and is in sight as long
/// as one of them is above the list's end.
/// </summary>
/// <param name="topic">The list's topic; null for the list of all.</param>
/// <param name="depth">How many are looked at.</param>
internal sealed class SeenList(string? topic, int depth)
{
    /// <summary>Each article that took a seat, and the one that stands for its story.</summary>
    private readonly List<(Candidate Listed, Candidate Shown, int Seat)> _met = new(depth);

    public void Add(Candidate listed, Candidate shown, int seat) => _met.Add((listed, shown, seat));

    /// <param name="place">A place of the answer.</param>
    /// <param name="candidate">Who has it.</param>
    public IEnumerable<AnswerSeat> SeatsOf(int place, Candidate candidate)
    {
        foreach (var (listed, shown, seat) in _met)
        {
            if (ReferenceEquals(shown, candidate)) yield return new AnswerSeat(place, topic, listed.Rank, listed.Article.Id, depth - seat);
        }
    }
}

/// <summary>Where in a list something stands that has a place in an answer.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Topic">The list's topic; null for the list of all.</param>
/// <param name="Rank">By which rank it stands there.</param>
/// <param name="Id">And which article.</param>
/// <param name="Room">How many may come above it until it is below the list's end.</param>
internal readonly record struct AnswerSeat(int Place, string? Topic, double Rank, string Id, int Room)
{
    /// <summary>The seat of what was met in no list, as it only came in for another: whatever comes may push it out.</summary>
    public static AnswerSeat None(int place) => new(place, null, double.NegativeInfinity, "", 0);

    public bool IsBelow(Candidate candidate) =>
        (candidate.Rank > Rank || (candidate.Rank == Rank && string.CompareOrdinal(candidate.Article.Id, Id) < 0))
        && (Topic is null || candidate.Article.Topics.Contains(Topic));
}

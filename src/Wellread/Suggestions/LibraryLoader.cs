using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>
/// Reads every stored article into memory. After a start the first part is there to be suggested from at once, and each time twice as many are in, so that
/// building the index again and again costs no more than building it once more. Later, what is there stays until the whole is read.
/// </summary>
internal sealed class LibraryLoader(ArticleStore articles, SuggestionState state)
{
    private const int FirstPart = 250;

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the first part, or with the first attempt.</summary>
    public Task First => _first.Task;

    /// <summary>What fails is thrown; the next attempt begins anew, and what is in memory stays meanwhile.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var loaded = new List<Candidate>();
            var next = state.Current.Loading ? FirstPart : int.MaxValue;
            await articles.ReadAllAsync(some => Take(loaded, [.. some.Select(Candidate.FromStored)], ref next), cancellationToken);
            var whole = CandidateIndex.Of(loaded);
            state.Change(current => current with { Live = whole, Loading = false });
        }
        finally
        {
            _first.TrySetResult();
        }
    }

    private void Take(List<Candidate> loaded, IReadOnlyList<Candidate> some, ref int next)
    {
        Candidate[] part;
        lock (loaded)
        {
            loaded.AddRange(some);
            if (loaded.Count < next) return;
            next = loaded.Count * 2;
            part = [.. loaded];
        }

        var index = CandidateIndex.Of(part);
        // A smaller part never takes the place of a larger one, be it of an earlier attempt.
        state.Change(current => index.Count > current.Live.Count ? current with { Live = index, Stale = false } : current);
        _first.TrySetResult();
    }
}

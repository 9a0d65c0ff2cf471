using System.Collections;

namespace Wellread.Suggestions;

/// <summary>
/// Candidates from the highest rank down, in chunks of some hundred. Immutable: a change makes anew the chunks that it touches, so that an article which comes
/// into a list of a million costs no more than one into a list of a thousand.
/// </summary>
internal sealed class CandidateList : IReadOnlyList<Candidate>
{
    private const int Chunk = 512;
    private const int Small = Chunk / 4;

    private static long _made;

    private readonly Candidate[][] _chunks;

    /// <summary>How many stand before each chunk.</summary>
    private readonly int[] _starts;

    private CandidateList(List<Candidate[]> chunks)
    {
        _chunks = [.. chunks];
        _starts = new int[_chunks.Length];
        foreach (var (i, chunk) in _chunks.Index())
        {
            _starts[i] = Count;
            Count += chunk.Length;
        }
    }

    public static CandidateList Empty { get; } = new([]);

    public int Count { get; }

    /// <summary>No other list of this program has the same, whatever is in it.</summary>
    public long Stamp { get; } = Interlocked.Increment(ref _made);

    public Candidate this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var chunk = Array.BinarySearch(_starts, index);
            if (chunk < 0) chunk = ~chunk - 1;
            return _chunks[chunk][index - _starts[chunk]];
        }
    }

    public Enumerator GetEnumerator() => new(_chunks);

    IEnumerator<Candidate> IEnumerable<Candidate>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <param name="come">Candidates that are not in the list, highest rank first.</param>
    /// <param name="gone">Candidates of the list, highest rank first.</param>
    public CandidateList With(IReadOnlyList<Candidate> come, IReadOnlyList<Candidate> gone)
    {
        var chunks = new List<Candidate[]>(_chunks.Length + (come.Count / Chunk) + 1);
        var (nextCome, nextGone) = (0, 0);
        for (var i = 0; i < _chunks.Length; i++)
        {
            var chunk = _chunks[i];
            var comeEnd = i == _chunks.Length - 1 ? come.Count : EndBefore(come, nextCome, _chunks[i + 1][0]);
            var goneEnd = i == _chunks.Length - 1 ? gone.Count : EndBefore(gone, nextGone, _chunks[i + 1][0]);
            if (comeEnd == nextCome && goneEnd == nextGone) chunks.Add(chunk);
            else Add(chunks, Merge(chunk, come, (nextCome, comeEnd), gone, (nextGone, goneEnd)));
            (nextCome, nextGone) = (comeEnd, goneEnd);
        }
        if (_chunks.Length == 0) Add(chunks, [.. come]);
        return new CandidateList(chunks);
    }

    /// <summary>The first place from <paramref name="start"/> on that does not stand before the bound.</summary>
    private static int EndBefore(IReadOnlyList<Candidate> sorted, int start, Candidate bound)
    {
        while (start < sorted.Count && Candidate.ByRank.Compare(sorted[start], bound) < 0) start++;
        return start;
    }

    private static List<Candidate> Merge(
        Candidate[] chunk, IReadOnlyList<Candidate> come, (int Start, int End) comes, IReadOnlyList<Candidate> gone, (int Start, int End) goes)
    {
        var merged = new List<Candidate>(chunk.Length + comes.End - comes.Start);
        foreach (var candidate in chunk)
        {
            while (comes.Start < comes.End && Candidate.ByRank.Compare(come[comes.Start], candidate) < 0) merged.Add(come[comes.Start++]);
            if (goes.Start < goes.End && ReferenceEquals(gone[goes.Start], candidate)) goes.Start++;
            else merged.Add(candidate);
        }
        while (comes.Start < comes.End) merged.Add(come[comes.Start++]);
        return merged;
    }

    /// <summary>Splits what has grown too large, and joins what has become small to the chunk before it.</summary>
    private static void Add(List<Candidate[]> chunks, List<Candidate> merged)
    {
        if (merged.Count == 0) return;
        if (merged.Count < Small && chunks is [.., var before] && before.Length + merged.Count <= Chunk)
        {
            chunks[^1] = [.. before, .. merged];
            return;
        }
        var parts = merged.Count <= 2 * Chunk ? 1 : (merged.Count + Chunk - 1) / Chunk;
        for (var part = 0; part < parts; part++)
        {
            var (start, end) = ((int)((long)merged.Count * part / parts), (int)((long)merged.Count * (part + 1) / parts));
            chunks.Add([.. merged[start..end]]);
        }
    }

    /// <summary>Walks the chunks without a call through an interface for each candidate.</summary>
    internal struct Enumerator : IEnumerator<Candidate>
    {
        private readonly Candidate[][] _chunks;
        private int _chunk;
        private int _next;

        internal Enumerator(Candidate[][] chunks) => (_chunks, Current) = (chunks, null!);

        public Candidate Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (_chunk < _chunks.Length)
            {
                var chunk = _chunks[_chunk];
                if (_next < chunk.Length)
                {
                    Current = chunk[_next++];
                    return true;
                }
                (_chunk, _next) = (_chunk + 1, 0);
            }
            return false;
        }

        public void Reset() => (_chunk, _next, Current) = (0, 0, null!);

        public readonly void Dispose() { }
    }
}

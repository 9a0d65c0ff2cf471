namespace Wellread.Suggestions.Today;

/// <summary>When posts of one channel are out or will be, in order. Not for many threads at once.</summary>
internal sealed class PostTimes
{
    private readonly List<DateTimeOffset> _times = [];

    public PostTimes(IEnumerable<DateTimeOffset>? times = null) => _times.AddRange((times ?? []).Order());

    public IReadOnlyList<DateTimeOffset> All => _times;

    public void Add(DateTimeOffset at) => _times.Insert(FirstFrom(at), at);

    public void Remove(DateTimeOffset at)
    {
        if (FirstFrom(at) is var place && place < _times.Count && _times[place] == at) _times.RemoveAt(place);
    }

    /// <summary>How many lie from the first moment up to, not including, the second.</summary>
    public int Count(DateTimeOffset from, DateTimeOffset to) => FirstFrom(to) - FirstFrom(from);

    /// <summary>One that is less than this apart from the moment; null where there is none.</summary>
    public DateTimeOffset? Near(DateTimeOffset at, TimeSpan apart)
    {
        var place = FirstFrom(at);
        if (place > 0 && at - _times[place - 1] < apart) return _times[place - 1];
        return place < _times.Count && _times[place] - at < apart ? _times[place] : null;
    }

    private int FirstFrom(DateTimeOffset at)
    {
        var (low, high) = (0, _times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_times[middle] < at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

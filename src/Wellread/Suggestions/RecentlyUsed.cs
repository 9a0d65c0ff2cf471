using System.Collections.Concurrent;

namespace Wellread.Suggestions;

/// <summary>
/// What was used lately, up to a weight: two halves, the older of which is dropped whole when the younger is full, and what is found in the older moves to the
/// younger. So a look-up takes no lock, and a flood of odd keys drives out nothing that is asked for all the time.
/// </summary>
internal sealed class RecentlyUsed<TKey, TValue>(long mostWeight, Func<TValue, long> weigh) where TKey : notnull where TValue : class
{
    private readonly Lock _changing = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = new();
    private volatile ConcurrentDictionary<TKey, TValue> _old = new();
    private long _weight;

    public int Count => _young.Count + _old.Count;

    /// <summary>What is there at the time of asking, in no order.</summary>
    public IEnumerable<KeyValuePair<TKey, TValue>> All => _young.Concat(_old);

    public TValue? Find(TKey key)
    {
        if (_young.TryGetValue(key, out var value)) return value;
        if (_old.TryGetValue(key, out value)) Put(key, value);
        return value;
    }

    public void Put(TKey key, TValue value)
    {
        lock (_changing)
        {
            if (_young.TryGetValue(key, out var before)) _weight -= weigh(before);
            _young[key] = value;
            _old.TryRemove(key, out _);
            _weight += weigh(value);
            if (_weight <= mostWeight / 2) return;
            (_old, _young, _weight) = (_young, new(), 0);
        }
    }
}

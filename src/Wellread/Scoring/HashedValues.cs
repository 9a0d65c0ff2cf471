using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Wellread.Scoring;

/// <summary>
/// Values by hashes such as <see cref="FeatureHash"/> gives, which are mixed well already. A hash stands where it falls or shortly behind: most look-ups touch one line of a
/// processor's memory, where a dictionary touches three. Built once, read by many threads.
/// </summary>
internal sealed class HashedValues<T>
{
    private readonly uint[] _hashes;
    private readonly T[] _values;
    private readonly int _bits;

    public HashedValues(IReadOnlyCollection<KeyValuePair<uint, T>> values)
    {
        // At most half full.
        _bits = BitOperations.Log2((uint)values.Count + 1) + 2;
        _hashes = new uint[1 << _bits];
        _values = new T[1 << _bits];
        foreach (var (hash, value) in values)
        {
            // 0 marks a free place.
            ArgumentOutOfRangeException.ThrowIfZero(hash, nameof(values));
            var place = FeatureHash.Bucket(hash, _bits);
            while (_hashes[place] != 0) place = (place + 1) & (_hashes.Length - 1);
            (_hashes[place], _values[place]) = (hash, value);
        }
    }

    public bool TryGetValue(uint hash, [MaybeNullWhen(false)] out T value)
    {
        var hashes = _hashes;
        for (var place = FeatureHash.Bucket(hash, _bits); hashes[place] != 0; place = (place + 1) & (hashes.Length - 1))
        {
            if (hashes[place] != hash) continue;
            value = _values[place];
            return true;
        }
        value = default;
        return false;
    }

    public T? GetValueOrDefault(uint hash) => TryGetValue(hash, out var value) ? value : default;
}

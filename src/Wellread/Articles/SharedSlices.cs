using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Wellread.Articles;

/// <summary>
/// Values by the JSON that they are written as, so that what many articles have is read once. Only what was met lately is remembered. Several threads may meet here: each
/// slot holds a whole value at any time.
/// </summary>
/// <param name="slots">How many are remembered at most.</param>
/// <param name="type">How one is read that was not met lately.</param>
/// <param name="share">Gives an equal value that others have already.</param>
internal sealed class SharedSlices<T>(int slots, JsonTypeInfo<T> type, Func<T, T> share)
{
    /// <summary>What is longer is hardly ever met twice.</summary>
    private const int Longest = 500;

    private readonly Met?[] _slots = new Met?[slots];

    /// <summary>Throws where it is no JSON of this type.</summary>
    public T Of(ReadOnlySpan<byte> json)
    {
        ref var slot = ref _slots[HashOf(json) % (uint)_slots.Length];
        if (Volatile.Read(ref slot) is { } met && json.SequenceEqual(met.Json)) return met.Value;
        var value = share(JsonSerializer.Deserialize(json, type)!);
        if (json.Length <= Longest) Volatile.Write(ref slot, new Met(json.ToArray(), value));
        return value;
    }

    private static uint HashOf(ReadOnlySpan<byte> json)
    {
        var hash = new HashCode();
        hash.AddBytes(json);
        return (uint)hash.ToHashCode();
    }

    private sealed record Met(byte[] Json, T Value);
}

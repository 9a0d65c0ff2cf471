using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>A word as a model knows it: its facts, and the weights of the word and of its characters summed up.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct KnownWord
{
    public Vector128<byte> Key;
    public WordFacts Facts;
    public BucketWeights Word;
    public int CharacterFriendliness, CharacterSquare;
}

/// <summary>
/// The words that one thread met with one model. Where two fall on one place the more familiar stays there; beside it stands the one of the others that was met
/// last. Whole numbers are kept, so a sum is the same with a cache and without.
/// </summary>
internal sealed class WordCache
{
    private const int Bits = 15;

    private const int Line = 64;

    private readonly KnownWord[] _words = GC.AllocateArray<KnownWord>((1 << Bits) + 1, pinned: true);
    private readonly nint _offset;

    // Each word in one line of the processor's own caches.
    public WordCache() => _offset = (nint)(-Marshal.UnsafeAddrOfPinnedArrayElement(_words, 0) & (Line - 1));

    public ref KnownWord this[uint place] => ref Unsafe.Add(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_words), _offset), place);

    /// <summary>The place of a word; where that does not have its key, the word is not known.</summary>
    public uint Find(Vector128<byte> key)
    {
        var place = PlaceOf(key);
        return this[place].Key == key ? place : place + 1;
    }

    /// <summary>Keeps a word, and gives its place.</summary>
    public uint Add(in KnownWord word)
    {
        var place = PlaceOf(word.Key);
        ref var first = ref this[place];
        if (word.Facts.Levels.Familiarity <= first.Facts.Levels.Familiarity && first.Key != Vector128<byte>.Zero) place++;
        else this[place + 1] = first;
        this[place] = word;
        return place;
    }

    // The first of two, so the places of others never overlap with one of them only.
    private static uint PlaceOf(Vector128<byte> key)
    {
        var halves = key.AsUInt64();
        return (uint)(((halves[0] * 0x9E3779B97F4A7C15) ^ (halves[1] * 0xC2B2AE3D27D4EB4F)) >> (64 - Bits)) & ~1u;
    }
}

/// <summary>The caches of a model, two megabytes for each thread at work, as many as there are processors; who comes when all are out goes without.</summary>
internal sealed class WordCaches
{
    private readonly WordCache?[] _free = new WordCache?[Environment.ProcessorCount];
    private int _made;

    public WordCache? Rent()
    {
        foreach (ref var place in _free.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } cache) return cache;
        }
        if (Volatile.Read(ref _made) >= _free.Length) return null;
        return Interlocked.Increment(ref _made) <= _free.Length ? new WordCache() : null;
    }

    public void Return(WordCache cache)
    {
        foreach (ref var place in _free.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, cache, null) is null) return;
        }
    }
}

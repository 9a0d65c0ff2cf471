using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>How many words have each of the <see cref="WordTraits"/>. All traits of a word are counted at once, as asking for them one by one makes a processor guess.</summary>
internal struct TraitCounts
{
    private const int Traits = 32;

    // What a byte can hold.
    private const int MostWaiting = 255;

    private Vector256<byte> _waiting;
    private int _words;
    private Totals _totals;

    public readonly int this[WordTraits trait] => _totals[BitOperations.Log2((uint)trait)];

    public void Add(WordTraits traits)
    {
        // Each of the four bytes eight times, and of each repetition another bit.
        var bytes = Vector256.Shuffle(Vector256.Create((uint)traits).AsByte(), Vector256.Create(
            (byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 18, 18, 18, 18, 18, 18, 18, 18, 19, 19, 19, 19, 19, 19, 19, 19));
        var bits = Vector256.Create(0x8040_2010_0804_0201).AsByte();
        _waiting -= Vector256.Equals(bytes & bits, bits);
        if (++_words == MostWaiting) Flush();
    }

    /// <summary>To be called before the counts are looked at.</summary>
    public void Flush()
    {
        ref var totals = ref Unsafe.As<Totals, int>(ref _totals);
        Widen(Vector256.WidenLower(_waiting), ref totals, 0);
        Widen(Vector256.WidenUpper(_waiting), ref totals, Traits / 2);
        _waiting = default;
        _words = 0;
    }

    private static void Widen(Vector256<ushort> counts, ref int totals, nuint at)
    {
        (Vector256.LoadUnsafe(ref totals, at) + Vector256.WidenLower(counts).AsInt32()).StoreUnsafe(ref totals, at);
        at += (nuint)Vector256<int>.Count;
        (Vector256.LoadUnsafe(ref totals, at) + Vector256.WidenUpper(counts).AsInt32()).StoreUnsafe(ref totals, at);
    }

    [InlineArray(Traits)]
    private struct Totals
    {
        private int _first;
    }
}

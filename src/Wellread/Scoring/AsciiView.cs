using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Wellread.Scoring;

/// <summary>
/// Up to 64 characters of a text, seen at once with a few vector operations: of each number here, bit n stands for the n-th character. Nulls stand behind the end of a
/// text.
/// </summary>
internal struct AsciiView
{
    public const int Length = 64;

    /// <summary>From the last place on that a word may start at to be seen whole, with what follows it.</summary>
    public const int LastStart = Length - AsciiWord.Window - 1;

    private Vector512<byte> _folded;
    private ulong _letters, _upper, _digits, _words, _doubts, _spaces, _other;

    public static void Read(ReadOnlySpan<char> text, out AsciiView view)
    {
        if (text.Length < Length) ReadEnd(text, out view);
        else Read(in MemoryMarshal.GetReference(text), out view);
    }

    /// <summary>How many characters of white space there are from a place on.</summary>
    public readonly int SpacesAt(int place) => BitOperations.TrailingZeroCount(~(_spaces >> place));

    /// <summary>Whether a character is not ASCII.</summary>
    public readonly bool IsOther(int place) => (_other >> place & 1) != 0;

    /// <summary>The word that starts at a place up to <see cref="LastStart"/>; none where no letter stands there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly AsciiWord WordAt(int place)
    {
        var length = BitOperations.TrailingZeroCount(~(_words >> place));
        if (length >= AsciiWord.Window || ((_letters >> place & 1) & ~(_doubts >> place >> length)) == 0) return default;
        ref var folded = ref Unsafe.As<Vector512<byte>, byte>(ref Unsafe.AsRef(in _folded));
        return new AsciiWord(length, Vector128.LoadUnsafe(ref folded, (nuint)place), (uint)(_letters >> place), (uint)(_upper >> place), (uint)(_digits >> place));
    }

    private static void ReadEnd(ReadOnlySpan<char> text, out AsciiView view)
    {
        Span<char> window = stackalloc char[Length];
        text.CopyTo(window);
        Read(in MemoryMarshal.GetReference(window), out view);
    }

    private static void Read(ref readonly char start, out AsciiView view)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in start));
        var text = Vector512.NarrowWithSaturation(Vector512.LoadUnsafe(ref units), Vector512.LoadUnsafe(ref units, Length / 2));
        var small = text | Vector512.Create((byte)0x20);
        var letter = Vector512.LessThanOrEqual(small - Vector512.Create((byte)'a'), Vector512.Create((byte)('z' - 'a')));
        var digit = Vector512.LessThanOrEqual(text - Vector512.Create((byte)'0'), Vector512.Create((byte)9));
        var space = Vector512.Equals(text, Vector512.Create((byte)' ')) | Vector512.LessThanOrEqual(text - Vector512.Create((byte)'\t'), Vector512.Create((byte)('\r' - '\t')));
        var apostrophes = Vector512.Equals(text, Vector512.Create((byte)'\'')).ExtractMostSignificantBits();
        view._letters = letter.ExtractMostSignificantBits();
        view._upper = view._letters & ~(text.AsUInt16() << 2).AsByte().ExtractMostSignificantBits();
        view._digits = digit.ExtractMostSignificantBits();
        view._spaces = space.ExtractMostSignificantBits();
        view._other = text.ExtractMostSignificantBits();
        view._words = view._letters | view._digits | (apostrophes & (view._letters >> 1));
        // What is not ASCII may belong to the word before it, and so may an apostrophe before that.
        view._doubts = view._other | (apostrophes & (view._other >> 1));
        view._folded = Vector512.ConditionalSelect(letter, small, Vector512.ConditionalSelect(digit, Vector512.Create((byte)'0'), text));
    }
}

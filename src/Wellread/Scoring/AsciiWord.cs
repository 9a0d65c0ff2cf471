using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Wellread.Scoring;

/// <summary>A word of ASCII letters, digits and apostrophes that ends within <see cref="Window"/> characters, read with a few vector operations.</summary>
internal readonly struct AsciiWord
{
    /// <summary>Characters looked at; zeros stand behind the end of a text.</summary>
    public const int Window = 16;

    private readonly uint _letters, _upper, _digits;

    private AsciiWord(int length, Vector128<byte> folded, uint letters, uint upper, uint digits)
    {
        Length = length;
        Folded = folded;
        (_letters, _upper, _digits) = (letters, upper, digits);
    }

    /// <summary>0 where there is no such word: it is longer, or what follows may belong to it and is not ASCII.</summary>
    public int Length { get; }

    /// <summary>In small letters, each digit 0, padded with zeros.</summary>
    public Vector128<byte> Folded { get; }

    /// <summary>See <see cref="WordShape.FormOf"/>.</summary>
    public WordForm Form
    {
        get
        {
            if ((_upper | _digits) == 0) return WordForm.None;
            var whole = (1u << Length) - 1;
            var body = _upper | (Folded.GetElement(Length - 1) == 's' ? 1u << (Length - 1) : 0);
            var acronym = Length <= 7 && body == whole && BitOperations.PopCount(_upper) >= 2;
            return (WordForm)(_upper & (uint)WordForm.Capital)
                | (acronym ? WordForm.Acronym : (_upper & ((_letters & ~_upper) << 1)) != 0 ? WordForm.MixedCase : WordForm.None)
                | (_digits != 0 ? WordForm.Code : WordForm.None);
        }
    }

    /// <summary>Reads the word that starts with the letter at <paramref name="start"/>, behind which <see cref="Window"/> − 1 characters must be readable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AsciiWord At(ref readonly char start)
    {
        var text = Narrow(in start);
        var small = text | Vector128.Create((byte)0x20);
        var letter = Vector128.LessThanOrEqual(small - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a')));
        var digit = Vector128.LessThanOrEqual(text - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        uint letters = letter.ExtractMostSignificantBits(), digits = digit.ExtractMostSignificantBits(), other = text.ExtractMostSignificantBits(),
            apostrophes = Vector128.Equals(text, Vector128.Create((byte)'\'')).ExtractMostSignificantBits();
        var length = BitOperations.TrailingZeroCount(~(letters | digits | (apostrophes & (letters >> 1))));
        // An apostrophe at the end belongs to the word if a letter follows, and that may be one which is not ASCII or not in sight.
        if (length >= Window || ((((other | (1u << Window)) >> 1 & apostrophes) | other) >> length & 1) != 0) return default;
        var whole = (1u << length) - 1;
        var upper = letters & ~(text << 2).ExtractMostSignificantBits();
        var folded = Vector128.ConditionalSelect(letter, small, Vector128.ConditionalSelect(digit, Vector128.Create((byte)'0'), text));
        return new AsciiWord(length, folded & First(length), letters & whole, upper & whole, digits & whole);
    }

    /// <summary>A folded word in one piece; zero where it is too long or has more than ASCII.</summary>
    public static Vector128<byte> KeyOf(ReadOnlySpan<char> folded)
    {
        if (folded.Length >= Window || !Ascii.IsValid(folded)) return default;
        Span<char> window = stackalloc char[Window];
        window.Clear();
        folded.CopyTo(window);
        return Narrow(in MemoryMarshal.GetReference(window));
    }

    /// <summary>Writes <see cref="Window"/> characters, zeros behind the word.</summary>
    public void CopyTo(ref char target)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref target);
        Vector128.WidenLower(Folded).StoreUnsafe(ref units);
        Vector128.WidenUpper(Folded).StoreUnsafe(ref units, Window / 2);
    }

    private static Vector128<byte> Narrow(ref readonly char start)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in start));
        return Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref units), Vector128.LoadUnsafe(ref units, Window / 2));
    }

    private static Vector128<byte> First(int length) => Vector128.LoadUnsafe(in MemoryMarshal.GetReference(Mask), (nuint)(Window - length));

    private static ReadOnlySpan<byte> Mask =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];
}

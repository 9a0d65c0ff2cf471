using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Wellread.Scoring;

/// <summary>A word of ASCII letters, digits and apostrophes, shorter than <see cref="Window"/>.</summary>
internal readonly struct AsciiWord
{
    public const int Window = 16;

    private readonly uint _letters, _upper, _digits;

    /// <param name="folded">What stands behind the word does not matter, here and in the others.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AsciiWord(int length, Vector128<byte> folded, uint letters, uint upper, uint digits)
    {
        var whole = (1u << length) - 1;
        Length = length;
        Folded = folded & First(length);
        (_letters, _upper, _digits) = (letters & whole, upper & whole, digits & whole);
    }

    /// <summary>0 where there is no such word: it is longer, or what follows may belong to it and is not ASCII.</summary>
    public int Length { get; }

    /// <summary>In small letters, each digit 0, padded with zeros.</summary>
    public Vector128<byte> Folded { get; }

    /// <summary>See <see cref="WordShape.FormOf"/>.</summary>
    public WordForm Form => ((_upper | _digits) & ~1u) == 0 ? (WordForm)(_upper & (uint)WordForm.Capital) : RareForm();

    /// <summary>A folded word in one piece; zero where it is too long or has more than ASCII.</summary>
    public static Vector128<byte> KeyOf(ReadOnlySpan<char> folded)
    {
        if (folded.Length >= Window || !Ascii.IsValid(folded)) return default;
        Span<char> window = stackalloc char[Window];
        window.Clear();
        folded.CopyTo(window);
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(window));
        return Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref units), Vector128.LoadUnsafe(ref units, Window / 2));
    }

    /// <summary>Writes the <see cref="Window"/> characters of a folded word.</summary>
    public static void Write(Vector128<byte> folded, ref char target)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref target);
        Vector128.WidenLower(folded).StoreUnsafe(ref units);
        Vector128.WidenUpper(folded).StoreUnsafe(ref units, Window / 2);
    }

    private WordForm RareForm()
    {
        var whole = (1u << Length) - 1;
        var body = _upper | (Folded.GetElement(Length - 1) == 's' ? 1u << (Length - 1) : 0);
        var acronym = Length <= 7 && body == whole && BitOperations.PopCount(_upper) >= 2;
        return (WordForm)(_upper & (uint)WordForm.Capital)
            | (acronym ? WordForm.Acronym : (_upper & ((_letters & ~_upper) << 1)) != 0 ? WordForm.MixedCase : WordForm.None)
            | (_digits != 0 ? WordForm.Code : WordForm.None);
    }

    private static Vector128<byte> First(int length) => Vector128.LoadUnsafe(in MemoryMarshal.GetReference(Mask), (nuint)(Window - length));

    private static ReadOnlySpan<byte> Mask =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Wellread.Sharing;

/// <summary>
/// The emoji that X counts as one, whatever they are made of, as twitter-text 3.1 finds them by twemoji's list. What is joined otherwise, flags of no region, and selectors and skin tones that belong to
/// nothing count by their parts.
/// </summary>
internal static class XEmoji
{
    private const char AsPicture = '\uFE0F';
    private const char AsText = '\uFE0E';
    private const char Keycap = '\u20E3';

    /// <summary>Shown as text or as a picture, as a selector behind them asks (Unicode's emoji-variation-sequences).</summary>
    private static readonly FrozenSet<int> Selectable = Runes(
        "A9 AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 23CF 23ED-23EF 23F1-23F2 23F8-23FA 24C2 25AA-25AB 25B6 25C0 25FB-25FE 2600-2604 260E 2611 2614-2615 2618 261D 2620 2622-2623 "
        + "2626 262A 262E-262F 2638-263A 2640 2642 2648-2653 265F-2660 2663 2665-2666 2668 267B 267F 2692-2697 2699 269B-269C 26A0-26A1 26A7 26AA-26AB 26B0-26B1 26BD-26BE 26C4-26C5 26C8 26CF 26D1 "
        + "26D3-26D4 26E9-26EA 26F0-26F5 26F7-26FA 26FD 2702 2708-2709 270C-270D 270F 2712 2714 2716 271D 2721 2733-2734 2744 2747 2757 2763-2764 27A1 2934-2935 2B05-2B07 2B1B-2B1C 2B50 2B55 3030 "
        + "303D 3297 3299 1F004 1F170-1F171 1F17E-1F17F 1F202 1F21A 1F22F 1F237 1F321 1F324-1F32C 1F336 1F37D 1F396-1F397 1F399-1F39B 1F39E-1F39F 1F3CB-1F3CE 1F3D4-1F3DF 1F3F3 1F3F5 1F3F7 1F43F "
        + "1F441 1F4FD 1F549-1F54A 1F56F-1F570 1F573-1F579 1F587 1F58A-1F58D 1F590 1F5A5 1F5A8 1F5B1-1F5B2 1F5BC 1F5C2-1F5C4 1F5D1-1F5D3 1F5DC-1F5DE 1F5E1 1F5E3 1F5E8 1F5EF 1F5F3 1F5FA 1F6CB "
        + "1F6CD-1F6CF 1F6E0-1F6E5 1F6E9 1F6F0 1F6F3");

    /// <summary>People and hands, which take a skin tone.</summary>
    private static readonly FrozenSet<int> Toned = Runes(
        "261D 26F7 26F9 270A-270D 1F385 1F3C2-1F3C4 1F3C7 1F3CA-1F3CC 1F442-1F443 1F446-1F450 1F466-1F469 1F46B-1F46E 1F470-1F478 1F47C 1F481-1F483 1F485-1F487 1F48F 1F491 1F4AA 1F574-1F575 1F57A "
        + "1F590 1F595-1F596 1F645-1F647 1F64B-1F64F 1F6A3 1F6B4-1F6B6 1F6C0 1F6CC 1F90C 1F90F 1F918-1F91F 1F926 1F930-1F939 1F93D-1F93E 1F977 1F9B5-1F9B6 1F9B8-1F9B9 1F9BB 1F9CD-1F9CF 1F9D1-1F9DD "
        + "1FAC3-1FAC5 1FAF0-1FAF6");

    /// <summary>The length of the emoji of several characters that a text starts with, in UTF-16 units; 0 where it starts with a single character.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 2) return 0;
        if (char.IsAscii(text[0])) return KeycapLength(text);
        if (XEmojiSequences.LengthAt(text) is > 0 and var whole) return whole;
        if (Rune.DecodeFromUtf16(text, out var rune, out var single) != System.Buffers.OperationStatus.Done) return 0;
        var length = single;
        if (length < text.Length && Selectable.Contains(rune.Value))
        {
            if (text[length] == AsText) return 0;
            if (text[length] == AsPicture) length++;
        }
        if (Toned.Contains(rune.Value) && IsTone(text[length..])) length += 2;
        return length == single ? 0 : length;
    }

    /// <summary>From light to dark: U+1F3FB to U+1F3FF.</summary>
    public static bool IsTone(ReadOnlySpan<char> text) => text.Length > 1 && text[0] == '\uD83C' && text[1] is >= '\uDFFB' and <= '\uDFFF';

    private static int KeycapLength(ReadOnlySpan<char> text)
    {
        if (text[0] is not ('#' or '*' or (>= '0' and <= '9'))) return 0;
        var length = text[1] == AsPicture ? 2 : 1;
        return length < text.Length && text[length] == Keycap ? length + 1 : 0;
    }

    private static FrozenSet<int> Runes(string ranges) => ranges.Split(' ').SelectMany(range =>
    {
        var ends = range.Split('-').Select(end => int.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }).ToFrozenSet();
}

using System.Text;

namespace Wellread.Articles;

/// <summary>Characters that no reader sees, or that turn the direction of the text around them.</summary>
internal static class InvisibleCharacters
{
    /// <summary>Soft hyphen, zero-width and direction characters, word joiners, byte order mark, Hangul fillers, noncharacters. Joiners (U+200C, U+200D) too: they mean something only inside emoji and some scripts.</summary>
    public static bool IsInvisible(this Rune rune) => rune.Value is
        0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
        or (>= 0x2060 and <= 0x206F) or 0x3164 or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB) or (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;
}

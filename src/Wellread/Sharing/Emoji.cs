using System.Text;

namespace Wellread.Sharing;

/// <summary>Which clusters of characters are shown as one picture (Unicode Technical Standard 51).</summary>
internal static class Emoji
{
    private const char PictureSelector = '\uFE0F';
    private const char Keycap = '\u20E3';

    public static bool IsAtStartOf(ReadOnlySpan<char> cluster)
    {
        if (cluster.Length < 1 || Rune.DecodeFromUtf16(cluster, out var first, out var length) != System.Buffers.OperationStatus.Done) return false;
        var rest = cluster[length..];
        if (first.Value is '#' or '*' or (>= '0' and <= '9')) return rest.Contains(Keycap);
        if (first.Value is 0xA9 or 0xAE) return rest.StartsWith([PictureSelector]);
        return first.Value is (>= 0x1F000 and <= 0x1FAFF) or 0x203C or 0x2049 or 0x2122 or 0x2139 or (>= 0x2194 and <= 0x21AA) or (>= 0x231A and <= 0x23FF) or 0x24C2
            or (>= 0x25AA and <= 0x25FE) or (>= 0x2600 and <= 0x27BF) or 0x2934 or 0x2935 or (>= 0x2B05 and <= 0x2B55) or 0x3030 or 0x303D or 0x3297 or 0x3299;
    }
}

using System.Text;

namespace Wellread.Feeds;

/// <summary>Names in OPML: what is read and what is written are held to the same, so that a list comes back as it went out.</summary>
internal static class OpmlText
{
    public const int MaxLength = 300;

    /// <summary>One line, blanks collapsed, without what XML forbids or what stands for a lost character, at most <see cref="MaxLength"/> characters.</summary>
    public static string Line(string? text)
    {
        if (text is null) return "";
        var output = new StringBuilder(Math.Min(text.Length, MaxLength));
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var blank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            gap |= blank;
            if (blank || rune.Value is 0xFFFD or 0xFFFE or 0xFFFF) continue;
            var length = rune.Utf16SequenceLength + (gap && output.Length > 0 ? 1 : 0);
            if (output.Length + length > MaxLength) break;
            if (length > rune.Utf16SequenceLength) output.Append(' ');
            output.Append(rune.ToString());
            gap = false;
        }

        return output.ToString();
    }
}

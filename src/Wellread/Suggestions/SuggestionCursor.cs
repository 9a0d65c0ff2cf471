using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Wellread.Suggestions;

/// <summary>
/// Where a next page starts: behind the first <paramref name="Offset"/> of the order as it was at <paramref name="AsOf"/>. Articles that came
/// later don't move it, and what was decided since is passed over, so no suggestion is shown twice or missed.
/// </summary>
internal sealed record SuggestionCursor(DateTimeOffset AsOf, int Offset, string Filter)
{
    private const string Version = "1";
    private const int MaxLength = 300;

    /// <summary>Text that is safe in an address; its inside may change at any time.</summary>
    public string Encode() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version}|{AsOf.UtcTicks}|{Offset}|{Filter}")));

    /// <summary>The cursor, or null where the text is none of ours.</summary>
    public static SuggestionCursor? Decode(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 4) is [Version, var ticks, var offset, var filter]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var asOf)
            && asOf <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new SuggestionCursor(new DateTimeOffset(asOf, TimeSpan.Zero), count, filter)
            : null;
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Wellread.Suggestions;

/// <summary>Where a next page of the log starts: behind <paramref name="After"/>, of the question that <paramref name="Filter"/> tells from others.</summary>
internal sealed record AuditCursor(AuditPosition After, string Filter)
{
    private const string Version = "1";
    private const int MaxLength = 400;

    /// <summary>Text that is safe in an address; its inside may change at any time.</summary>
    public string Encode() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version}|{After.At.UtcTicks}|{After.ArticleId}|{After.Number}|{Filter}")));

    /// <summary>The cursor, or null where the text is none of ours.</summary>
    public static AuditCursor? Decode(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 5) is [Version, var ticks, var article, var number, var filter]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new AuditCursor(new AuditPosition(new DateTimeOffset(at, TimeSpan.Zero), article, place), filter)
            : null;
    }
}

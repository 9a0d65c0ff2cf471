using System.Text;
using System.Text.Unicode;

namespace Wellread.Feeds.Parsing;

/// <summary>How the bytes of a document are to be read, from <paramref name="Start"/> on (behind a byte order mark).</summary>
internal readonly record struct FeedEncoding(Encoding Encoding, int Start)
{
    private const int DeclarationLength = 1024;
    private const int Windows1252 = 1252;
    private const int FewBytes = 24;

    /// <summary>
    /// A byte order mark is believed first, then zero bytes that show UTF-16 or UTF-32, the HTTP charset, the XML declaration, and last
    /// the bytes: UTF-8, with Windows-1252 for each byte that is none.
    /// </summary>
    public static FeedEncoding Detect(ReadOnlySpan<byte> body, string? contentType)
    {
        if (FromMark(body) is { } marked) return marked;
        if (FromZeros(body) is { } wide) return new(wide, 0);
        var declared = Narrow(Charsets.Find(Declared(body)));
        var labelled = Narrow(Charsets.Find(Charsets.OfContentType(contentType))) ?? declared;
        if (Utf8.IsValid(body)) return new(IsChanceUtf8(body, labelled) ? labelled! : Charsets.Utf8, 0);
        if (IsBelievable(labelled)) return new(labelled!, 0);
        if (IsBelievable(declared)) return new(declared!, 0);
        return new((labelled is null ? Charsets.OfLanguage(body) : null) ?? Charsets.MendingUtf8, 0);
    }

    /// <summary>Whether a label says more than servers and tools say when nobody told them, and can be right for bytes that are no UTF-8.</summary>
    private static bool IsBelievable(Encoding? label) => label is not null && label.CodePage != Windows1252 && label.CodePage != Charsets.Utf8.CodePage;

    /// <summary>
    /// Whether bytes that are valid UTF-8 are something else for all that: an encoding that shifts by escapes looks like ASCII, and a few
    /// letters of another encoding can look like UTF-8.
    /// </summary>
    private static bool IsChanceUtf8(ReadOnlySpan<byte> body, Encoding? label)
    {
        if (!IsBelievable(label)) return false;
        if (body.Contains((byte)0x1B)) return true;
        var wide = 0;
        foreach (var value in body)
            if (value >= 0x80 && ++wide > FewBytes) return false;
        return wide > 0;
    }

    /// <summary>A label read from bytes as ASCII, or sent with bytes that hold no zeros, can't mean UTF-16 or UTF-32.</summary>
    private static Encoding? Narrow(Encoding? label) => label?.IsWide() == true ? null : label;

    private static FeedEncoding? FromMark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Utf8.IsValid(body) ? Charsets.Utf8 : Charsets.MendingUtf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => new(new UTF32Encoding(bigEndian: false, byteOrderMark: false), 4),
        [0, 0, 0xFE, 0xFF, ..] => new(new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static Encoding? FromZeros(ReadOnlySpan<byte> body) => body switch
    {
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<', 0, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        _ => null,
    };

    /// <summary>The encoding's name in the XML declaration, read as ASCII.</summary>
    private static string? Declared(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, DeclarationLength)];
        var start = head.IndexOf("<?xml"u8);
        if (start < 0) return null;
        head = head[start..];
        var end = head.IndexOf((byte)'>');
        if (end > 0) head = head[..end];
        var at = head.IndexOf("encoding"u8);
        if (at < 0) return null;
        head = head[(at + 8)..].TrimStart(" \t\r\n="u8);
        if (head.IsEmpty || head[0] is not ((byte)'"' or (byte)'\'')) return null;
        var close = head[1..].IndexOf(head[0]);
        return close < 0 ? null : Encoding.ASCII.GetString(head.Slice(1, close));
    }
}

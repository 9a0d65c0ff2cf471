using System.Text;
using System.Text.Unicode;

namespace Wellread.Feeds.Parsing;

/// <summary>How the bytes of a document are to be read, from <paramref name="Start"/> on (behind a byte order mark).</summary>
internal readonly record struct FeedEncoding(Encoding Encoding, int Start)
{
    private const int DeclarationLength = 1024;

    // What a server or an authoring tool says when nobody told it: not to be believed against bytes that are valid UTF-8.
    private const int Windows1252 = 1252;

    /// <summary>
    /// A byte order mark is believed first, then zero bytes that show UTF-16 or UTF-32, the HTTP charset, the XML declaration, and last
    /// the bytes: UTF-8, with Windows-1252 for each byte that is none.
    /// </summary>
    public static FeedEncoding Detect(ReadOnlySpan<byte> body, string? contentType)
    {
        if (FromMark(body) is { } marked) return marked;
        if (FromZeros(body) is { } wide) return new(wide, 0);
        var declared = Charsets.Find(Declared(body));
        var labelled = Charsets.Find(Charsets.OfContentType(contentType)) ?? declared;
        if (labelled is not null && !labelled.IsSingleByteOrUtf8Compatible()) labelled = declared?.IsSingleByteOrUtf8Compatible() == true ? declared : null;
        if (Utf8.IsValid(body))
        {
            // Stateful encodings look like ASCII; others that are valid UTF-8 by chance are no wider than a few characters.
            var keep = labelled is not null && labelled.CodePage is not Windows1252 && !Ascii.IsValid(body) || body.Contains((byte)0x1B);
            return new(keep ? labelled ?? Charsets.Utf8 : Charsets.Utf8, 0);
        }

        if (labelled is null || labelled.CodePage == Charsets.Utf8.CodePage) labelled = declared is null ? Charsets.OfLanguage(body) : declared;
        return new(labelled is null || labelled.CodePage == Charsets.Utf8.CodePage ? Charsets.MendingUtf8 : labelled, 0);
    }

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

using System.Text;

namespace Wellread.Feeds.Parsing;

/// <summary>Charset names as documents and servers write them, and what is meant by them.</summary>
internal static class Charsets
{
    private static readonly int[] WideCodePages = [1200, 1201, 12000, 12001];

    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>UTF-8 that reads each byte which is none as Windows-1252: what pasting from office programs leaves behind.</summary>
    public static Encoding MendingUtf8 { get; } = Encoding.GetEncoding(Utf8.CodePage, EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static bool IsWide(this Encoding encoding) => WideCodePages.Contains(encoding.CodePage);

    /// <summary>The charset parameter of a Content-Type header, or null.</summary>
    public static string? OfContentType(string? contentType)
    {
        var at = contentType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0) return null;
        var value = contentType.AsSpan(at + "charset".Length).TrimStart();
        if (value.IsEmpty || value[0] != '=') return null;
        value = value[1..].TrimStart(" \"'");
        var end = value.IndexOfAny(" \"';,");
        return (end < 0 ? value : value[..end]).ToString();
    }

    /// <summary>Null for a name that means nothing, and for UTF-7, which hides markup from whoever looks at the bytes.</summary>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 40) return null;
        name = name.Trim().ToLowerInvariant().Replace('_', '-');
        name = name switch
        {
            // As browsers read them: supersets, where authors mean the superset.
            "iso-8859-1" or "iso8859-1" or "iso88591" or "latin1" or "latin-1" or "l1" or "us-ascii" or "ascii" or "ansi" or "windows1252" or
                "cp1252" or "cp-1252" or "win-1252" => "windows-1252",
            "iso-8859-9" or "latin5" => "windows-1254",
            "iso-8859-11" or "tis-620" => "windows-874",
            "gb2312" or "gbk" or "x-gbk" or "gb-2312" or "gb-2312-80" or "cp936" => "gb18030",
            "euc-kr" or "ks-c-5601-1987" or "ksc5601" or "cp949" or "uhc" => "ks_c_5601-1987",
            "x-sjis" or "sjis" or "shift-jis" or "cp932" or "windows-31j" or "ms932" => "shift_jis",
            "big5-hkscs" => "big5",
            "utf8" or "unicode" or "utf-8n" => "utf-8",
            _ when name.StartsWith("cp125", StringComparison.Ordinal) => "windows-125" + name[5..],
            _ when name.StartsWith("win-125", StringComparison.Ordinal) => "windows-125" + name[7..],
            _ => name,
        };
        if (name is "utf-7" or "csutf7" or "unicode-1-1-utf-7" or "x-unicode-2-0-utf-7") return null;
        try
        {
            return name == "utf-8" ? Utf8 : Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads U+0080 to U+009F as the Windows-1252 bytes that they were before somebody wrote them as <c>&amp;#146;</c>; they mean nothing else.
    /// </summary>
    public static string MendControls(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
            ? string.Create(text.Length, text, static (mended, original) =>
            {
                for (var i = 0; i < mended.Length; i++) mended[i] = original[i] is >= '\u0080' and <= '\u009F' ? OfByte((byte)original[i]) : original[i];
            })
            : text;

    private static char OfByte(byte value) => Windows1252.GetString([value])[0];

    /// <summary>For a document that is not UTF-8 and does not say what it is: the code page that its language was written in on most machines.</summary>
    public static Encoding? OfLanguage(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, 4096)];
        var at = head.IndexOf("<language>"u8);
        var value = at >= 0 ? head[(at + "<language>".Length)..].TrimStart(" \r\n\t"u8) : default;
        if (at < 0 && (at = head.IndexOf("xml:lang="u8)) >= 0) value = head[(at + "xml:lang=".Length + 1)..];
        return value switch
        {
            [(byte)'r', (byte)'u', ..] or [(byte)'u', (byte)'k', ..] or [(byte)'b', (byte)'g', ..] => Find("windows-1251"),
            [(byte)'p', (byte)'l', ..] or [(byte)'c', (byte)'s', ..] or [(byte)'h', (byte)'u', ..] => Find("windows-1250"),
            [(byte)'e', (byte)'l', ..] => Find("windows-1253"),
            [(byte)'t', (byte)'r', ..] => Find("windows-1254"),
            [(byte)'h', (byte)'e', ..] => Find("windows-1255"),
            [(byte)'a', (byte)'r', ..] => Find("windows-1256"),
            [(byte)'t', (byte)'h', ..] => Find("windows-874"),
            [(byte)'z', (byte)'h', ..] => Find("gb18030"),
            [(byte)'k', (byte)'o', ..] => Find("euc-kr"),
            [(byte)'j', (byte)'a', ..] => Find("shift_jis"),
            _ => null,
        };
    }

    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _chars = "";
            private int _next;

            public override int Remaining => _chars.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                _chars = Windows1252.GetString(bytesUnknown);
                _next = 0;
                return true;
            }

            public override char GetNextChar() => _next < _chars.Length ? _chars[_next++] : '\0';

            public override bool MovePrevious() => _next > 0 && --_next >= 0;

            public override void Reset() => _next = _chars.Length;
        }
    }
}

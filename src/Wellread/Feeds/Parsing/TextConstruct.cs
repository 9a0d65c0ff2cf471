using System.Buffers.Text;
using System.Text;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// Text as Atom has it, with its type (RFC 4287, 3.1) or its mode (Atom 0.3), and as RSS has it, which says nothing about it. The answer is
/// markup in every case.
/// </summary>
internal static class TextConstruct
{
    public static string Read(XmlCursor cursor)
    {
        var type = cursor.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        var mode = cursor.Attribute("mode")?.Trim().ToLowerInvariant() ?? "";
        if (mode == "base64" || (mode.Length == 0 && IsBinary(type))) return Decode(cursor.Text());
        if (mode == "escaped") return cursor.Text();
        return type switch
        {
            "xhtml" => WithoutDiv(cursor.Markup()),
            "application/xhtml+xml" when !IsAtom03(cursor) => WithoutDiv(cursor.Markup()),
            "html" => ReadHtml(cursor),
            _ when type.EndsWith("xml", StringComparison.Ordinal) => cursor.Markup().Trim(),
            _ => cursor.Text(),
        };
    }

    /// <summary>Some write the markup itself where they say that it is escaped, and then in a <c>div</c> as for XHTML.</summary>
    private static string ReadHtml(XmlCursor cursor)
    {
        var text = cursor.Text(escaped: true);
        return cursor.HadElements ? WithoutDiv(text) : text;
    }

    /// <summary>Atom 0.3 asks for no <c>div</c>, so one there is the author's own.</summary>
    private static bool IsAtom03(XmlCursor cursor) => cursor.NamespaceAddress.Contains("purl.org/atom", StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 4287, 4.1.3.3: any media type but text and XML is in Base64.</summary>
    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) &&
        !type.EndsWith("xml", StringComparison.Ordinal) && !type.Contains("html", StringComparison.Ordinal);

    /// <summary>The one <c>div</c> that RFC 4287, 3.1.1.3, asks for is no part of the content.</summary>
    private static string WithoutDiv(string markup)
    {
        const string start = "<div>";
        const string end = "</div>";
        var trimmed = markup.Trim();
        if (!trimmed.StartsWith(start, StringComparison.Ordinal) || !trimmed.EndsWith(end, StringComparison.Ordinal)) return markup;
        var inner = trimmed[start.Length..^end.Length];
        // Two divs side by side are no wrapper.
        return inner.Contains(end, StringComparison.Ordinal) ? markup : inner;
    }

    private static string Decode(string text) =>
        Base64.IsValid(text.AsSpan()) ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text;
}

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
        var type = cursor.Attribute("type")?.Trim() ?? "";
        var mode = cursor.Attribute("mode")?.Trim() ?? "";
        if (mode.Equals("base64", StringComparison.OrdinalIgnoreCase)) return Decode(cursor.Text());
        if (type.Equals("xhtml", StringComparison.OrdinalIgnoreCase) || IsXml(type)) return ReadXhtml(cursor, mode);
        if (mode.Equals("xml", StringComparison.OrdinalIgnoreCase)) return cursor.Text();
        var text = cursor.Text();
        return type.Equals("text", StringComparison.OrdinalIgnoreCase) && text.AsSpan().ContainsAny('<', '&')
            ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            : text;
    }

    private static bool IsXml(string type) =>
        type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/xml", StringComparison.OrdinalIgnoreCase);

    private static string ReadXhtml(XmlCursor cursor, string mode) =>
        mode.Equals("escaped", StringComparison.OrdinalIgnoreCase) ? cursor.Text() : WithoutDiv(cursor.Markup().Trim());

    /// <summary>The one <c>div</c> that RFC 4287, 3.1.1.3, asks for is no part of the content.</summary>
    private static string WithoutDiv(string markup)
    {
        const string start = "<div>";
        const string end = "</div>";
        if (!markup.StartsWith(start, StringComparison.Ordinal) || !markup.EndsWith(end, StringComparison.Ordinal)) return markup;
        var inner = markup[start.Length..^end.Length];
        // Two divs side by side are no wrapper.
        return inner.Contains(end, StringComparison.Ordinal) ? markup : inner;
    }

    private static string Decode(string text)
    {
        if (!Base64.IsValid(text.AsSpan())) return text;
        return Encoding.UTF8.GetString(Convert.FromBase64String(text));
    }
}

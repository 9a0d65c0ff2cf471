namespace Wellread.Sharing;

/// <summary>
/// The links that X finds in a text, with or without <c>https://</c>, by the rules of its conformance suite (twitter-text, <c>extract.yml</c>). Each counts 23,
/// whatever its length.
/// </summary>
internal static class XUrls
{
    /// <summary>In the order of the text, not overlapping, in UTF-16 units.</summary>
    public static List<Range> Find(ReadOnlySpan<char> text)
    {
        var found = new List<Range>();
        for (var i = 0; i < text.Length;)
        {
            var length = LengthAt(text, i);
            if (length > 0)
            {
                found.Add(i..(i + length));
                i += length;
            }
            else
            {
                i++;
            }
        }
        return found;
    }

    private static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '@' or '＠' or '$' or '#' or '＃')) return 0;
        var scheme = SchemeLength(text[start..]);
        if (scheme > 0)
        {
            var withScheme = XUrlParts.HostLength(text[(start + scheme)..], bare: false);
            return withScheme > 0 ? Complete(text[start..], scheme + withScheme) : 0;
        }
        if (start > 0 && (text[start - 1] is '-' or '_' or '.' or '/' || XUrlParts.IsBareLabelCharacter(text[start - 1]))) return 0;
        var bare = XUrlParts.HostLength(text[start..], bare: true);
        return bare > 0 ? bare + XUrlParts.TailLength(text[(start + bare)..]) : 0;
    }

    private static int SchemeLength(ReadOnlySpan<char> text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;

    /// <summary>X's own short links end behind their code of at most 40 characters; a query may follow.</summary>
    private static int Complete(ReadOnlySpan<char> url, int hostEnd)
    {
        var tail = url[hostEnd..];
        var isShort = url[..hostEnd].EndsWith("//t.co", StringComparison.OrdinalIgnoreCase) && tail.StartsWith("/");
        if (!isShort) return hostEnd + XUrlParts.TailLength(tail);
        var code = 1;
        while (code < tail.Length && char.IsAsciiLetterOrDigit(tail[code])) code++;
        if (code == 1) return hostEnd + XUrlParts.TailLength(tail);
        return code - 1 > 40 ? 0 : hostEnd + code + XUrlParts.QueryLength(tail[code..]);
    }
}

namespace Wellread.Feeds.Parsing;

/// <summary>Makes links absolute by RFC 3986, 5.2, on the text itself, so that a link that is absolute already stays as the feed wrote it.</summary>
internal static class LinkResolver
{
    /// <summary>The link against a base; as it is where there is no base or none that can serve (relative itself, or too long).</summary>
    public static string Resolve(string? baseAddress, string link)
    {
        link = Clean(link);
        if (baseAddress is null || baseAddress.Length > FeedLimits.MaxBaseLength || HasScheme(link)) return link;
        var scheme = SchemeLength(baseAddress);
        if (scheme == 0) return link;
        if (link.StartsWith("//", StringComparison.Ordinal)) return string.Concat(baseAddress.AsSpan(0, scheme + 1), link);
        if (!baseAddress.AsSpan(scheme).StartsWith("://")) return link;

        var pathStart = baseAddress.AsSpan(scheme + 3).IndexOfAny("/?#");
        pathStart = pathStart < 0 ? baseAddress.Length : pathStart + scheme + 3;
        var origin = baseAddress.AsSpan(0, pathStart);
        var path = Until(baseAddress.AsSpan(pathStart), "?#");
        if (link.Length == 0) return Until(baseAddress, "#").ToString();
        return link[0] switch
        {
            '#' => string.Concat(Until(baseAddress, "#"), link),
            '?' => string.Concat(origin, path, link),
            '/' => string.Concat(origin, WithoutDots(link)),
            _ => string.Concat(origin, WithoutDots(string.Concat(path.IsEmpty ? "/" : path[..(path.LastIndexOf('/') + 1)], link))),
        };
    }

    public static bool HasScheme(ReadOnlySpan<char> link) => SchemeLength(link) > 0;

    /// <summary>Without the white space around it and the line breaks inside it, which XML layout leaves.</summary>
    public static string Clean(string link)
    {
        link = link.Trim();
        return link.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Concat(link.Split(['\n', '\r', '\t'], StringSplitOptions.TrimEntries)) : link;
    }

    private static int SchemeLength(ReadOnlySpan<char> link)
    {
        var colon = link.IndexOfAny(":/?#");
        if (colon < 1 || link[colon] != ':' || !char.IsAsciiLetter(link[0])) return 0;
        foreach (var c in link[..colon])
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return 0;
        return colon;
    }

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> text, ReadOnlySpan<char> any)
    {
        var at = text.IndexOfAny(any);
        return at < 0 ? text : text[..at];
    }

    /// <summary>Takes <c>.</c> and <c>..</c> segments out of a path that starts with a slash; a query is left alone.</summary>
    private static string WithoutDots(string link)
    {
        if (!link.Contains("/.", StringComparison.Ordinal)) return link;
        var end = link.AsSpan().IndexOfAny("?#");
        var path = end < 0 ? link : link[..end];
        var kept = new List<string>();
        var segments = path[1..].Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] is not ("." or "..")) kept.Add(segments[i]);
            else
            {
                if (segments[i] == ".." && kept.Count > 0) kept.RemoveAt(kept.Count - 1);
                if (i == segments.Length - 1) kept.Add("");
            }
        }

        return string.Concat("/", string.Join('/', kept), end < 0 ? "" : link[end..]);
    }
}

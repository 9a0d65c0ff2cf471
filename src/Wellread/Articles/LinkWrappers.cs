namespace Wellread.Articles;

/// <summary>
/// Redirectors whose address carries the page's own. Only these named ones: a parameter called <c>url</c> on any other site may be part of its
/// page, and the ones that only carry a number (FeedBurner, Pheedo) can't be opened without asking them.
/// </summary>
internal static class LinkWrappers
{
    private static readonly (string Host, string Path, string[] Names)[] ByParameter =
    [
        ("www.google.com", "/url", ["url", "q"]),
        ("news.google.com", "/news/url", ["url"]),
        ("www.bing.com", "/news/apiclick.aspx", ["url"]),
        ("l.facebook.com", "/l.php", ["u"]),
        ("lm.facebook.com", "/l.php", ["u"]),
        ("l.instagram.com", "/", ["u"]),
        ("out.reddit.com", "/", ["url"]),
        ("www.linkedin.com", "/redir/redirect", ["url"]),
        ("t.umblr.com", "/redirect", ["z"]),
        ("slack-redir.net", "/link", ["url"]),
        ("go.redirectingat.com", "/", ["url"]),
        ("redirect.viglink.com", "/", ["u"]),
        ("steamcommunity.com", "/linkfilter/", ["url", "u"]),
        ("www.youtube.com", "/redirect", ["q"]),
    ];

    /// <summary>The address inside, or null where <paramref name="link"/> is no known wrapper.</summary>
    public static string? Open(Uri link)
    {
        foreach (var (host, path, names) in ByParameter)
        {
            if (!link.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || !link.AbsolutePath.StartsWith(path, StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var name in names)
            {
                if (Parameter(link.Query, name) is { } inner && inner.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return inner;
            }
        }
        return OpenAmpCache(link);
    }

    private static string? Parameter(string query, string name)
    {
        foreach (var part in query.TrimStart('?').Split('&'))
        {
            if (part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase)) return Uri.UnescapeDataString(part[(name.Length + 1)..]);
        }
        return null;
    }

    /// <summary><c>google.com/amp/s/HOST/PATH</c> and <c>X.cdn.ampproject.org/c/s/HOST/PATH</c>; the <c>s</c> stands for https.</summary>
    private static string? OpenAmpCache(Uri link)
    {
        var path = link.PathAndQuery;
        if (link.Host.EndsWith(".google.com", StringComparison.OrdinalIgnoreCase) && path.StartsWith("/amp/", StringComparison.Ordinal)) path = path[5..];
        else if (link.Host.EndsWith(".cdn.ampproject.org", StringComparison.OrdinalIgnoreCase) && path.Length > 3 && path[2] == '/') path = path[3..];
        else return null;
        return path.StartsWith("s/", StringComparison.Ordinal) ? $"https://{path[2..]}" : $"http://{path}";
    }
}

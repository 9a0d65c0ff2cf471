namespace Wellread.Articles;

/// <summary>From a page's AMP or mobile twin to the page itself.</summary>
internal static class LinkFolding
{
    /// <summary>Second-level labels below a country's domain, so that <c>m.bbc.co.uk</c> becomes <c>www.bbc.co.uk</c>.</summary>
    private static readonly string[] CountrySeconds = ["co", "com", "org", "gov", "gob", "gouv", "govt", "net", "edu", "ac", "or", "ne", "nhs", "sch", "gc", "on", "qc"];

    public static string Host(string host) => UntilStable(host, FoldHost);

    public static string Path(string path) => UntilStable(path, FoldPath);

    private static string UntilStable(string value, Func<string, string> fold)
    {
        for (var folded = fold(value); folded != value; folded = fold(value)) value = folded;
        return value;
    }

    private static string FoldHost(string host)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["www.m.", "m.", "mobile.", "amp.", "www-m."])
        {
            if (!host.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var rest = host[prefix.Length..];
            if (rest.Contains('.', StringComparison.Ordinal)) return rest.StartsWith("www.", StringComparison.Ordinal) || !IsSite(rest) ? rest : $"www.{rest}";
        }
        return host.EndsWith(".m.wikipedia.org", StringComparison.Ordinal) ? host.Replace(".m.", ".", StringComparison.Ordinal) : host;
    }

    private static string FoldPath(string path)
    {
        if (path.EndsWith("/amp/", StringComparison.Ordinal)) return OrRoot(path[..^4]);
        if (path.EndsWith("/amp", StringComparison.Ordinal)) return OrRoot(path[..^4]);
        if (path.EndsWith(".amp.html", StringComparison.Ordinal)) return path[..^9] + ".html";
        if (path.EndsWith(".amp", StringComparison.Ordinal)) return path[..^4];
        return path.StartsWith("/amp/", StringComparison.Ordinal) && path.Length > 5 ? path[4..] : path;
    }

    public static bool IsAmpParameter(string name, string value) => name switch
    {
        "amp" or "_amp" or "isAmp" => value is "" or "1" or "true",
        "outputType" or "output" or "format" or "view" => value.Equals("amp", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string OrRoot(string path) => path.Length == 0 ? "/" : path;

    /// <summary>True for <c>example.com</c> and <c>example.co.uk</c>, which have a <c>www</c> as a rule; <c>health.example.com</c> has not.</summary>
    private static bool IsSite(string host)
    {
        var labels = host.Split('.');
        return labels.Length == 2 || (labels.Length == 3 && labels[2].Length == 2 && CountrySeconds.Contains(labels[1]));
    }
}

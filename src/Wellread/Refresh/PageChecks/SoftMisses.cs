using System.Collections.Frozen;

namespace Wellread.Refresh.PageChecks;

/// <summary>Tells a page that is gone though its site answers with another one ("soft 404"): visitors are sent to the front page or to one for missing pages.</summary>
internal static class SoftMisses
{
    private static readonly FrozenSet<string> MissingPages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "404", "404.html", "404.htm", "404.php", "404.aspx", "not-found", "notfound", "page-not-found", "pagenotfound");

    private static readonly FrozenSet<string> FrontPages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "index.html", "index.htm", "index.php", "default.aspx", "home", "en", "es");

    /// <param name="asked">The article's address.</param>
    /// <param name="answered">The address that answered, behind all redirects.</param>
    public static bool Is(Uri asked, Uri answered)
    {
        if (asked == answered || Segments(asked) is not { Length: > 0 } own || (own.Length == 1 && FrontPages.Contains(own[0]))) return false;
        var segments = Segments(answered);
        if (segments.Length > 0 && MissingPages.Contains(segments[^1])) return true;
        // A front page with a query may be the article: "/?p=123".
        return answered.Query.Length <= 1 && IsSameSite(asked, answered) && segments is [] or [_] && segments.All(FrontPages.Contains);
    }

    private static string[] Segments(Uri url) => url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsSameSite(Uri one, Uri other) => Bare(one.IdnHost) == Bare(other.IdnHost);

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}

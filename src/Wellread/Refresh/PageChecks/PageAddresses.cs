using System.Globalization;
using System.Text.RegularExpressions;

namespace Wellread.Refresh.PageChecks;

/// <summary>The addresses that a page sends readers and networks to. Pure.</summary>
internal static partial class PageAddresses
{
    /// <summary>A page that is left behind after longer is meant to be read.</summary>
    private const double LongestWait = 30;

    /// <summary>Where a <c>refresh</c> leads by itself (HTML 4.2.5.3); null where it leads nowhere, or late.</summary>
    public static string? OfRefresh(string content) =>
        Refresh().Match(content) is { Success: true } match
        && double.TryParse(match.Groups["wait"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wait) && wait <= LongestWait
            ? match.Groups["to"].Value.Trim().Trim('\'', '"')
            : null;

    /// <summary>In full; null where it is no address of a page.</summary>
    public static Uri? In(Uri page, string? address) =>
        address is { Length: > 0 and <= 2_048 } && Uri.TryCreate(page, address, out var full) && full.Scheme is "https" or "http" && full.UserInfo.Length == 0 ? full : null;

    /// <summary>Whether both are one site, or one is a part of the other.</summary>
    public static bool AreOneSite(Uri one, Uri other)
    {
        var (a, b) = (Bare(one.IdnHost), Bare(other.IdnHost));
        return a == b || a.EndsWith($".{b}", StringComparison.Ordinal) || b.EndsWith($".{a}", StringComparison.Ordinal);
    }

    public static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    [GeneratedRegex(@"^\s*(?<wait>[0-9]{1,6}(\.[0-9]*)?)\s*[;,]\s*(url\s*=\s*)?(?<to>.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Refresh();
}

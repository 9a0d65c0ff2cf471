using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Wellread.Articles;

/// <summary>
/// One address per page. <see cref="From"/> makes only changes after which the link still opens the same page, as it is what gets shared;
/// <see cref="KeyOf"/> goes further, as it is only compared. Both are pure, never throw, and change nothing when applied twice.
/// </summary>
internal static class CanonicalLink
{
    private const int MaxLength = 4_096;
    private const int MaxWrappers = 3;
    private static readonly SearchValues<char> NeverInHost = SearchValues.Create(" @%<>\"'`{}|^");

    /// <summary>
    /// The link as it is kept: absolute, http or https, host in lower case and punycode, no user info, default port, tracking parameters or fragment (a
    /// <c>#!</c> route stays), AMP and mobile addresses folded, redirectors that carry the address opened. The order of the query and a
    /// trailing slash stay as published, since servers may tell them apart. Null for anything that is no plain web address.
    /// </summary>
    public static string? From(string? link)
    {
        for (var round = 0; round <= MaxWrappers; round++)
        {
            if (Read(link) is not { } address) return null;
            if (LinkWrappers.Open(address) is { } inner) link = inner;
            else return Write(address);
        }
        return null;
    }

    /// <summary>What two links to the same page have in common: no scheme, no <c>www.</c>, query sorted, no trailing slash or index page.</summary>
    public static string KeyOf(string canonical)
    {
        var uri = new Uri(canonical);
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
        var path = uri.AbsolutePath;
        foreach (var page in (ReadOnlySpan<string>)["/index.html", "/index.htm", "/index.php", "/default.aspx"])
        {
            if (path.EndsWith(page, StringComparison.OrdinalIgnoreCase)) path = path[..^page.Length];
        }
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(query, StringComparer.Ordinal);
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{host}{port}{path.TrimEnd('/')}?{string.Join('&', query)}{uri.Fragment}";
    }

    /// <summary><c>art_</c> and the first 100 bits of the SHA-256 of <see cref="KeyOf"/>, in lower-case base 32 (RFC 4648).</summary>
    public static string ArticleIdOf(string canonical)
    {
        const string alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(KeyOf(canonical)));
        return "art_" + string.Create(20, hash, static (target, bytes) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[bit / 8 + 1];
                target[i] = alphabet[(pair >> (11 - bit % 8)) & 31];
            }
        });
    }

    private static Uri? Read(string? link)
    {
        var text = link?.Trim(' ', '\t', '\r', '\n', '\f');
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength || !IsWebScheme(text) || HasUnsafeCharacter(text)) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || !IsWebScheme(uri.AbsoluteUri)) return null;
        return HostOf(uri).Length > 0 && uri.Port > 0 ? uri : null;
    }

    private static bool IsWebScheme(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Controls, characters that no one sees or that turn text around, and the backslash that browsers read as a slash.</summary>
    private static bool HasUnsafeCharacter(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\\' or 0xFFFD or (>= 0xE0000 and <= 0xE007F) || Rune.IsControl(rune) || rune.IsInvisible()) return true;
        }
        var host = text.AsSpan(text.IndexOf("//", StringComparison.Ordinal) + 2);
        var end = host.IndexOfAny("/?#");
        return (end < 0 ? host : host[..end]).ContainsAny(NeverInHost);
    }

    /// <summary>The host in punycode; empty where it can't be written so (<see cref="Uri.IdnHost"/> throws on some hosts that parsed).</summary>
    private static string HostOf(Uri uri)
    {
        try
        {
            var host = uri.IdnHost.TrimEnd('.').ToLowerInvariant();
            return uri.HostNameType == UriHostNameType.IPv6 ? $"[{host.Trim('[', ']')}]" : host;
        }
        catch (Exception error) when (error is ArgumentException or UriFormatException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string? Write(Uri uri)
    {
        var host = LinkFolding.Host(HostOf(uri));
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var path = LinkFolding.Path(uri.AbsolutePath);
        var query = KeptQuery(host, uri.Query);
        var fragment = uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? uri.Fragment : "";
        var link = $"{uri.Scheme}://{host}{port}{path}{query}{fragment}".Replace("'", "%27", StringComparison.Ordinal);
        return Uri.TryCreate(link, UriKind.Absolute, out var check) && check.Host.Length > 0 && check.AbsoluteUri == link && link.Length <= MaxLength
            ? link : null;
    }

    private static string KeptQuery(string host, string query)
    {
        var kept = new StringBuilder();
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            // Some feeds encode the ampersand twice, so that "amp;utm_source" arrives as a name.
            var plain = name.StartsWith("amp;", StringComparison.Ordinal) ? name[4..] : name;
            if (TrackingParameters.Contains(host, plain, value) || LinkFolding.IsAmpParameter(plain, value)) continue;
            kept.Append(kept.Length == 0 ? '?' : '&').Append(part);
        }
        return kept.ToString();
    }
}

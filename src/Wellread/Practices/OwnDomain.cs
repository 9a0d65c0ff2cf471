using Wellread.Articles;

namespace Wellread.Practices;

/// <summary>The sites that a practice runs itself, by host name.</summary>
internal static class OwnDomain
{
    private const string Www = "www.";

    /// <summary>The host of a site as somebody types it, in lower case and punycode, without <c>www.</c>; null where it is no site's name.</summary>
    public static string? From(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (CanonicalLink.From(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}/") is not { } link) return null;
        var uri = new Uri(link);
        if (!uri.IsDefaultPort || uri.PathAndQuery != "/" || uri.HostNameType != UriHostNameType.Dns) return null;
        var host = uri.Host.StartsWith(Www, StringComparison.Ordinal) ? uri.Host[Www.Length..] : uri.Host;
        return host.Contains('.', StringComparison.Ordinal) ? host : null;
    }

    /// <summary>Whether the link leads to one of these sites or to a part of it, such as <c>blog.</c> before its name.</summary>
    public static bool Covers(IEnumerable<string> domains, string link)
    {
        var host = new Uri(link).Host;
        return domains.Any(domain => host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal));
    }
}

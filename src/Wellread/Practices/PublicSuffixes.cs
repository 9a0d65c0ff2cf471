using System.Collections.Frozen;
using System.Reflection;

namespace Wellread.Practices;

/// <summary>Names under which anybody can have a site of their own, such as <c>co.uk</c> or <c>wixsite.com</c>, by the Public Suffix List (publicsuffix.org) and some that it lacks.</summary>
internal static class PublicSuffixes
{
    private const string Any = "*.";
    private const char Except = '!';
    private static readonly FrozenSet<string> Rules = Load();

    /// <summary>Builders of sites and networks that are not on that list, under whose names everybody writes.</summary>
    private static readonly FrozenSet<string> Shared = FrozenSet.Create(
        StringComparer.Ordinal,
        "blogger.com", "business.site", "canalblog.com", "facebook.com", "ghost.io", "godaddysites.com", "google.com", "instagram.com", "jimdo.com", "jimdofree.com", "jimdosite.com",
        "linkedin.com", "linktr.ee", "livejournal.com", "medium.com", "mystrikingly.com", "over-blog.com", "pinterest.com", "reddit.com", "site123.me", "sites.google.com", "squarespace.com",
        "strikingly.com", "substack.com", "threads.com", "threads.net", "tiktok.com", "tumblr.com", "twitter.com", "typepad.com", "ueniweb.com", "webnode.com", "webnode.page", "weebly.com",
        "weeblysite.com", "wix.com", "wordpress.com", "x.com", "youtube.com", "zyrosite.com");

    /// <param name="host">In lower case and ASCII.</param>
    public static bool Contains(string host)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || Rules.Contains(host) || Shared.Contains(host)
            // What stands above any name is nobody's own site either.
            || Rules.Contains($"{Any}{host}")
            || (Rules.Contains($"{Any}{host[(dot + 1)..]}") && !Rules.Contains($"{Except}{host}"));
    }

    private static FrozenSet<string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wellread.Practices.public-suffixes.txt")
            ?? throw new InvalidOperationException("The list of public suffixes is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(':', 2))
            .SelectMany(parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => $"{name}.{parts[0]}"))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}

using System.Text.RegularExpressions;

namespace Wellread.Sharing;

/// <summary>
/// Web and mail addresses in words that are not ours: a network makes each a link to somebody else's page. Where words lean on one its site's name stays in its place ("says cheap-pills, and"), so that
/// no hole is left. Governments' addresses, which nobody else can have, stay.
/// </summary>
internal static partial class Addresses
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static bool AreIn(string text) => Whole().IsMatch(text) || XUrls.Find(text).Count > 0;

    /// <summary>A title without addresses; empty where nothing else is in it.</summary>
    public static string Without(string title)
    {
        var words = Whole().Replace(title, match => NeedsAName(title, match) ? NameOf(match.Value) : " ");
        foreach (var range in XUrls.Find(words).AsEnumerable().Reverse()) words = $"{words[..range.Start]}{Plain(words[range])}{words[range.End..]}";
        return Blanks().Replace(words, " ").Trim().TrimEnd(':', ',', '&', '|', '-', '–', '—', ' ');
    }

    private static bool NeedsAName(string title, Match match) => Leaning().IsMatch(title[..match.Index]) || After().IsMatch(title[(match.Index + match.Length)..]);

    // "heals.Rest" lacks a blank.
    private static string Plain(string bare)
    {
        var dot = bare.LastIndexOf('.');
        if (dot > 0 && dot + 2 < bare.Length && char.IsUpper(bare[dot + 1]) && char.IsLower(bare[dot + 2]) && !bare.Contains('/', StringComparison.Ordinal)) return $"{bare[..(dot + 1)]} {bare[(dot + 1)..]}";
        return Governments().IsMatch(bare) ? bare : NameOf(bare);
    }

    private static string NameOf(string address)
    {
        var host = Host().Match(address).Groups["host"].Value.Split('.', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (host.Count > 1) host.RemoveAt(host.Count - 1);
        if (host.Count > 1 && SecondLevel().IsMatch(host[^1])) host.RemoveAt(host.Count - 1);
        return host.Count > 0 && Name().IsMatch(host[^1]) ? host[^1] : "";
    }

    [GeneratedRegex(@"[^\s,;()""“”]*(://|\bwww\.)[^\s,;()""“”]*(?<![.:!?])|[\w.+-]+@[\w-]+\.\w[^\s,;()""“”]*(?<![.:!?])", Options)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^([^/@]*://)?(?:[^/@\s]*@)?(?:www\.)?(?<host>[^/?#:\s]+)", Options)]
    private static partial Regex Host();

    [GeneratedRegex(@"^(com?|org|net|gov|gob|ac|edu|nhs)$", Options)]
    private static partial Regex SecondLevel();

    [GeneratedRegex(@"^\p{L}[\p{L}\d-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[\w.-]+\.(gov|mil|gov\.[a-z]{2}|gob\.[a-z]{2})(?![\w.-])", Options)]
    private static partial Regex Governments();

    /// <summary>What wants a word behind it.</summary>
    [GeneratedRegex(@"(^|\b(to|at|from|by|with|on|in|of|via|for|or|and|than|see|visit|says?|said|call|read|try|ask|a|the|de|en|por|con|y|o|que|visite|vea|lea|dice|el|la)|&)\s*$", Options)]
    private static partial Regex Leaning();

    /// <summary>What wants a word before it.</summary>
    [GeneratedRegex(@"^\s*(says?|is|are|was|has|have|can|dice|es)\b", Options)]
    private static partial Regex After();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Blanks();
}

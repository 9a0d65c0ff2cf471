using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Wellread.Feeds.Parsing;

namespace Wellread.Feeds;

/// <summary>Addresses as people and other programs write them.</summary>
internal static partial class TypedAddress
{
    /// <summary>The addresses that may be meant, the likeliest first; empty for what is none. What they lead to is not judged here.</summary>
    public static ImmutableArray<string> Of(string typed)
    {
        var text = WithoutFeedScheme(typed.Trim());
        if (HasScheme(text)) return [text];
        var name = text.TrimStart('/');
        return name.Contains('.', StringComparison.Ordinal) && !name.Any(char.IsWhiteSpace) ? [$"https://{name}", $"http://{name}"] : [];
    }

    /// <summary>Some readers write <c>feed://host</c>, which means http, or put <c>feed:</c> before the whole address.</summary>
    public static string WithoutFeedScheme(string text)
    {
        if (!text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase)) return text;
        var rest = text["feed:".Length..];
        return rest.StartsWith("//", StringComparison.Ordinal) ? $"http:{rest}" : rest;
    }

    /// <summary>What is meant by an address whose beginning is mistyped (<c>http//who.int</c>, <c>htps:/who.int</c>); null for any other.</summary>
    public static string? MeantBy(string typed)
    {
        var match = Mistyped().Match(typed.Trim());
        if (!match.Success || match.Groups["joint"].Value == "://" && match.Groups["scheme"].Value.ToLowerInvariant() is "http" or "https") return null;
        var scheme = match.Groups["scheme"].Value.Contains('s', StringComparison.OrdinalIgnoreCase) ? "https" : "http";
        return $"{scheme}://{match.Groups["rest"].Value}";
    }

    /// <summary>Only what can be shown to whoever typed it without a second look: no marks but those of plain addresses.</summary>
    [GeneratedRegex("""^(?<scheme>h{1,2}t{1,3}p{1,2}s?|t{1,2}ps?|htps?|http[sz])(?<joint>\.?[:;/\\]+)(?<rest>[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[a-z0-9/._~-]*)?)$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mistyped();

    /// <summary>The colon of <c>host.example:8080</c> belongs to a port.</summary>
    private static bool HasScheme(string text)
    {
        if (!LinkResolver.HasScheme(text)) return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon + 1 == text.Length || !char.IsAsciiDigit(text[colon + 1]);
    }
}

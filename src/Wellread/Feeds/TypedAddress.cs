using System.Collections.Immutable;
using Wellread.Feeds.Parsing;

namespace Wellread.Feeds;

/// <summary>Addresses as people and other programs write them.</summary>
internal static class TypedAddress
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

    /// <summary>The colon of <c>host.example:8080</c> belongs to a port.</summary>
    private static bool HasScheme(string text)
    {
        if (!LinkResolver.HasScheme(text)) return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon + 1 == text.Length || !char.IsAsciiDigit(text[colon + 1]);
    }
}

using Wellread.Feeds.Parsing;

namespace Wellread.Feeds;

/// <summary>Text about a feed, made fit to show: one line, no control characters.</summary>
internal static class FeedText
{
    /// <summary>The text in one line, or null where nothing is left of it.</summary>
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var words = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    /// <summary>A feed's own name without markup, cut to a line; null where it has none.</summary>
    public static string? TitleOf(ParsedFeed feed) => TitleFallback.Of(feed.Title) is { } title ? Clean(title) : null;

    public static Uri? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.UserInfo.Length == 0 ? url : null;

    /// <summary>The two letters that a language tag begins with, or null.</summary>
    public static string? Language(string? tag) =>
        tag?.Trim().ToLowerInvariant() is [>= 'a' and <= 'z', >= 'a' and <= 'z'] or [>= 'a' and <= 'z', >= 'a' and <= 'z', '-' or '_', ..]
            ? tag.Trim()[..2].ToLowerInvariant()
            : null;
}

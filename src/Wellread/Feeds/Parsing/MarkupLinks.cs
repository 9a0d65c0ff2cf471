using System.Text;

namespace Wellread.Feeds.Parsing;

/// <summary>Makes the links inside markup absolute, in one pass over its tags; gives the same text back where there is nothing to do, or far too much.</summary>
internal static class MarkupLinks
{
    public static string Resolve(string markup, string? baseAddress)
    {
        if (baseAddress is null) return markup;
        StringBuilder? output = null;
        var copied = 0;
        var limit = FeedLimits.MaxMarkupGrowth * (long)(markup.Length + FeedLimits.MaxBaseLength);
        var at = markup.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0 && at + 1 < markup.Length)
        {
            at = char.IsAsciiLetter(markup[at + 1]) ? ReadTag(markup, at + 1, baseAddress, ref output, ref copied) : at + 1;
            at = at < markup.Length ? markup.IndexOf('<', at) : -1;
            if (output?.Length > limit) return markup;
        }

        return output is null ? markup : output.Append(markup, copied, markup.Length - copied).ToString();
    }

    private static int ReadTag(string markup, int at, string baseAddress, ref StringBuilder? output, ref int copied)
    {
        while (at < markup.Length && char.IsAsciiLetterOrDigit(markup[at])) at++;
        while (at < markup.Length && markup[at] is not ('>' or '<'))
        {
            if (!char.IsAsciiLetter(markup[at]))
            {
                at++;
                continue;
            }

            var nameStart = at;
            while (at < markup.Length && (char.IsAsciiLetterOrDigit(markup[at]) || markup[at] is '-' or ':' or '_')) at++;
            var name = markup.AsSpan(nameStart, at - nameStart);
            var (valueStart, valueEnd, next) = ReadValue(markup, at);
            at = next;
            if (valueEnd < 0 || !IsLink(name)) continue;
            var value = markup.AsSpan(valueStart, valueEnd - valueStart);
            if (LinkResolver.HasScheme(value.TrimStart())) continue;
            var resolved = LinkResolver.Resolve(baseAddress, value.ToString());
            output = (output ?? new StringBuilder(markup.Length + 256)).Append(markup, copied, valueStart - copied).Append(resolved);
            copied = valueEnd;
        }

        return at;
    }

    /// <summary>The value's bounds (end -1 where the attribute has none) and where reading goes on.</summary>
    private static (int Start, int End, int Next) ReadValue(string markup, int at)
    {
        var start = at;
        while (start < markup.Length && char.IsWhiteSpace(markup[start])) start++;
        if (start >= markup.Length || markup[start] != '=') return (0, -1, at);
        start++;
        while (start < markup.Length && char.IsWhiteSpace(markup[start])) start++;
        if (start >= markup.Length) return (0, -1, start);
        if (markup[start] is var quote and ('"' or '\''))
        {
            var close = markup.IndexOf(quote, start + 1);
            return close < 0 ? (0, -1, markup.Length) : (start + 1, close, close + 1);
        }

        var end = start;
        while (end < markup.Length && !char.IsWhiteSpace(markup[end]) && markup[end] is not ('>' or '<')) end++;
        return (start, end, end);
    }

    private static bool IsLink(ReadOnlySpan<char> name) => name.Length switch
    {
        3 => name.Equals("src", StringComparison.OrdinalIgnoreCase),
        4 => name.Equals("href", StringComparison.OrdinalIgnoreCase) || name.Equals("cite", StringComparison.OrdinalIgnoreCase) ||
             name.Equals("data", StringComparison.OrdinalIgnoreCase),
        6 => name.Equals("action", StringComparison.OrdinalIgnoreCase) || name.Equals("poster", StringComparison.OrdinalIgnoreCase) ||
             name.Equals("usemap", StringComparison.OrdinalIgnoreCase),
        7 => name.Equals("profile", StringComparison.OrdinalIgnoreCase) || name.Equals("classid", StringComparison.OrdinalIgnoreCase),
        8 => name.Equals("longdesc", StringComparison.OrdinalIgnoreCase) || name.Equals("codebase", StringComparison.OrdinalIgnoreCase),
        10 => name.Equals("background", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}

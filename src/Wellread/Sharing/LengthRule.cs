using System.Globalization;
using System.Text;

namespace Wellread.Sharing;

/// <summary>How a network counts a text.</summary>
internal sealed record LengthRule(string Code, Func<string, int> Count)
{
    /// <summary>Whether the network takes the characters of a text, whatever its length.</summary>
    public Func<string, bool> Takes { get; private init; } = _ => true;

    /// <summary>UTF-16 units, as an editor's own count shows them.</summary>
    public static LengthRule Characters { get; } = new("characters", text => text.Length);

    public static LengthRule X { get; } = new("x-weighted-v3", XWeightedLength.Of) { Takes = XWeightedLength.HasValidCharacters };

    /// <summary>What a reader sees as characters (Unicode's extended grapheme clusters): Bluesky.</summary>
    public static LengthRule Graphemes { get; } = new("graphemes", text => new StringInfo(text).LengthInTextElements);

    /// <summary>Grapheme clusters, each link as 23: Mastodon.</summary>
    public static LengthRule Mastodon { get; } = new("graphemes-links-23", text =>
    {
        const int linkLength = 23;
        var total = Graphemes.Count(text);
        foreach (var range in XUrls.Find(text))
        {
            var link = text[range];
            if (link.StartsWith("http", StringComparison.OrdinalIgnoreCase)) total += linkLength - Graphemes.Count(link);
        }
        return total;
    });

    /// <summary>Code points, each emoji as its UTF-8 bytes: Threads.</summary>
    public static LengthRule Threads { get; } = new("characters-emoji-bytes", text =>
    {
        var total = 0;
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var cluster = rest[..StringInfo.GetNextTextElementLength(rest)];
            if (Emoji.IsAtStartOf(cluster)) total += Encoding.UTF8.GetByteCount(cluster);
            else foreach (var _ in cluster.EnumerateRunes()) total++;
            rest = rest[cluster.Length..];
        }
        return total;
    });
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Wellread.Feeds;

/// <summary>A feed that Wellread gives out, whatever its format. All texts are plain.</summary>
/// <param name="Id">An absolute address or urn that never changes.</param>
/// <param name="Home">The absolute address of the site behind it.</param>
/// <param name="Self">The absolute address of the feed itself.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="Language">A two-letter ISO 639-1 code.</param>
/// <param name="Updated">When it last changed.</param>
/// <param name="Items">The newest first.</param>
internal sealed record OutgoingFeed(
    string Id, string Title, string Description, string Home, string Self, string Author, string Language, DateTimeOffset Updated, ImmutableArray<OutgoingItem> Items)
{
    /// <summary>What comes later, the next first.</summary>
    public ImmutableArray<WaitingItem> Waiting { get; init; } = [];
}

/// <summary>An item that comes later, and when as it stands now.</summary>
internal sealed record WaitingItem(string Id, string Title, DateTimeOffset ComesAt);

/// <summary>An item of it.</summary>
/// <param name="Id">A urn that never changes.</param>
/// <param name="Text">Lines end with a line feed.</param>
/// <param name="Language">A two-letter ISO 639-1 code.</param>
internal sealed record OutgoingItem(string Id, string Title, string Link, string Text, string Language, DateTimeOffset Published, ImmutableArray<string> Tags);

/// <summary>What all formats are held to.</summary>
internal static class OutgoingText
{
    /// <summary>Without what XML 1.0 has no place for (controls, halves of pairs, U+FFFE and U+FFFF), and without what turns the text behind it around (Unicode's UAX 9).</summary>
    public static string Clean(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xFFFD or 0xFFFE or 0xFFFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))) continue;
            output.Append(rune.ToString());
        }
        return output.ToString();
    }

    /// <summary>The date and time of RFC 3339, in UTC.</summary>
    public static string Rfc3339(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The date and time of RFC 822 with the year of four digits that RSS 2.0 asks for, in UTC.</summary>
    public static string Rfc822(DateTimeOffset time) => time.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}

using System.Collections.Frozen;
using System.Globalization;
using Wellread.Feeds;

namespace Wellread.Refresh.PageChecks;

/// <summary>What a page gives networks to make a card of: Open Graph (ogp.me), or else X's names for the same. As it stands there; sizes in pixels, null where it gives none.</summary>
internal sealed record PageCard(string? Title, string? Description, string? Image, int? ImageWidth, int? ImageHeight)
{
    public static PageCard Empty { get; } = new(null, null, null, null, null);
}

/// <summary>Gathers a card from a page's <c>meta</c> tags. Of two with one name the first counts, as networks have it.</summary>
internal sealed class PageCardDraft
{
    private const int MaxText = 300;
    private const int MaxAddress = 2_048;

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "og:title", "og:description", "og:image", "og:image:url", "og:image:secure_url", "og:image:width", "og:image:height",
        "twitter:title", "twitter:description", "twitter:image", "twitter:image:src", "description", "og:url", "article:content_tier", "refresh");

    private readonly Dictionary<string, string> _found = new(StringComparer.OrdinalIgnoreCase);
    private int _images;

    /// <summary>Whether the page says that only who pays may read it; "metered" means that a visitor may.</summary>
    public bool IsLocked => _found.GetValueOrDefault("article:content_tier", "").Equals("locked", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that networks link to in place of the one that was shared; as it stands there.</summary>
    public string? Url => Address("og:url");

    public string? Refresh => Address("refresh");

    public void Add(string name, string content)
    {
        if (content.Length == 0 || !Names.Contains(name)) return;
        if (name.Equals("og:image", StringComparison.OrdinalIgnoreCase)) _images++;
        // The size of a second picture says nothing of the first, which is the one that is shown.
        if (_images > 1 && name.StartsWith("og:image:", StringComparison.OrdinalIgnoreCase)) return;
        _found.TryAdd(name, content);
    }

    /// <param name="title">What the page calls itself where it names no title for a card.</param>
    public PageCard ToCard(string? title) => new(
        Line("og:title") ?? Line("twitter:title") ?? title,
        Line("og:description") ?? Line("twitter:description") ?? Line("description"),
        Address("og:image") ?? Address("og:image:url") ?? Address("og:image:secure_url") ?? Address("twitter:image") ?? Address("twitter:image:src"),
        Pixels("og:image:width"),
        Pixels("og:image:height"));

    private string? Line(string name) =>
        _found.TryGetValue(name, out var text) && FeedText.Clean(text) is { } line ? Cut(line, MaxText) : null;

    /// <summary>The beginning, without half a pair at its end.</summary>
    internal static string Cut(string line, int max) => line.Length <= max ? line : line[..(char.IsHighSurrogate(line[max - 1]) ? max - 1 : max)];

    private string? Address(string name) => _found.TryGetValue(name, out var text) && text.Length <= MaxAddress ? text : null;

    private int? Pixels(string name) =>
        _found.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels : null;
}

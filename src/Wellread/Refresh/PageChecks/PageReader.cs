using System.Collections.Frozen;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wellread.Feeds;
using Wellread.Feeds.Parsing;

namespace Wellread.Refresh.PageChecks;

/// <summary>What a page says of itself to machines: its headline, the paper it shows, and whether its publisher says that it is not free.</summary>
/// <remarks>
/// <c>isAccessibleForFree</c> of schema.org, as JSON-LD or microdata, is how publishers tell search engines of a paywall, and <c>article:content_tier</c> how they tell
/// networks. Of words only a gate is believed, see <see cref="PageGate"/>. Pure, and linear in time whatever the page is.
/// </remarks>
internal sealed partial record PageReader(string? Headline, bool IsPaid, string? Doi)
{
    /// <summary>What it gives networks to make a card of.</summary>
    public PageCard Card { get; private init; } = PageCard.Empty;

    /// <summary>Whether it says that it stands for a page that is not there.</summary>
    public bool IsMissing { get; private init; }

    /// <summary>Whether it is only a form to log in.</summary>
    public bool AsksToLogIn { get; private init; }

    /// <summary>Where it leads by itself, as it stands there; null where it stays.</summary>
    public string? LeadsTo { get; private init; }

    /// <summary>What it calls its own address, as it stands there; null where it does not say.</summary>
    public string? OwnAddress { get; private init; }

    private const int MaxHeadline = 300;
    private const int WordsOfSignpost = 20;
    private const string Property = "isAccessibleForFree";
    private static readonly FrozenSet<string> DoiNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "citation_doi", "prism.doi", "dc.identifier");
    private static readonly FrozenSet<string> No = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "false", "http://schema.org/False", "https://schema.org/False");

    public static PageReader Read(string html)
    {
        var (tags, seen) = (new TagScanner(html), new Seen());
        while (tags.Read())
        {
            if (tags.IsEnd || !seen.TakesWithContent(tags)) seen.Gate.See(tags, tags.ReadText());
        }

        return seen.ToPage();
    }

    /// <summary>What was seen so far.</summary>
    private sealed class Seen
    {
        private readonly List<bool> _marks = [];
        private readonly PageCardDraft _card = new();
        private string? _shared;
        private string? _title;
        private string? _doi;
        private string? _canonical;
        private string? _leadsTo;
        private bool _saysNotFree;

        public PageGate Gate { get; } = new();

        /// <summary>True where it has read the element's content, too.</summary>
        public bool TakesWithContent(TagScanner tags)
        {
            if (Attribute(tags, "itemprop").Equals(Property, StringComparison.OrdinalIgnoreCase)) _marks.Add(No.Contains(Value(tags)));
            switch (tags.Name)
            {
                case "meta":
                    ReadMeta(tags);
                    return false;
                case "link" when Attribute(tags, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                    _canonical ??= Attribute(tags, "href");
                    return false;
                case "title" when !tags.IsSelfClosed:
                    _title ??= Line(WebUtility.HtmlDecode(tags.ReadContent()));
                    return true;
                case "script" when Attribute(tags, "type").StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase):
                    _saysNotFree |= SaysNotFree(tags.ReadContent());
                    return true;
                case "script" when _leadsTo is null && Attribute(tags, "src").Length == 0:
                    _leadsTo = ScriptedAddress(tags.ReadContent());
                    return true;
                // What stands in a noscript is for readers whose browser runs no scripts.
                case "script" or "style" or "textarea" or "noscript" when !tags.IsSelfClosed:
                    tags.SkipContent();
                    return true;
                default:
                    return false;
            }
        }

        /// <summary>Of cards of other articles on the page each carries the same mark, so all must agree.</summary>
        public PageReader ToPage() => new(_shared ?? _title, _saysNotFree || _card.IsLocked || (_marks.Count > 0 && _marks.TrueForAll(mark => mark)) || Gate.IsPaid, _doi)
        {
            Card = _card.ToCard(_title),
            IsMissing = PageTitles.SaysMissing(_title) || PageTitles.SaysMissing(_shared),
            AsksToLogIn = Gate.AsksToLogIn(_title, isArticle: _shared is not null),
            // Many scripts know other addresses; only a page with nothing to read is there to lead on.
            LeadsTo = _card.Refresh is { } refresh ? PageAddresses.OfRefresh(refresh) : Gate.Words < WordsOfSignpost ? _leadsTo : null,
            OwnAddress = _card.Url ?? _canonical,
        };

        /// <summary>Sites mix up <c>property</c> and <c>name</c>; networks take both.</summary>
        private void ReadMeta(TagScanner tags)
        {
            var (property, name, content) = (Attribute(tags, "property"), Attribute(tags, "name"), Attribute(tags, "content"));
            if (property.Equals("og:title", StringComparison.OrdinalIgnoreCase)) _shared ??= Line(content);
            if (DoiNames.Contains(name)) _doi ??= DigitalObjectIdentifier.Find(content);
            _card.Add(property.Length > 0 ? property : name.Length > 0 ? name : Attribute(tags, "http-equiv"), content);
        }
    }

    /// <summary>Whether the page's own things say so: what stands on top or in <c>@graph</c>. Parts, and lists of other articles, stand deeper.</summary>
    private static bool SaysNotFree(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Things(document.RootElement).SelectMany(thing => thing.TryGetProperty("@graph", out var graph) ? Things(graph).Append(thing) : [thing])
                .Any(thing => thing.TryGetProperty(Property, out var free) && (free.ValueKind == JsonValueKind.False || (free.ValueKind == JsonValueKind.String && No.Contains(free.GetString()!))));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<JsonElement> Things(JsonElement element) =>
        (element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Repeat(element, 1)).Where(thing => thing.ValueKind == JsonValueKind.Object);

    private static string Value(TagScanner tags) => Attribute(tags, "content") is { Length: > 0 } content ? content : Attribute(tags, "href");

    private static string Attribute(TagScanner tags, string name) => tags.Attributes.GetValueOrDefault(name, "").Trim();

    private static string? ScriptedAddress(string script) => SetsLocation().Match(script) is { Success: true } set ? set.Groups[1].Value : null;

    [GeneratedRegex(@"\blocation(?:\.href)?\s*(?:=\s*|\.(?:replace|assign)\s*\(\s*)[""']((?:https?:/)?/[^""'\s]+)[""']", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SetsLocation();

    private static string? Line(string text) => FeedText.Clean(text) is { } line ? PageCardDraft.Cut(line, MaxHeadline) : null;
}

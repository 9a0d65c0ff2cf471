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
        var tags = new TagScanner(html);
        string? shared = null, title = null, doi = null, canonical = null, leadsTo = null;
        var (says, marks, card, gate) = (false, new List<bool>(), new PageCardDraft(), new PageGate());
        while (tags.Read())
        {
            if (!tags.IsEnd)
            {
                if (Attribute(tags, "itemprop").Equals(Property, StringComparison.OrdinalIgnoreCase)) marks.Add(No.Contains(Value(tags)));
                switch (tags.Name)
                {
                    case "meta":
                        ReadMeta(tags, card, ref shared, ref doi);
                        break;
                    case "link" when Attribute(tags, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                        canonical ??= Attribute(tags, "href");
                        break;
                    case "title" when !tags.IsSelfClosed:
                        title ??= Line(WebUtility.HtmlDecode(tags.ReadContent()));
                        continue;
                    case "script" when Attribute(tags, "type").StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase):
                        says |= SaysNotFree(tags.ReadContent());
                        continue;
                    // What stands in a noscript is for readers whose browser runs no scripts.
                    case "script" when leadsTo is null && Attribute(tags, "src").Length == 0:
                        leadsTo = ScriptedAddress(tags.ReadContent());
                        continue;
                    case "script" or "style" or "textarea" or "noscript" when !tags.IsSelfClosed:
                        tags.SkipContent();
                        continue;
                }
            }

            gate.See(tags, tags.ReadText());
        }

        // Cards of other articles carry the same mark, so all must agree.
        var isPaid = says || card.IsLocked || (marks.Count > 0 && marks.TrueForAll(mark => mark)) || gate.IsPaid;
        return new PageReader(shared ?? title, isPaid, doi)
        {
            Card = card.ToCard(title),
            IsMissing = PageTitles.SaysMissing(title) || PageTitles.SaysMissing(shared),
            AsksToLogIn = gate.AsksToLogIn(title, isArticle: shared is not null),
            // Many scripts know other addresses; only a page with nothing to read is there to lead on.
            LeadsTo = card.Refresh is { } refresh ? PageAddresses.OfRefresh(refresh) : gate.Words < WordsOfSignpost ? leadsTo : null,
            OwnAddress = card.Url ?? canonical,
        };
    }

    /// <summary>Sites mix up <c>property</c> and <c>name</c>; networks take both.</summary>
    private static void ReadMeta(TagScanner tags, PageCardDraft card, ref string? shared, ref string? doi)
    {
        var (property, name, content) = (Attribute(tags, "property"), Attribute(tags, "name"), Attribute(tags, "content"));
        if (property.Equals("og:title", StringComparison.OrdinalIgnoreCase)) shared ??= Line(content);
        if (DoiNames.Contains(name)) doi ??= DigitalObjectIdentifier.Find(content);
        card.Add(property.Length > 0 ? property : name.Length > 0 ? name : Attribute(tags, "http-equiv"), content);
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

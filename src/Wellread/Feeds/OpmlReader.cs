using System.Xml;

namespace Wellread.Feeds;

/// <summary>What an OPML document lists, and what in it can't be used: a mistake never hides a feed silently.</summary>
internal sealed record OpmlDocument(string? Title, IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<OpmlMistake> Mistakes);

/// <summary>One feed of an OPML document.</summary>
internal sealed record OpmlFeed(
    Uri Url, string Title, Uri? Homepage, PublisherType Publisher, FeedAudience Audience, string? Language, IReadOnlyList<string> Topics, bool Enabled);

/// <summary>What is wrong, and in which line.</summary>
internal sealed record OpmlMistake(int Line, string Message);

/// <summary>
/// Reads OPML 1.0, 1.1 and 2.0: every outline with an <c>xmlUrl</c>, in folders or not. Wellread's own attributes (<c>publisher</c>, <c>audience</c>,
/// <c>language</c>, <c>topics</c>, <c>enabled</c>) may all be missing. Bounded: no DTD is processed, 10 MiB, 64 levels, 10,000 feeds.
/// </summary>
internal static class OpmlReader
{
    public const int MaxFeeds = 10_000;
    private const int MaxDepth = 64;
    private const int MaxCharacters = 10 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static OpmlDocument Read(Stream stream)
    {
        var reading = new Reading();
        try
        {
            using var xml = XmlReader.Create(stream, Settings);
            reading.Run(xml);
        }
        catch (XmlException exception)
        {
            reading.Mistakes.Add(new OpmlMistake(exception.LineNumber, "The file is not well-formed XML from here on."));
        }

        return new OpmlDocument(reading.Title, reading.Feeds, reading.Mistakes);
    }

    private sealed class Reading
    {
        /// <summary>Whether the outlines that are open now are switched off; a comment switches off all that is inside it (OPML 2.0).</summary>
        private readonly Stack<bool> _off = [];

        public string? Title { get; private set; }

        public List<OpmlFeed> Feeds { get; } = [];

        public List<OpmlMistake> Mistakes { get; } = [];

        public void Run(XmlReader xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "outline") _off.Pop();
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.Depth == 0 && xml.LocalName != "opml") { Add(xml, "This is not an OPML file."); return; }
                if (xml.Depth > MaxDepth) { Add(xml, "The folders go too deep."); return; }
                if (xml.LocalName == "title" && xml.Depth == 2) Title = TextOf(xml);
                if (xml.LocalName == "outline") Outline(xml);
                if (Feeds.Count > MaxFeeds) { Add(xml, $"There are more than {MaxFeeds} feeds."); return; }
            }
        }

        private static string? TextOf(XmlReader xml) => xml.IsEmptyElement || !xml.Read() || xml.NodeType != XmlNodeType.Text ? null : xml.Value.Trim();

        private void Outline(XmlReader xml)
        {
            var off = (_off.Count > 0 && _off.Peek()) || IsTrue(xml, "isComment") || IsFalse(xml, "enabled");
            if (Attribute(xml, "xmlUrl") is { } address) Feed(xml, address, enabled: !off);
            if (!xml.IsEmptyElement) _off.Push(off);
        }

        private void Feed(XmlReader xml, string address, bool enabled)
        {
            if (WebAddress(address) is not { } url) { Add(xml, "The xmlUrl is not a web address that starts with https:// or http://."); return; }
            Feeds.Add(new OpmlFeed(
                url,
                Attribute(xml, "title") ?? Attribute(xml, "text") ?? url.IdnHost,
                Attribute(xml, "htmlUrl") is { } homepage ? WebAddress(homepage) : null,
                Publisher(xml),
                Audience(xml),
                Language(Attribute(xml, "language") ?? Attribute(xml, "lang")),
                Topics(xml),
                enabled));
        }

        private PublisherType Publisher(XmlReader xml)
        {
            switch (Attribute(xml, "publisher")?.ToLowerInvariant())
            {
                case null or "other": return PublisherType.Other;
                case "government": return PublisherType.Government;
                case "academic": return PublisherType.Academic;
                case "non-profit" or "nonprofit": return PublisherType.NonProfit;
                case "news": return PublisherType.News;
                case "journal": return PublisherType.Journal;
                default:
                    Add(xml, "The publisher is one of: government, academic, non-profit, news, journal, other.");
                    return PublisherType.Other;
            }
        }

        private FeedAudience Audience(XmlReader xml)
        {
            switch (Attribute(xml, "audience")?.ToLowerInvariant())
            {
                case null: return FeedAudience.Unknown;
                case "consumer": return FeedAudience.Consumer;
                case "professional": return FeedAudience.Professional;
                default:
                    Add(xml, "The audience is one of: consumer, professional.");
                    return FeedAudience.Unknown;
            }
        }

        /// <summary>Our <c>topics</c>, else OPML 2.0's <c>category</c>, of which the last part of each path counts: <c>/health/heart</c> is <c>heart</c>.</summary>
        private static string[] Topics(XmlReader xml)
        {
            var text = Attribute(xml, "topics") ?? Attribute(xml, "category") ?? "";
            return [.. text.Split([';', ','], StringSplitOptions.TrimEntries)
                .Select(topic => topic.Trim('/').Split('/')[^1].Trim().ToLowerInvariant().Replace(' ', '-'))
                .Where(topic => topic.Length > 0)
                .Distinct()];
        }

        private static string? Language(string? tag) =>
            tag?.ToLowerInvariant() is [>= 'a' and <= 'z', >= 'a' and <= 'z'] or [>= 'a' and <= 'z', >= 'a' and <= 'z', '-' or '_', ..]
                ? tag[..2].ToLowerInvariant()
                : null;

        private static Uri? WebAddress(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.UserInfo.Length == 0 ? url : null;

        private static string? Attribute(XmlReader xml, string name) =>
            (xml.GetAttribute(name) ?? xml.GetAttribute(name.ToLowerInvariant()))?.Trim() is { Length: > 0 } value ? value : null;

        private static bool IsTrue(XmlReader xml, string name) => string.Equals(Attribute(xml, name), "true", StringComparison.OrdinalIgnoreCase);

        private static bool IsFalse(XmlReader xml, string name) => string.Equals(Attribute(xml, name), "false", StringComparison.OrdinalIgnoreCase);

        private void Add(XmlReader xml, string message) => Mistakes.Add(new OpmlMistake(((IXmlLineInfo)xml).LineNumber, message));
    }
}

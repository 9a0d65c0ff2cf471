using System.Xml;
using Wellread.Feeds.Parsing;

namespace Wellread.Feeds;

/// <summary>
/// Reads OPML 1.0, 1.1 and 2.0: every outline with an <c>xmlUrl</c>, in folders or not. Packs are read strictly, so that whoever writes one is told of
/// each mistake; lists that other programs wrote are taken as they come.
/// </summary>
internal static class OpmlReader
{
    /// <summary>Feeds of a pack, lines of an import.</summary>
    public const int MaxFeeds = 10_000;

    /// <summary>Bytes of an import.</summary>
    public const int MaxImportBytes = 5 * 1024 * 1024;

    /// <summary>Folders inside folders of an import.</summary>
    public const int MaxImportDepth = 32;

    private const int MaxDepth = 64;
    private const int MaxCharacters = 10 * 1024 * 1024;

    /// <summary>Tags that may stand before the root, as a server's warnings do.</summary>
    private const int MaxWrappers = 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Reads a pack: well-formed XML, no DTD is processed, 10 MiB, 64 levels, 10,000 feeds.</summary>
    public static OpmlDocument Read(Stream stream)
    {
        var tree = new OpmlTree(strict: true);
        try
        {
            using var xml = XmlReader.Create(stream, Settings);
            Run(xml, tree);
        }
        catch (XmlException exception)
        {
            tree.Mistakes.Add(new OpmlMistake(exception.LineNumber, "The file is not well-formed XML from here on."));
        }

        return new OpmlDocument(tree.Title, tree.Feeds, tree.Mistakes);
    }

    /// <summary>
    /// Reads a list that an editor brings along, in any encoding, well-formed or not. Never throws, whatever the bytes are. Entities are not expanded,
    /// nothing is fetched; 5 MiB, 10,000 lines, 32 levels.
    /// </summary>
    public static OpmlImport ReadImport(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxImportBytes) return new OpmlImport.Refused("too-large", "The file is larger than 5 MB. Please import it in parts.");
        var encoding = FeedEncoding.Detect(bytes.Span, contentType: null);
        var text = encoding.Encoding.GetString(bytes.Span[encoding.Start..]);
        if (text.AsSpan().Trim(" \t\r\n\0").IsEmpty) return new OpmlImport.Refused("empty", "The file is empty.");
        var tags = new TagScanner(text, "outline");
        return FindRoot(tags) is { } refused ? refused
            : text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase) ? new OpmlImport.Refused("unsafe-xml", "The file declares text of its own (entities), which is not safe to read.")
            : Run(tags, new OpmlTree(strict: false));
    }

    private static void Run(XmlReader xml, OpmlTree tree)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "outline") tree.Close();
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.Depth == 0 && xml.LocalName != "opml") { Report(xml, tree, "This is not an OPML file."); return; }
            if (xml.Depth > MaxDepth) { Report(xml, tree, "The folders go too deep."); return; }
            if (xml.LocalName == "title" && xml.Depth == 2) tree.Title = TextOf(xml);
            else if (xml.LocalName == "outline") Open(xml, tree);
            if (tree.Feeds.Count > MaxFeeds) { Report(xml, tree, $"There are more than {MaxFeeds} feeds."); return; }
        }
    }

    private static void Open(XmlReader xml, OpmlTree tree)
    {
        var isEmpty = xml.IsEmptyElement;
        var line = ((IXmlLineInfo)xml).LineNumber;
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (xml.MoveToNextAttribute()) attributes.TryAdd(xml.Name, xml.Value);
        tree.Open(new OpmlOutline(line, attributes));
        if (isEmpty) tree.Close();
    }

    private static string? TextOf(XmlReader xml) => xml.IsEmptyElement || !xml.Read() || xml.NodeType != XmlNodeType.Text ? null : xml.Value.Trim();

    private static void Report(XmlReader xml, OpmlTree tree, string message) => tree.Mistakes.Add(new OpmlMistake(((IXmlLineInfo)xml).LineNumber, message));

    /// <summary>Goes to the root; what is wrong with it, or null.</summary>
    private static OpmlImport.Refused? FindRoot(TagScanner tags)
    {
        for (var looked = 0; looked < MaxWrappers && tags.Read(); looked++)
        {
            if (tags.IsEnd) continue;
            if (tags.Name == "opml") return null;
            if (tags.Name is "html" or "body") return new OpmlImport.Refused("web-page", "This is a web page, not a list of feeds. Export your list as OPML from your reader.");
            if (tags.Name is "rss" or "rdf" or "feed") return new OpmlImport.Refused("a-feed", "This is one feed, not a list of feeds. Add it by its address.");
        }

        return new OpmlImport.Refused("not-opml", "This is not a list of feeds. Export your list as OPML from your reader.");
    }

    private static OpmlImport Run(TagScanner tags, OpmlTree tree)
    {
        var (lines, whole) = (0, false);
        while (tags.Read())
        {
            if (tags is { IsEnd: true, Name: "body" or "opml" }) whole = true;
            if (tags is { IsEnd: false, Name: "title" }) tree.Title ??= OpmlText.Line(tags.ReadText());
            if (tags is { IsEnd: true, Name: "outline" }) tree.Close();
            if (tags is not { IsEnd: false, Name: "outline" }) continue;
            if (++lines > MaxFeeds) return new OpmlImport.Refused("too-large", "The list has more than 10,000 lines. Please import it in parts.");
            if (tree.Depth >= MaxImportDepth) return new OpmlImport.Refused("too-deep", "The folders go too deep.");
            tree.Open(new OpmlOutline(tags.Line, tags.Attributes));
            if (tags.IsSelfClosed) tree.Close();
        }

        while (tree.Depth > 0) tree.Close();
        if (!whole) tree.Mistakes.Add(new OpmlMistake(tags.Line, "The file ends in the middle, so feeds may be missing behind this line."));
        return new OpmlImport.Read(tree.Title, tree.Feeds, tree.Mistakes);
    }
}

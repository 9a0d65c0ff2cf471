using System.Globalization;
using System.Text;
using System.Xml;

namespace Wellread.Feeds;

/// <summary>
/// Writes OPML 2.0 with its folders and Wellread's own attributes: what <see cref="OpmlReader"/> reads of it is the same list. The same list gives the
/// same bytes.
/// </summary>
internal static class OpmlWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>UTF-8. Feeds and folders in the order in which they come, a folder's feeds before the folders inside it.</summary>
    public static byte[] Write(IEnumerable<OpmlFeed> feeds, string title, DateTimeOffset created)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", OpmlText.Line(title));
            xml.WriteElementString("dateCreated", created.UtcDateTime.ToString("r", CultureInfo.InvariantCulture));
            xml.WriteElementString("docs", "http://opml.org/spec2.opml");
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            Write(xml, Folder.Of(feeds));
        }

        return output.ToArray();
    }

    private static void Write(XmlWriter xml, Folder folder)
    {
        foreach (var feed in folder.Feeds) Write(xml, feed);
        foreach (var (name, inside) in folder.Folders)
        {
            xml.WriteStartElement("outline");
            WriteName(xml, name);
            Write(xml, inside);
            xml.WriteEndElement();
        }
    }

    private static void Write(XmlWriter xml, OpmlFeed feed)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        WriteName(xml, OpmlText.Line(feed.Title));
        xml.WriteAttributeString("xmlUrl", feed.Url.AbsoluteUri);
        if (feed.Homepage is { } homepage) xml.WriteAttributeString("htmlUrl", homepage.AbsoluteUri);
        xml.WriteAttributeString("publisher", feed.Publisher == PublisherType.NonProfit ? "non-profit" : Word(feed.Publisher));
        if (feed.Audience != FeedAudience.Unknown) xml.WriteAttributeString("audience", Word(feed.Audience));
        if (feed.Language is { } language) xml.WriteAttributeString("language", language);
        if (feed.Topics.Count > 0) xml.WriteAttributeString("topics", string.Join(';', feed.Topics));
        xml.WriteAttributeString("enabled", feed.Enabled ? "true" : "false");
        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string name)
    {
        xml.WriteAttributeString("text", name);
        xml.WriteAttributeString("title", name);
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>A folder with what is in it, in the order in which it came.</summary>
    private sealed class Folder
    {
        public List<OpmlFeed> Feeds { get; } = [];

        public OrderedDictionary<string, Folder> Folders { get; } = new(StringComparer.Ordinal);

        public static Folder Of(IEnumerable<OpmlFeed> feeds)
        {
            var root = new Folder();
            foreach (var feed in feeds)
            {
                var folder = root;
                foreach (var name in feed.Folder.Select(OpmlText.Line).Where(name => name.Length > 0).Take(OpmlReader.MaxImportDepth - 1))
                {
                    if (!folder.Folders.TryGetValue(name, out var inside)) folder.Folders.Add(name, inside = new Folder());
                    folder = inside;
                }

                folder.Feeds.Add(feed);
            }

            return root;
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Wellread.Feeds;

/// <summary>Writes RSS 2.0 (rssboard.org) with the link to itself that the RSS Advisory Board's profile asks for. The same feed gives the same bytes.</summary>
internal static partial class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    internal static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    public static byte[] Write(OutgoingFeed feed)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", ns: null, Atom);
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", PlainInHtml(feed.Title));
            xml.WriteElementString("link", feed.Home);
            xml.WriteElementString("description", PlainInHtml(feed.Description));
            xml.WriteElementString("language", feed.Language);
            xml.WriteElementString("lastBuildDate", OutgoingText.Rfc822(feed.Updated));
            xml.WriteElementString("docs", "https://www.rssboard.org/rss-specification");
            xml.WriteStartElement("atom", "link", Atom);
            xml.WriteAttributeString("href", feed.Self);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            foreach (var item in feed.Items) Write(xml, item);
        }

        return output.ToArray();
    }

    private static void Write(XmlWriter xml, OutgoingItem item)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", PlainInHtml(item.Title));
        xml.WriteElementString("link", item.Link);
        xml.WriteElementString("description", PlainInHtml(item.Text));
        foreach (var tag in item.Tags) xml.WriteElementString("category", OutgoingText.Clean(tag));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", OutgoingText.Rfc822(item.Published));
        xml.WriteEndElement();
    }

    /// <summary>
    /// RSS does not say whether a text is plain or HTML, and readers differ. So it is plain, and only what would be read as a tag or an entity is escaped: both kinds of
    /// reader show the same.
    /// </summary>
    internal static string PlainInHtml(string text) => Markup().Replace(OutgoingText.Clean(text), match => match.Value == "<" ? "&lt;" : "&amp;");

    [GeneratedRegex("<(?=[A-Za-z/!?])|&(?=#|[A-Za-z][A-Za-z0-9]*;)", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}

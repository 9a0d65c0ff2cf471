using System.Xml;

namespace Wellread.Feeds;

/// <summary>Writes Atom (RFC 4287). The same feed gives the same bytes.</summary>
internal static class AtomWriter
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(OutgoingFeed feed)
    {
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, RssWriter.Settings))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", ns: null, feed.Language);
            Text(xml, "id", feed.Id);
            Text(xml, "title", feed.Title);
            Text(xml, "subtitle", feed.Description);
            Text(xml, "updated", OutgoingText.Rfc3339(feed.Updated));
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", feed.Author);
            xml.WriteEndElement();
            Link(xml, "self", feed.Self, "application/atom+xml");
            Link(xml, "alternate", feed.Home, "text/html");
            Text(xml, "generator", "Wellread");
            foreach (var item in feed.Items) Write(xml, item);
        }

        return output.ToArray();
    }

    private static void Write(XmlWriter xml, OutgoingItem item)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteAttributeString("xml", "lang", ns: null, item.Language);
        Text(xml, "id", item.Id);
        Text(xml, "title", item.Title);
        Text(xml, "published", OutgoingText.Rfc3339(item.Published));
        Text(xml, "updated", OutgoingText.Rfc3339(item.Published));
        Link(xml, "alternate", item.Link, "text/html");
        foreach (var tag in item.Tags)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", OutgoingText.Clean(tag));
            xml.WriteEndElement();
        }
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(OutgoingText.Clean(item.Text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, OutgoingText.Clean(text));

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}

using System.Text;
using System.Xml;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// Walks a document's elements: whoever is given an element reads it whole, by its children, its text or <see cref="Skip"/>, and leaves the
/// cursor behind it. Keeps the limits on depth and attributes. <paramref name="address"/>: where the document came from, or null.
/// </summary>
internal sealed class XmlCursor(XmlReader reader, string? address)
{
    private readonly Dictionary<string, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, FeedNamespace> _namespaces = new(ReferenceEqualityComparer.Instance);

    /// <summary>The element's name without prefix, in lower case.</summary>
    public string Name { get; private set; } = "";

    public FeedNamespace Namespace { get; private set; }

    public string Root { get; private set; } = "";

    public string? Language => reader.GetAttribute("xml:lang");

    /// <summary>Goes to the root element; false where there is none.</summary>
    public bool MoveToRoot()
    {
        if (reader.MoveToContent() != XmlNodeType.Element) return false;
        Arrive();
        Root = Name;
        return true;
    }

    /// <summary>Goes to the next start tag, wherever it stands; false where none follows.</summary>
    public bool MoveToNextElement()
    {
        do
        {
            if (!reader.Read()) return false;
        }
        while (reader.NodeType != XmlNodeType.Element);
        Arrive();
        return true;
    }

    /// <summary>What a prefix ("" for none) stands for at the current element.</summary>
    public string? Lookup(string prefix) => reader.LookupNamespace(prefix);

    public string NamespaceAddress => reader.NamespaceURI;

    /// <summary>Steps into the current element; false where it is empty, and then it is read.</summary>
    public bool Enter()
    {
        var empty = reader.IsEmptyElement;
        reader.Read();
        return !empty;
    }

    /// <summary>Goes to the next child of the element that was entered; false once there is none, and then the element is read.</summary>
    public bool NextChild()
    {
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Arrive();
                return true;
            }

            if (reader.NodeType == XmlNodeType.EndElement)
            {
                reader.Read();
                return false;
            }

            reader.Read();
        }

        return false;
    }

    public void Skip()
    {
        var depth = reader.Depth;
        if (!Enter()) return;
        while (reader.Depth > depth || reader.NodeType != XmlNodeType.EndElement)
        {
            Check();
            if (!reader.Read()) return;
        }

        reader.Read();
    }

    /// <summary>An attribute that has no namespace, in whatever case it is written.</summary>
    public string? Attribute(string name)
    {
        if (!reader.HasAttributes) return null;
        var value = reader.GetAttribute(name);
        if (value is not null) return value;
        for (var found = reader.MoveToFirstAttribute(); found && value is null; found = reader.MoveToNextAttribute())
            if (name.Equals(reader.Name, StringComparison.OrdinalIgnoreCase)) value = reader.Value;
        reader.MoveToElement();
        return value;
    }

    public string? RdfAttribute(string name) => reader.GetAttribute(name, "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    /// <summary>The base in force at the current element: its <c>xml:base</c> against the outer one, else the outer one; null where nothing set any.</summary>
    public string? Base(string? outer)
    {
        var own = reader.HasAttributes ? reader.GetAttribute("xml:base") : null;
        return string.IsNullOrWhiteSpace(own) || own.Length > FeedLimits.MaxBaseLength ? outer : LinkResolver.Resolve(outer ?? address, own);
    }

    /// <summary>Whether the last <see cref="Text"/> found elements and not just text.</summary>
    public bool HadElements { get; private set; }

    /// <summary>
    /// What the element holds, read whole: its text, or its markup where it has elements inside. <paramref name="escaped"/>: text between
    /// those is markup too, written as text.
    /// </summary>
    public string Text(bool escaped = false)
    {
        HadElements = false;
        if (!Enter()) return "";
        var text = "";
        StringBuilder? more = null;
        while (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
        {
            if (text.Length == 0) text = reader.Value;
            else (more ??= new StringBuilder(text)).Append(reader.Value);
            reader.Read();
        }

        if (more is not null) text = more.ToString();
        HadElements = reader.NodeType == XmlNodeType.Element;
        if (HadElements) return new XmlMarkup(reader, escaped).Read(text);
        reader.Read();
        return Charsets.MendControls(text);
    }

    /// <summary>The element's own text, its children given to <paramref name="readChild"/> by name, who reads each whole.</summary>
    public string Mixed(Action<string> readChild)
    {
        if (!Enter()) return "";
        StringBuilder? text = null;
        while (!reader.EOF && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Arrive();
                readChild(Name);
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) (text ??= new StringBuilder()).Append(reader.Value);
            reader.Read();
        }

        reader.Read();
        return text?.ToString() ?? "";
    }

    /// <summary>The element's content as markup, its text escaped.</summary>
    public string Markup() => Enter() ? new XmlMarkup(reader, escaped: false).Read("") : "";

    private void Arrive()
    {
        Check();
        Name = Fold(reader.LocalName);
        Namespace = Classify(reader.NamespaceURI);
    }

    private void Check()
    {
        if (reader.Depth > FeedLimits.MaxDepth) throw new FeedLimitException("Elements are nested too deep.");
        if (reader.AttributeCount > FeedLimits.MaxAttributes) throw new FeedLimitException("An element has too many attributes.");
    }

    // The reader gives the same string for the same name, so a reference is enough to know it again.
    private string Fold(string name)
    {
        if (!_names.TryGetValue(name, out var folded)) _names[name] = folded = name.ToLowerInvariant();
        return folded;
    }

    private FeedNamespace Classify(string address)
    {
        if (!_namespaces.TryGetValue(address, out var known)) _namespaces[address] = known = FeedNamespaces.Of(address);
        return known;
    }
}

using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace Wellread.Feeds.Parsing;

/// <summary>Writes the inside of an element as HTML that a tokenizer reads: no prefixes, no declarations, no comments.
/// <paramref name="escaped"/>: the text between is markup already, written as text.</summary>
internal sealed class XmlMarkup(XmlReader reader, bool escaped)
{
    private static readonly FrozenSet<string> Void =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "br", "img", "hr", "input", "meta", "area", "col", "wbr", "embed", "param");

    private readonly StringBuilder _output = new();

    /// <summary>Whether an element of HTML has no content and no end tag.</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>Reads to the end of the element that the reader is inside of, and past it. <paramref name="before"/> is its text so far.</summary>
    public string Read(string before)
    {
        _output.Append(before);
        var depth = 0;
        while (!reader.EOF)
        {
            if (reader.Depth > FeedLimits.MaxDepth) throw new FeedLimitException("Elements are nested too deep.");
            if (reader.NodeType == XmlNodeType.EndElement && depth-- == 0) break;
            if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement) depth++;
            Write();
            reader.Read();
        }

        reader.Read();
        return _output.ToString();
    }

    private void Write()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                WriteStart();
                break;
            case XmlNodeType.EndElement:
                _output.Append("</").Append(reader.LocalName).Append('>');
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                if (escaped) _output.Append(reader.Value);
                else WriteEscaped(reader.Value, "&<>");
                break;
        }
    }

    private void WriteStart()
    {
        var name = reader.LocalName;
        var empty = reader.IsEmptyElement;
        _output.Append('<').Append(name);
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns") continue;
            _output.Append(' ').Append(reader.Name).Append("=\"");
            WriteEscaped(reader.Value, "&<>\"");
            _output.Append('"');
        }

        reader.MoveToElement();
        _output.Append(!empty ? ">" : IsVoid(name) ? " />" : $"></{name}>");
    }

    private void WriteEscaped(string text, ReadOnlySpan<char> special)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(special); at >= 0; at = rest.IndexOfAny(special))
        {
            _output.Append(rest[..at]).Append(rest[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "&quot;",
            });
            rest = rest[(at + 1)..];
        }

        _output.Append(rest);
    }
}

using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace Wellread.Articles;

/// <summary>What a text reader has to know of HTML's elements.</summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

    /// <summary>Elements whose content is no part of the text.</summary>
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "script", "style", "noscript", "template", "iframe", "noframes", "noembed", "object", "applet", "svg", "math", "canvas", "audio", "video", "select",
        "button", "textarea", "xmp", "figcaption", "head", "title");

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "b", "big", "cite", "code", "em", "embed", "font", "i", "img", "input", "ins", "del", "label", "link", "mark", "marquee", "meta", "q", "s", "small", "source",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockSpans = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DroppedSpans = Dropped.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineSpans = Inline.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsDropped(string name) => Dropped.Contains(name);

    public static bool IsKnown(ReadOnlySpan<char> name) => BlockSpans.Contains(name) || DroppedSpans.Contains(name) || InlineSpans.Contains(name);

    /// <summary>How the tokenizer reads on behind a start tag; a tree builder would tell it (HTML standard, 13.2.6.4.7).</summary>
    public static HtmlParseMode ModeOf(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}

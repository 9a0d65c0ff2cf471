using System.Net;
using System.Text;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// Goes over the tags of text that may be XML or HTML, well-formed or not: one pass, no tree, linear in time whatever the text is. Nothing is
/// expanded but character references; comments, sections, instructions and declarations are passed over.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="element">An element whose tags can't stand in an attribute's value: a value that seems to hold one lacks its closing quote.</param>
internal sealed class TagScanner(string text, string? element = null)
{
    /// <summary>Attributes of one tag that are kept; what is behind is read and left aside.</summary>
    public const int MaxAttributes = 64;

    private readonly char _lineEnd = text.Contains('\n', StringComparison.Ordinal) ? '\n' : '\r';
    private int _at;
    private int _counted;
    private int _line = 1;

    /// <summary>The tag's name, without prefix, in lower case.</summary>
    public string Name { get; private set; } = "";

    public bool IsEnd { get; private set; }

    /// <summary>True for <c>&lt;a/&gt;</c>.</summary>
    public bool IsSelfClosed { get; private set; }

    /// <summary>The line in which the tag starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The attributes by name, whatever its case; of two with one name the first.</summary>
    public Dictionary<string, string> Attributes { get; private set; } = [];

    /// <summary>Goes to the next tag; false where none follows. A tag that the text's end cuts off is none.</summary>
    public bool Read()
    {
        while ((_at = IndexOf('<', _at)) + 1 < text.Length)
        {
            var next = text[_at + 1];
            if (next is '!' or '?') SkipDeclaration();
            else if (char.IsAsciiLetter(next) || (next == '/' && _at + 2 < text.Length && char.IsAsciiLetter(text[_at + 2]))) return ReadTag();
            else _at++;
        }

        CountLines(text.Length);
        Line = _line;
        return false;
    }

    /// <summary>The text from here to the next tag, sections included.</summary>
    public string ReadText()
    {
        var output = new StringBuilder();
        while (_at < text.Length)
        {
            if (!StartsWith("<![CDATA["))
            {
                var end = IndexOf('<', _at);
                if (end == _at) break;
                output.Append(WebUtility.HtmlDecode(text[_at..end]));
                _at = end;
                continue;
            }

            var close = text.IndexOf("]]>", _at, StringComparison.Ordinal);
            if (close < 0) break;
            output.Append(text, _at + "<![CDATA[".Length, close - _at - "<![CDATA[".Length);
            _at = close + "]]>".Length;
        }

        return output.ToString();
    }

    /// <summary>Passes over what an element such as a script holds, in which tags mean nothing. Goes to the end where its end tag is missing.</summary>
    public void SkipContent()
    {
        var end = text.IndexOf($"</{Name}", _at, StringComparison.OrdinalIgnoreCase);
        _at = end < 0 ? text.Length : end;
    }

    /// <summary>What an element such as a script holds, as it stands there.</summary>
    public string ReadContent()
    {
        var start = _at;
        SkipContent();
        return text[start.._at];
    }

    private bool ReadTag()
    {
        CountLines(_at);
        Line = _line;
        IsEnd = text[_at + 1] == '/';
        var start = _at + (IsEnd ? 2 : 1);
        _at = start;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('>' or '/' or '<')) _at++;
        var name = text.AsSpan(start, _at - start);
        Name = name[(name.LastIndexOf(':') + 1)..].ToString().ToLowerInvariant();
        IsSelfClosed = false;
        Attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return ReadAttributes();
    }

    private bool ReadAttributes()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c == '>')
            {
                _at++;
                return true;
            }

            // The next tag begins where this one was never ended.
            if (c == '<') return true;
            IsSelfClosed = c == '/' || (IsSelfClosed && char.IsWhiteSpace(c));
            if (c is '/' or '=' or '"' or '\'' || char.IsWhiteSpace(c)) _at++;
            else ReadAttribute();
        }

        return false;
    }

    private void ReadAttribute()
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('=' or '>' or '/' or '<')) _at++;
        var name = text[start.._at];
        SkipSpace();
        var value = "";
        if (_at < text.Length && text[_at] == '=')
        {
            _at++;
            SkipSpace();
            value = ReadValue();
        }

        if (Attributes.Count < MaxAttributes) Attributes.TryAdd(name, WebUtility.HtmlDecode(value));
    }

    private string ReadValue()
    {
        if (_at >= text.Length) return "";
        var start = _at;
        if (text[_at] is '"' or '\'')
        {
            var end = IndexOf(text[_at], _at + 1);
            var value = text.AsSpan(start + 1, end - start - 1);
            var cut = CutAt(value);
            _at = cut < 0 ? Math.Min(end + 1, text.Length) : start + 1 + cut;
            return (cut < 0 ? value : value[..cut]).ToString();
        }

        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('>' or '<')) _at++;
        return text[start.._at];
    }

    /// <summary>Where a value that was never ended runs into the next tag, or -1.</summary>
    private int CutAt(ReadOnlySpan<char> value)
    {
        for (var at = element is null ? -1 : value.IndexOf('<'); at >= 0;)
        {
            var rest = value[(at + 1)..].TrimStart('/');
            if (rest.StartsWith(element, StringComparison.OrdinalIgnoreCase)) return at;
            var next = value[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return -1;
    }

    private void SkipDeclaration()
    {
        var end = StartsWith("<!--") ? "-->" : StartsWith("<![CDATA[") ? "]]>" : ">";
        var found = text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? text.Length : found + end.Length;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
    }

    private void CountLines(int until)
    {
        _line += text.AsSpan(_counted, until - _counted).Count(_lineEnd);
        _counted = until;
    }

    private int IndexOf(char c, int start)
    {
        var found = start < text.Length ? text.IndexOf(c, start) : -1;
        return found < 0 ? text.Length : found;
    }

    private bool StartsWith(string value) => string.CompareOrdinal(text, _at, value, 0, value.Length) == 0;
}

using System.Text;
using System.Xml;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// What repair gives: well-formed XML, or null with <paramref name="Refusal"/>. <paramref name="Mended"/> tells whether anything but a
/// DOCTYPE or HTML's entities was in the way.
/// </summary>
internal sealed record RepairedXml(string? Text, bool Mended, XmlRefusal Refusal = XmlRefusal.None);

/// <summary>Why a document isn't mended.</summary>
internal enum XmlRefusal
{
    None,

    /// <summary>Nothing in it begins as a feed begins.</summary>
    NoFeed,

    /// <summary>Two documents in one, or one inside another.</summary>
    SeveralDocuments,

    /// <summary>It uses entities that lie outside it or hold other entities.</summary>
    UnsafeEntities,
}

/// <summary>
/// Writes a document that is no well-formed XML again as one that is, in one pass: ends what was left open, drops what is forbidden, takes
/// a bare ampersand or angle bracket as text, declares prefixes, knows HTML's entities. An item that the document's end cuts off is left out.
/// </summary>
internal sealed partial class XmlRepair
{
    private readonly string _text;
    private readonly StringBuilder _output;
    private readonly XmlRepairStack _open = new();
    private int _at;
    private bool _rootSeen;
    private bool _mended;
    private bool _noInstructionEnd;
    private bool _noSectionEnd;
    private XmlRefusal _refusal;
    private Doctype? _doctype;
    private int _entityText;

    private XmlRepair(string text)
    {
        _text = text;
        _output = new StringBuilder(text.Length + 1024);
    }

    public static RepairedXml Repair(string text)
    {
        var repair = new XmlRepair(text);
        repair.Run();
        if (repair._refusal == XmlRefusal.None && !repair._rootSeen) repair._refusal = XmlRefusal.NoFeed;
        return new RepairedXml(repair._refusal == XmlRefusal.None ? repair._output.ToString() : null, repair._mended, repair._refusal);
    }

    private bool InRoot => _open.Count > 0;

    private void Run()
    {
        while (_at < _text.Length && _refusal == XmlRefusal.None)
        {
            var next = _text.IndexOf('<', _at);
            var end = next < 0 ? _text.Length : next;
            if (InRoot) AppendText(_text.AsSpan(_at, end - _at));
            else _mended |= !_text.AsSpan(_at, end - _at).IsWhiteSpace();
            _at = end;
            if (next >= 0) ReadMarkup();
        }

        if (!InRoot) return;
        _mended = true;
        if (_open.FirstItemStart is { } start) _output.Length = start;
        _open.CloseForEnd(_output);
    }

    private void ReadMarkup()
    {
        var next = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
        if (next == '!') ReadDeclaration();
        else if (next == '?') ReadInstruction();
        else if (next == '/') ReadEndTag();
        else if (!IsNameStart(next) || !ReadStartTag()) AppendBracket();
    }

    private void AppendBracket()
    {
        _mended = true;
        if (InRoot) _output.Append("&lt;");
        _at++;
    }

    private void ReadDeclaration()
    {
        if (Starts("<!--")) SkipPast("-->");
        else if (Starts("<![CDATA[")) ReadCharacterData();
        else if (Starts("<!DOCTYPE")) ReadDoctype();
        else SkipPast(">");
    }

    private void ReadDoctype()
    {
        var doctype = Doctype.Read(_text, _at);
        if (InRoot) _mended = true;
        else _doctype ??= doctype;
        if (doctype.Unsafe) _refusal = XmlRefusal.UnsafeEntities;
        _at = doctype.End;
    }

    private void ReadInstruction()
    {
        if (InRoot && Starts("<?xml ")) _refusal = XmlRefusal.SeveralDocuments;
        var end = Find("?>", _at, ref _noInstructionEnd);
        if (end >= 0) _at = end + 2;
        else SkipPast(">");
    }

    /// <summary>An unended section is ended where its element ends, or with the document.</summary>
    private void ReadCharacterData()
    {
        var start = _at + "<![CDATA[".Length;
        var end = Find("]]>", start, ref _noSectionEnd);
        var ended = end >= 0;
        if (!ended)
        {
            _mended = true;
            end = InRoot ? _text.IndexOf($"</{_open.Top}", start, StringComparison.OrdinalIgnoreCase) : -1;
            if (end < 0) end = _text.Length;
        }

        if (InRoot) AppendCharacterData(_text.AsSpan(start, end - start));
        _at = ended ? end + 3 : end;
    }

    private void ReadEndTag()
    {
        var start = _at + 2;
        var end = start;
        while (end < _text.Length && IsNamePart(_text[end])) end++;
        var name = _text.AsSpan(start, end - start);
        while (end < _text.Length && _text[end] is not ('>' or '<')) end++;
        _at = end < _text.Length && _text[end] == '>' ? end + 1 : end;
        if (!InRoot || end == _text.Length) return;
        _mended |= !name.Equals(_open.Top, StringComparison.Ordinal);
        _open.Close(name, _output);
    }

    /// <summary>What was not found once is not looked for again: a document of nothing but starts would take quadratic time.</summary>
    private int Find(string end, int start, ref bool absent)
    {
        var found = absent ? -1 : _text.IndexOf(end, start, StringComparison.Ordinal);
        absent = found < 0;
        return found;
    }

    private void SkipPast(string end)
    {
        var found = _text.IndexOf(end, _at, StringComparison.Ordinal);
        _mended |= found < 0;
        _at = found < 0 ? _text.Length : found + end.Length;
    }

    private bool Starts(string value) => string.Compare(_text, _at, value, 0, value.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsNameStart(char c) => XmlConvert.IsStartNCNameChar(c);

    private static bool IsNamePart(char c) => c == ':' || XmlConvert.IsNCNameChar(c);
}

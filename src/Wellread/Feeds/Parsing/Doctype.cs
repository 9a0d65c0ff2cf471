using System.Net;

namespace Wellread.Feeds.Parsing;

/// <summary>
/// A DOCTYPE, read for the plain text that it names and never acted upon: nothing is fetched, nothing is expanded that holds markup or
/// another entity. A document that uses what is refused here is refused.
/// </summary>
internal sealed class Doctype
{
    private const int MaxEntities = 256;
    private const int MaxEntityLength = 1_000;

    private readonly string _text;
    private int _at;

    private Doctype(string text, int start)
    {
        _text = text;
        _at = start;
    }

    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Entities that lie outside the document, hold other entities or markup, or are too many or too long.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>True where the declarations themselves pull in what is refused.</summary>
    public bool Unsafe { get; private set; }

    public int End => _at;

    public static Doctype Read(string text, int start)
    {
        var doctype = new Doctype(text, start + "<!DOCTYPE".Length);
        doctype.Scan();
        return doctype;
    }

    private void Scan()
    {
        var inside = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (c == '>' && !inside)
            {
                _at++;
                return;
            }

            if (c is '[' or ']') inside = c == '[';
            if (c is '"' or '\'') ReadQuoted();
            else if (c == '%' && inside) ReadParameterReference();
            else if (Starts("<!--")) SkipPast("-->");
            else if (Starts("<!ENTITY")) ReadEntity();
            else _at++;
        }
    }

    private void ReadEntity()
    {
        _at += "<!ENTITY".Length;
        SkipSpace();
        var parameter = _at < _text.Length && _text[_at] == '%';
        if (parameter) _at++;
        var name = (parameter ? "%" : "") + NextWord();
        SkipSpace();
        if (_at < _text.Length && _text[_at] is '"' or '\'') Declare(name, ReadQuoted());
        else if (!IsCharacterNames(name)) Refused.Add(name);
        SkipDeclaration();
    }

    /// <summary>HTML's own entity sets, which RSS 0.91 feeds name, need no fetching: they are known.</summary>
    private bool IsCharacterNames(string name)
    {
        if (!name.StartsWith('%') || !NextWord().Equals("PUBLIC", StringComparison.OrdinalIgnoreCase)) return false;
        SkipSpace();
        return _at < _text.Length && _text[_at] is '"' or '\'' && ReadQuoted().StartsWith("-//W3C//ENTITIES ", StringComparison.OrdinalIgnoreCase);
    }

    private void Declare(string name, string value)
    {
        var decoded = WebUtility.HtmlDecode(value);
        var plain = !name.StartsWith('%') && !decoded.AsSpan().ContainsAny('&', '<') && !value.Contains('%', StringComparison.Ordinal);
        if (!plain || value.Length > MaxEntityLength || Texts.Count >= MaxEntities) Refused.Add(name);
        else if (!Refused.Contains(name)) Texts.TryAdd(name, decoded);
    }

    private void ReadParameterReference()
    {
        _at++;
        Unsafe |= Refused.Contains("%" + NextWord());
    }

    private string ReadQuoted()
    {
        var start = _at + 1;
        var end = _text.IndexOf(_text[_at], start);
        if (end < 0) end = _text.Length;
        _at = Math.Min(end + 1, _text.Length);
        return _text[start..end];
    }

    private void SkipDeclaration()
    {
        while (_at < _text.Length && _text[_at] != '>')
        {
            if (_text[_at] is '"' or '\'') ReadQuoted();
            else _at++;
        }

        if (_at < _text.Length) _at++;
    }

    private void SkipPast(string end)
    {
        var found = _text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : found + end.Length;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private string NextWord()
    {
        SkipSpace();
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('>' or '"' or '\'' or '%' or ';' or '[' or ']')) _at++;
        return _text[start.._at];
    }

    private bool Starts(string value) => string.CompareOrdinal(_text, _at, value, 0, value.Length) == 0;
}

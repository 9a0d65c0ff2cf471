namespace Wellread.Feeds.Parsing;

/// <content>Start tags and their attributes.</content>
internal sealed partial class XmlRepair
{
    private readonly List<(string Name, string Value)> _attributes = [];
    private bool _selfClosed;

    /// <summary>False where this is no tag after all, such as the bracket of a mail address; nothing was read then.</summary>
    private bool ReadStartTag()
    {
        var nameEnd = _at + 1;
        while (nameEnd < _text.Length && IsNamePart(_text[nameEnd])) nameEnd++;
        if (nameEnd < _text.Length && !char.IsWhiteSpace(_text[nameEnd]) && _text[nameEnd] is not ('/' or '>' or '<')) return false;
        var name = _text[(_at + 1)..nameEnd].TrimEnd(':', '.', '-');
        var end = ReadAttributes(nameEnd);
        _at = end;
        if (end == _text.Length && _text[^1] != '>')
        {
            _mended = true;
            return true;
        }

        if (InRoot) StartElement(name);
        else if (_rootSeen) AfterRoot(name);
        else if (IsRoot(name)) StartElement(name);
        else _mended = true;
        return true;
    }

    private void AfterRoot(string name)
    {
        _mended = true;
        if (IsRoot(name)) _refusal = XmlRefusal.SeveralDocuments;
    }

    /// <summary>What a feed, or a page in a feed's place, begins with. Warnings that a server prints before it begin with none of these.</summary>
    private static bool IsRoot(string name)
    {
        var local = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return local.ToUpperInvariant() is "RSS" or "RDF" or "FEED" or "CHANNEL" or "HTML" or "ENTRY";
    }

    private void StartElement(string name)
    {
        name = MendName(name);
        if (name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase)) name = name["xmlns:".Length..];
        if (XmlRepairStack.IsItem(name)) _mended |= _open.CloseBeforeItem(_output);
        if (_open.Count > 0 && ImpliesEnd(name) && name.Equals(_open.Top, StringComparison.OrdinalIgnoreCase)) CloseImplied(name);
        _rootSeen = true;
        var start = _output.Length;
        var prefixes = DeclarePrefixes(name);
        _output.Append('<').Append(name);
        foreach (var (attribute, value) in _attributes) _output.Append(' ').Append(attribute).Append("=\"").Append(value).Append('"');
        var closed = _selfClosed || XmlMarkup.IsVoid(name);
        _mended |= closed && !_selfClosed;
        _output.Append(closed ? "/>" : ">");
        if (_output.Length > FeedLimits.MaxMendedLength) throw new FeedLimitException("Mending blows the document up.");
        if (!closed) _open.Open(name, start, prefixes);
    }

    private void CloseImplied(string name)
    {
        _mended = true;
        _open.Close(name, _output);
    }

    /// <summary>Drops attributes of namespaces that XML forbids, and adds a declaration for each prefix that has none.</summary>
    private List<string>? DeclarePrefixes(string name)
    {
        List<string>? declared = null;
        foreach (var (attribute, _) in _attributes)
            if (attribute.StartsWith("xmlns:", StringComparison.Ordinal)) (declared ??= []).Add(attribute["xmlns:".Length..]);
        DeclarePrefixOf(name, ref declared);
        for (var i = _attributes.Count - 1; i >= 0; i--)
            if (!_attributes[i].Name.StartsWith("xmlns:", StringComparison.Ordinal)) DeclarePrefixOf(_attributes[i].Name, ref declared);
        return declared;
    }

    private void DeclarePrefixOf(string name, ref List<string>? declared)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return;
        var prefix = name[..colon];
        if (_open.IsDeclared(prefix) || declared?.Contains(prefix) == true) return;
        _mended = true;
        (declared ??= []).Add(prefix);
        _attributes.Add(($"xmlns:{prefix}", FeedNamespaces.OfPrefix(prefix)));
    }

    /// <summary>Reads up to and past the tag's end; a tag that lacks its bracket ends where the next begins.</summary>
    private int ReadAttributes(int at)
    {
        _attributes.Clear();
        _selfClosed = false;
        while (at < _text.Length)
        {
            var c = _text[at];
            if (c == '>') return at + 1;
            if (c == '<')
            {
                _mended = true;
                return at;
            }

            if (char.IsWhiteSpace(c) || c == '/')
            {
                _selfClosed = c == '/' && at + 1 < _text.Length && _text[at + 1] == '>';
                at++;
            }
            else at = ReadAttribute(at);
        }

        return at;
    }

    private int ReadAttribute(int start)
    {
        var at = start;
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && _text[at] is not ('=' or '>' or '<' or '/')) at++;
        var name = _text.AsSpan(start, at - start);
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        var value = name;
        if (at < _text.Length && _text[at] == '=') at = ReadValue(at + 1, out value);
        else _mended = true;
        AddAttribute(name, value);
        return Math.Max(at, start + 1);
    }

    private int ReadValue(int at, out ReadOnlySpan<char> value)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        var quote = at < _text.Length ? _text[at] : '\0';
        var start = at;
        if (quote is '"' or '\'')
        {
            at = _text.IndexOf(quote, ++start);
            if (at < 0) at = _text.Length;
            value = _text.AsSpan(start, at - start);
            return Math.Min(at + 1, _text.Length);
        }

        _mended = true;
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]) && _text[at] is not ('>' or '<')) at++;
        value = _text.AsSpan(start, at - start);
        return at;
    }

    private void AddAttribute(ReadOnlySpan<char> written, ReadOnlySpan<char> value)
    {
        if (_attributes.Count >= FeedLimits.MaxAttributes) throw new FeedLimitException("An element has too many attributes.");
        var name = MendName(written.ToString());
        var mended = AttributeValue(value);
        var declares = name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal);
        var forbidden = declares ? IsForbidden(name, mended.Trim()) : name == "xml:space" || written.StartsWith("xmlns:");
        if (!IsName(name) || forbidden || _attributes.Exists(attribute => attribute.Name == name)) _mended = true;
        else _attributes.Add((name, mended));
    }

    /// <summary>Declarations that XML reserves, or has no meaning for.</summary>
    private static bool IsForbidden(string name, string address) =>
        name is "xmlns:xml" or "xmlns:xmlns" || (name != "xmlns" && address.Length == 0) ||
        address is "http://www.w3.org/XML/1998/namespace" or "http://www.w3.org/2000/xmlns/";

    private static bool IsName(string name) => name.Length > 0 && IsNameStart(name[0]) && !name.AsSpan().ContainsAny("\"'") && name.All(IsNamePart);

    /// <summary>One colon at most, with a name on both sides.</summary>
    private static string MendName(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return name;
        var local = name[(colon + 1)..].Replace(':', '_');
        if (colon == 0 || (name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("xmlns:", StringComparison.Ordinal))) return local;
        return local.Length > 0 && IsNameStart(local[0]) ? $"{name[..colon]}:{local}" : name[..colon] + local;
    }

    private static bool ImpliesEnd(string name) => name.ToUpperInvariant() is "P" or "LI" or "TD" or "TR" or "DT" or "DD" or "OPTION";
}

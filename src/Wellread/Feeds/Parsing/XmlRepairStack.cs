using System.Text;

namespace Wellread.Feeds.Parsing;

/// <summary>The elements open while a document is mended, and the prefixes declared in them.</summary>
internal sealed class XmlRepairStack
{
    private readonly List<(string Name, int Start, List<string>? Prefixes)> _open = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _prefixes = new(StringComparer.Ordinal) { ["xml"] = 1 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _namesBySpan;

    public XmlRepairStack() => _namesBySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _open.Count;

    public string Top => _open[^1].Name;

    /// <summary>Where the outermost item that is still open starts in the output.</summary>
    public int? FirstItemStart
    {
        get
        {
            foreach (var (name, start, _) in _open)
                if (IsItem(name)) return start;
            return null;
        }
    }

    public bool IsDeclared(string prefix) => _prefixes.GetValueOrDefault(prefix) > 0;

    public bool IsOpen(ReadOnlySpan<char> name) => _namesBySpan.TryGetValue(name, out var count) && count > 0;

    public void Open(string name, int start, List<string>? prefixes)
    {
        if (_open.Count >= FeedLimits.MaxDepth) throw new FeedLimitException("Elements are nested too deep.");
        _open.Add((name, start, prefixes));
        _names[name] = _names.GetValueOrDefault(name) + 1;
        foreach (var prefix in prefixes ?? []) _prefixes[prefix] = _prefixes.GetValueOrDefault(prefix) + 1;
    }

    /// <summary>Ends the innermost open element of that name and what is open inside it; does nothing where none is.</summary>
    public void Close(ReadOnlySpan<char> name, StringBuilder output)
    {
        if (!IsOpen(name)) return;
        while (!name.Equals(Top, StringComparison.OrdinalIgnoreCase)) Pop(output);
        Pop(output);
    }

    /// <summary>Ends everything. Output of an item that was cut off is gone already, and so are its end tags.</summary>
    public void CloseForEnd(StringBuilder output)
    {
        var item = _open.FindIndex(element => IsItem(element.Name));
        if (item >= 0) _open.RemoveRange(item, _open.Count - item);
        while (_open.Count > 0) Pop(output);
    }

    /// <summary>Ends what was left open between an item and the channel that it belongs to, such as an item before it.</summary>
    public bool CloseBeforeItem(StringBuilder output)
    {
        if (!_open.Exists(element => IsContainer(element.Name))) return false;
        var count = _open.Count;
        while (!IsContainer(Top)) Pop(output);
        return _open.Count < count;
    }

    public static bool IsItem(string name) => Local(name) is "ITEM" or "ENTRY";

    private static bool IsContainer(string name) => Local(name) is "CHANNEL" or "FEED" or "RDF" or "RSS" or "ITEMS";

    /// <summary>The name in upper case, without a prefix that RSS and Atom elements may have; another vocabulary's <c>item</c> is none.</summary>
    private static string Local(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || name[..colon] is "rss" or "atom" or "a10" or "rdf" ? name[(colon + 1)..].ToUpperInvariant() : "";
    }

    private void Pop(StringBuilder output)
    {
        var (name, _, prefixes) = _open[^1];
        output.Append("</").Append(name).Append('>');
        _open.RemoveAt(_open.Count - 1);
        if (_names.TryGetValue(name, out var count)) _names[name] = count - 1;
        foreach (var prefix in prefixes ?? []) _prefixes[prefix]--;
    }
}

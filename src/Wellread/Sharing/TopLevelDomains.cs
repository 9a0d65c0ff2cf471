using System.Collections.Frozen;
using System.Reflection;

namespace Wellread.Sharing;

/// <summary>IANA's top-level domains, by which X tells a bare <c>example.com</c> from a full stop without a blank behind it.</summary>
internal static class TopLevelDomains
{
    private static readonly FrozenSet<string> Names = Load();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Spans = Names.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestUnicode = Names.Where(name => name.AsSpan().ContainsAnyExceptInRange('\0', '\x7F')).Max(name => name.Length);

    public static bool Contains(ReadOnlySpan<char> name) => Spans.Contains(name);

    /// <summary>The length of the domain that <paramref name="text"/> starts with, 0 for none. Names in other scripts may have words right behind them, ASCII names may not.</summary>
    public static int LengthAtStartOf(ReadOnlySpan<char> text)
    {
        var ascii = 0;
        while (ascii < text.Length && (char.IsAsciiLetterOrDigit(text[ascii]) || text[ascii] == '-')) ascii++;
        if (ascii > 0 && (Contains(text[..ascii]) || IsPunycode(text[..ascii]))) return ascii;
        for (var length = Math.Min(text.Length, LongestUnicode); length > 0; length--)
        {
            if (Contains(text[..length])) return length;
        }
        return 0;
    }

    private static bool IsPunycode(ReadOnlySpan<char> name) => name.Length > 4 && name.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Wellread.Sharing.top-level-domains.txt")
            ?? throw new InvalidOperationException("The list of top-level domains is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n')
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}

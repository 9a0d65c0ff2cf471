namespace Wellread.Articles;

/// <summary>A title as an editor would write it: one line, without the outlet's name behind it.</summary>
internal static class ArticleTitle
{
    private const int MaxLength = 300;
    private static readonly string[] Dividers = [" - ", " – ", " — ", " | ", " · ", " :: ", " » "];

    /// <summary>Capitals are left as they are: turning them into a sentence needs to know names.</summary>
    public static string From(string? markup, params ReadOnlySpan<string?> outlets)
    {
        var title = PlainText.Line(markup, MaxLength);
        foreach (var divider in Dividers)
        {
            var at = title.LastIndexOf(divider, StringComparison.Ordinal);
            if (at <= 0) continue;
            var suffix = title.AsSpan(at + divider.Length).Trim();
            foreach (var outlet in outlets)
            {
                if (outlet is not null && IsSameName(suffix, outlet)) return title[..at].TrimEnd();
            }
        }
        return title;
    }

    /// <summary>Letters and digits alike, "The" in front, "RSS" or "News" behind and a web ending aside.</summary>
    private static bool IsSameName(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (a, b) = (Core(left), Core(right));
        return a.Length > 1 && b.Length > 1 && (a == b || (a.Length >= 3 && b.StartsWith(a, StringComparison.Ordinal) && Initials(left)));
    }

    private static string Core(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (name.StartsWith("The ", StringComparison.OrdinalIgnoreCase)) name = name[4..];
        foreach (var ending in (ReadOnlySpan<string>)[" RSS", " RSS feed", " feed", ".com", ".org", ".gov", ".co.uk", ".net", ".es"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        }
        Span<char> core = stackalloc char[Math.Min(name.Length, 100)];
        var length = 0;
        foreach (var character in name)
        {
            if (length < core.Length && char.IsLetterOrDigit(character)) core[length++] = char.ToLowerInvariant(character);
        }
        return core[..length].ToString();
    }

    /// <summary>"BBC" behind a title of "BBC News - Health".</summary>
    private static bool Initials(ReadOnlySpan<char> name) => name.Length <= 6 && !name.ContainsAnyInRange('a', 'z') && name.ContainsAnyInRange('A', 'Z');
}

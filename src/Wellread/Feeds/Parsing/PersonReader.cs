namespace Wellread.Feeds.Parsing;

/// <summary>People as feeds name them: Atom's elements, RSS's mail address with a name, plain names.</summary>
internal static class PersonReader
{
    /// <summary>The name, else the mail address, of the person that the current element tells.</summary>
    public static string? Read(XmlCursor cursor)
    {
        string? name = null;
        string? email = null;
        string? other = null;
        var text = cursor.Mixed(child =>
        {
            var value = cursor.Text().Trim();
            if (child is "name") name ??= value;
            else if (child is "email") email ??= value;
            else if (child is not ("uri" or "url" or "homepage" or "image")) other ??= value;
        });
        return string.IsNullOrWhiteSpace(name) ? Name(FirstOf(text, other, email)) : name;
    }

    /// <summary>RSS writes "ann@example.org (Ann Example)", others "Ann Example &lt;ann@example.org&gt;".</summary>
    public static string Name(string text)
    {
        text = text.Trim();
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.EndsWith(')') && text[..open].Contains('@', StringComparison.Ordinal) && text.Length - open > 2)
            return text[(open + 1)..^1].Trim();
        var bracket = text.IndexOf('<', StringComparison.Ordinal);
        if (bracket > 0 && text.EndsWith('>') && text[bracket..].Contains('@', StringComparison.Ordinal)) return text[..bracket].Trim();
        return text;
    }

    private static string FirstOf(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
            if (!string.IsNullOrWhiteSpace(value)) return value;
        return "";
    }
}

namespace Wellread.Feeds.Parsing;

/// <summary>People as feeds name them: Atom's elements, RSS's mail address with a name, plain names.</summary>
internal static class PersonReader
{
    /// <summary>The name, else the mail address, of the person that the current element tells.</summary>
    public static string? Read(XmlCursor cursor)
    {
        string? name = null;
        string? email = null;
        var text = cursor.Mixed(child =>
        {
            if (child is "name") name ??= cursor.Text().Trim();
            else if (child is "email") email ??= cursor.Text().Trim();
            else if (child is "uri" or "url" or "homepage") cursor.Skip();
            else name ??= cursor.Text();
        });
        return !string.IsNullOrWhiteSpace(name) ? name : !string.IsNullOrWhiteSpace(text) ? Name(text) : email;
    }

    /// <summary>RSS writes "ann@example.org (Ann Example)", others "Ann Example &lt;ann@example.org&gt;".</summary>
    public static string Name(string text)
    {
        text = text.Trim();
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.EndsWith(')') && text[..open].Contains('@', StringComparison.Ordinal) && text.Length - open > 2) return text[(open + 1)..^1].Trim();
        var bracket = text.IndexOf('<', StringComparison.Ordinal);
        if (bracket > 0 && text.EndsWith('>') && text[bracket..].Contains('@', StringComparison.Ordinal)) return text[..bracket].Trim();
        return text;
    }
}

namespace Wellread.Sharing;

/// <summary>How a text opens. All that it claims stays the article's own.</summary>
internal enum ShareTone
{
    /// <summary>With the title.</summary>
    Plain,

    /// <summary>With the article's own question, or an open one on its subject.</summary>
    Question,

    /// <summary>With a sentence of advice from it.</summary>
    Tip,
}

/// <summary>The tones by their names on the wire.</summary>
internal static class ShareTones
{
    public static IReadOnlyList<ShareTone> All { get; } = Enum.GetValues<ShareTone>();

    /// <summary>The names, as a sentence lists them.</summary>
    public static string Slugs { get; } = string.Join(", ", All.Select(SlugOf));

    public static string SlugOf(ShareTone tone) => tone switch
    {
        ShareTone.Question => "question",
        ShareTone.Tip => "tip",
        _ => "plain",
    };

    /// <summary>The tone with this name in any case, the plain one for none; null where there is no such tone.</summary>
    public static ShareTone? Find(string? slug)
    {
        if (string.IsNullOrWhiteSpace(slug)) return ShareTone.Plain;
        foreach (var tone in All)
        {
            if (SlugOf(tone).Equals(slug.Trim(), StringComparison.OrdinalIgnoreCase)) return tone;
        }
        return null;
    }
}

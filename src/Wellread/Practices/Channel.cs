using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Practices;

/// <summary>Where an editor shares.</summary>
internal enum Channel
{
    Facebook,
    X,
    Linkedin,
    Email,
}

/// <summary>What is known of each channel: its name on the wire, its name in words, and whom it reaches.</summary>
internal sealed record ChannelInfo(Channel Channel, string Slug, string Name, ArticleAudience Audience)
{
    private static readonly FrozenDictionary<string, ChannelInfo> BySlug;

    static ChannelInfo()
    {
        All =
        [
            new(Channel.Facebook, "facebook", "Facebook", ArticleAudience.Patients),
            new(Channel.X, "x", "X", ArticleAudience.Patients),
            new(Channel.Linkedin, "linkedin", "LinkedIn", ArticleAudience.Colleagues),
            new(Channel.Email, "email", "Email", ArticleAudience.Patients),
        ];
        BySlug = All.ToFrozenDictionary(info => info.Slug, StringComparer.OrdinalIgnoreCase);
    }

    public static IReadOnlyList<ChannelInfo> All { get; }

    /// <summary>The channel with this name on the wire, in any case; null where there is none.</summary>
    public static ChannelInfo? Find(string slug) => BySlug.GetValueOrDefault(slug.Trim());

    /// <summary>The channels that reach these readers.</summary>
    public static IEnumerable<ChannelInfo> For(ArticleAudience audience) => All.Where(info => info.Audience == audience);
}

using System.Collections.Frozen;
using Wellread.Articles;

namespace Wellread.Practices;

/// <summary>Where you share.</summary>
internal enum Channel
{
    // A new channel is one word here and one entry in ChannelInfo.All.
    Facebook,
    X,
    Linkedin,
    Email,
    Threads,
    Bluesky,
    Mastodon,
    Whatsapp,
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
            new(Channel.Threads, "threads", "Threads", ArticleAudience.Patients),
            new(Channel.Bluesky, "bluesky", "Bluesky", ArticleAudience.Patients),
            new(Channel.Mastodon, "mastodon", "Mastodon", ArticleAudience.Patients),
            new(Channel.Whatsapp, "whatsapp", "WhatsApp", ArticleAudience.Patients),
        ];
        BySlug = All.ToFrozenDictionary(info => info.Slug, StringComparer.OrdinalIgnoreCase);
        Slugs = string.Join(", ", All.Select(info => info.Slug));
    }

    /// <summary>In the order of <see cref="Channel"/>.</summary>
    public static IReadOnlyList<ChannelInfo> All { get; }

    /// <summary>The names on the wire, as a sentence lists them.</summary>
    public static string Slugs { get; }

    public static ChannelInfo Of(Channel channel) => All[(int)channel];

    /// <summary>The channel with this name on the wire, in any case; null where there is none.</summary>
    public static ChannelInfo? Find(string slug) => BySlug.GetValueOrDefault(slug.Trim());
}

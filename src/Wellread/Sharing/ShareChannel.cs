using System.Collections.Frozen;
using System.Collections.Immutable;
using Wellread.Feeds;
using Wellread.Practices;

namespace Wellread.Sharing;

/// <summary>A network as its share links, counts and habits are documented. Every <see cref="Practices.Channel"/> has its entry in <see cref="All"/>.</summary>
internal sealed record ShareChannel
{
    public required Channel Channel { get; init; }

    /// <summary>The name on the wire.</summary>
    public string Slug => ChannelInfo.Of(Channel).Slug;

    public string Name => ChannelInfo.Of(Channel).Name;

    public required LengthRule Rule { get; init; }

    /// <summary>By <see cref="Rule"/>; null where the network states none.</summary>
    public int? Limit { get; init; }

    /// <summary>How long a text is made, by <see cref="Rule"/>: what people read on this network, never above its limit.</summary>
    public required int Comfortable { get; init; }

    /// <summary>True where the link is part of the text; false where the network shows it as a card of its own.</summary>
    public bool LinkInText { get; init; } = true;

    /// <summary>Whether hashtags mean anything there.</summary>
    public bool Hashtags { get; init; } = true;

    /// <summary>Whether the share link carries the text. Where it does not, the editor pastes it.</summary>
    public bool PrefillsText { get; init; } = true;

    /// <summary>Every value goes through <see cref="Uri.EscapeDataString(string)"/>.</summary>
    public required Func<ShareMessage, string> Address { get; init; }

    public required ImmutableArray<string> Steps { get; init; }

    /// <summary>
    /// Facebook and LinkedIn take only the link (Meta ignores <c>quote</c> by now). X: docs.x.com; Threads: Meta's documentation of 19 March 2026; Bluesky: its
    /// documentation; WhatsApp and Mastodon: as widely used; email: RFC 6068.
    /// </summary>
    public static ImmutableArray<ShareChannel> All { get; } =
    [
        new()
        {
            Channel = Channel.Facebook, Rule = LengthRule.Characters, Limit = 63_206, Comfortable = 500, LinkInText = false, PrefillsText = false,
            Address = message => $"https://www.facebook.com/sharer/sharer.php?u={Encode(message.Link)}",
            Steps = Pasted("Facebook"),
        },
        new()
        {
            Channel = Channel.X, Rule = LengthRule.X, Limit = XWeightedLength.Limit, Comfortable = XWeightedLength.Limit,
            Address = message => $"https://x.com/intent/tweet?text={Encode(message.Text)}&url={Encode(message.Link)}",
            Steps = Filled("X"),
        },
        new()
        {
            Channel = Channel.Linkedin, Rule = LengthRule.Characters, Limit = 3_000, Comfortable = 700, LinkInText = false, PrefillsText = false,
            Address = message => $"https://www.linkedin.com/sharing/share-offsite/?url={Encode(message.Link)}",
            Steps = Pasted("LinkedIn"),
        },
        new()
        {
            Channel = Channel.Email, Rule = LengthRule.Characters, Comfortable = 900, Hashtags = false,
            Address = message => $"mailto:?subject={Encode(FeedText.Clean(message.Title) ?? "")}&body={Encode(message.TextWithLink.ReplaceLineEndings("\r\n"))}",
            Steps = ["Open the share link. Your email program opens with the text filled in.", "Choose who gets it.", "Read it once more, then send."],
        },
        new()
        {
            Channel = Channel.Threads, Rule = LengthRule.Threads, Limit = 500, Comfortable = 500,
            Address = message => $"https://www.threads.com/intent/post?text={Encode(message.Text)}&url={Encode(message.Link)}",
            Steps = Filled("Threads"),
        },
        new()
        {
            Channel = Channel.Bluesky, Rule = LengthRule.Graphemes, Limit = 300, Comfortable = 300,
            Address = message => $"https://bsky.app/intent/compose?text={Encode(message.TextWithLink)}",
            Steps = Filled("Bluesky"),
        },
        new()
        {
            Channel = Channel.Mastodon, Rule = LengthRule.Mastodon, Limit = 500, Comfortable = 500,
            Address = message => $"https://{message.Instance}/share?text={Encode(message.TextWithLink)}",
            Steps = Filled("Mastodon"),
        },
        new()
        {
            Channel = Channel.Whatsapp, Rule = LengthRule.Characters, Limit = 65_536, Comfortable = 500, Hashtags = false,
            Address = message => $"https://wa.me/?text={Encode(message.TextWithLink)}",
            Steps = ["Open the share link. WhatsApp opens with the text filled in.", "Choose who gets it.", "Read it once more, then send."],
        },
    ];

    private static readonly FrozenDictionary<Channel, ShareChannel> ByChannel = All.ToFrozenDictionary(channel => channel.Channel);

    /// <summary>The channel with this name on the wire, in any case; null where there is none.</summary>
    public static ShareChannel? Find(string slug) => ChannelInfo.Find(slug) is { } info ? ByChannel[info.Channel] : null;

    private static string Encode(string value) => Uri.EscapeDataString(value);

    private static ImmutableArray<string> Pasted(string name) =>
        ["Copy the text.", $"Open the share link. {name} shows the article as a card.", "Paste the text above the card.", "Read it once more, then post.",
            $"The share link posts in your own name. To post as your practice: open its page on {name}, start a post there, and paste the text and then the `link`."];

    private static ImmutableArray<string> Filled(string name) =>
        [$"Open the share link. {name} opens with the text and the link filled in.", "Read it once more, then post."];
}

/// <summary>What is shared: the article's title, the text without and with the link, and (Mastodon) the host where the editor has an account.</summary>
internal sealed record ShareMessage(string Title, string Text, string Link, string Instance)
{
    public string TextWithLink => $"{Text}\n{Link}";
}

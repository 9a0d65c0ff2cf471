using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Sharing;

/// <summary>From an article to what an editor needs to share it on one channel. Pure.</summary>
internal static class ShareLinks
{
    public const string DefaultInstance = "mastodon.social";

    /// <summary>The offer; null where the article's link is no plain web address, which is never shared.</summary>
    public static ShareOffer? For(Article article, ShareWish wish)
    {
        if (CanonicalLink.From(article.Link) is not { } address) return null;
        if (Addresses.AreIn(article.Title)) article = article with { Title = Addresses.Without(article.Title) is { Length: > 0 } title ? title : article.Source.Name };
        var channel = wish.Channel;
        var link = CampaignTags.On(address, channel, wish.Practice);
        var draft = ShareText.For(article, wish, link);
        var message = new ShareMessage(ShareText.SampleMark(article) + article.Title, draft.Text, link, wish.Instance);
        var copyText = channel.LinkInText ? message.TextWithLink : message.Text;
        return new ShareOffer(
            channel, channel.Address(message), copyText, link, channel.Rule.Count(copyText), draft, [.. ShareWarnings.For(article, wish, draft, copyText)]);
    }

    /// <summary>A Mastodon server's host, or null where the text is none.</summary>
    public static string? InstanceFrom(string text)
    {
        var host = text.Trim();
        var isName = Uri.CheckHostName(host) == UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal) && CanonicalLink.From($"https://{host}/") is not null;
        return isName ? new Uri($"https://{host}/").IdnHost.ToLowerInvariant() : null;
    }
}

/// <summary>A share link, and the text to paste or check. <paramref name="Counted"/> is the length of <paramref name="CopyText"/> by the channel's rule.</summary>
internal sealed record ShareOffer(ShareChannel Channel, string ShareUrl, string CopyText, string Link, int Counted, ShareDraft Draft, ImmutableArray<string> Warnings);

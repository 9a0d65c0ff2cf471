using Wellread.Articles;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// A text that goes out with nobody looking. What an editor would be warned of has to be right by itself: a help line is in it, and it is no longer than its network takes.
/// Pure.
/// </summary>
internal static class OutboxOffer
{
    /// <summary>How far a title is cut to make room for a help line, in UTF-16 units.</summary>
    private static readonly int[] TitleLengths = [160, 120, 80, 50];

    /// <summary>Null where there is no such text: what can't carry its help line goes out by an editor's hand only.</summary>
    public static ShareOffer? For(Article article, ShareWish wish)
    {
        if (ShareLinks.For(article, wish) is not { } offer) return null;
        var help = ShareClosing.HelpFor(article);
        return new[] { offer }.Concat(help is null ? [] : Shorter(article, wish, offer)).FirstOrDefault(one => IsWhole(one, help));
    }

    private static IEnumerable<ShareOffer> Shorter(Article article, ShareWish wish, ShareOffer offer) =>
        Attributions.For(new Uri(offer.Link).Host, wish.FeedHost)?.Unchanged is true
            ? []
            : TitleLengths.Where(length => length < article.Title.Length)
                .Select(length => ShareLinks.For(article with { Title = TextCut.At(article.Title, length) }, wish))
                .OfType<ShareOffer>();

    private static bool IsWhole(ShareOffer offer, string? help) =>
        !(offer.Counted > offer.Channel.Limit) && (help is null || offer.Draft.Text.Contains(help, StringComparison.Ordinal));
}

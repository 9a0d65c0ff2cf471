using System.Collections.Immutable;

namespace Wellread.Refresh.PageChecks;

/// <summary>What a look at a link gave, for whoever is about to share it.</summary>
internal enum PreviewState
{
    /// <summary>Readers can open it.</summary>
    Ok,
    Gone,
    Paywalled,
    Login,

    /// <summary>A PDF or another file, not a web page.</summary>
    File,

    /// <summary>The site did not answer, or turns programs away.</summary>
    Unclear,

    /// <summary>The site's rules do not let programs look.</summary>
    NotAllowed,
}

/// <summary>How a card's picture comes out.</summary>
internal enum CardPicture
{
    None,

    /// <summary>Smaller than networks take.</summary>
    TooSmall,

    /// <summary>Beside the title.</summary>
    Small,

    /// <summary>Across the whole card.</summary>
    Large,

    /// <summary>The page does not say how large it is.</summary>
    Unknown,
}

/// <summary>What networks will make of a link, and what to know before it is shared. Pure.</summary>
/// <remarks>Sizes are those of Meta's "Images in Link Shares": 200 × 200 pixels at least, 600 × 315 for a large card; X and LinkedIn are near to it.</remarks>
internal sealed record LinkPreview(PreviewState State, PageCard? Card, string? Site, string? ImageUrl, CardPicture Picture, ImmutableArray<string> Warnings)
{
    private const int LeastSide = 200;
    private const int LargeWidth = 600;
    private const int LargeHeight = 315;

    public static LinkPreview Of(Uri link, PageLook look)
    {
        var (state, warning) = StateOf(look);
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (warning is not null) warnings.Add(warning);
        if (look.AnsweredBy is { } answered && !IsSameSite(link, answered))
            warnings.Add($"The link leads on to another site: {Bare(answered.IdnHost)}. Make sure that it is the right one.");
        var card = state is PreviewState.Ok or PreviewState.Paywalled ? look.Card : null;
        if (card is null) return new LinkPreview(state, null, null, null, CardPicture.None, warnings.ToImmutable());
        var image = card.Image is null ? null : CanonicalAddress(look.AnsweredBy ?? link, card.Image);
        var picture = PictureOf(card, image);
        warnings.AddRange(About(card, picture, image));
        return new LinkPreview(state, card, Bare((look.AnsweredBy ?? link).IdnHost), image, picture, warnings.ToImmutable());
    }

    private static (PreviewState State, string? Warning) StateOf(PageLook look) => look switch
    {
        PageLook.Missing => (PreviewState.Gone, "The page is gone. Please do not share it."),
        PageLook.Paid => (PreviewState.Paywalled, "Readers have to pay to read this page. Please choose another."),
        PageLook.LoginNeeded => (PreviewState.Login, "Readers have to log in to read this page. Please choose another."),
        PageLook.NotAllowed => (PreviewState.NotAllowed, "The site asks programs not to look at this page. Look at the card in the network's own window before you post."),
        PageLook.Readable when look.IsPdf => (PreviewState.File, "This is a PDF file. Networks show no card for it, and it is hard to read on a phone."),
        PageLook.Readable when look.Card is null && !look.IsUnread => (PreviewState.File, "This is a file, not a web page. Networks show no card for it."),
        PageLook.Readable when !look.IsUnread => (PreviewState.Ok, null),
        _ => (PreviewState.Unclear, "The page could not be looked at just now. Open the link yourself before you post."),
    };

    private static CardPicture PictureOf(PageCard card, string? image) => (image, card.ImageWidth, card.ImageHeight) switch
    {
        (null, _, _) => CardPicture.None,
        (_, < LeastSide, _) or (_, _, < LeastSide) => CardPicture.TooSmall,
        (_, >= LargeWidth, >= LargeHeight) => CardPicture.Large,
        (_, null, _) or (_, _, null) => CardPicture.Unknown,
        _ => CardPicture.Small,
    };

    private static IEnumerable<string> About(PageCard card, CardPicture picture, string? image)
    {
        if (card.Title is null) yield return "The page gives no title, so the card shows only its address.";
        if (picture == CardPicture.None) yield return "The page gives no picture. The card will be text only: think of adding a picture of your own.";
        if (picture == CardPicture.TooSmall) yield return "The page's picture is too small, so networks leave it out: think of adding a picture of your own.";
        if (picture == CardPicture.Unknown) yield return "The page does not say how large its picture is. On the first share it may be missing.";
        if (image is not null && !card.Image!.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            yield return "The page does not give the full address of its picture, so some networks leave it out.";
    }

    // A name in front of the host makes an address look like another's.
    private static string? CanonicalAddress(Uri page, string image) =>
        Uri.TryCreate(page, image, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;

    private static bool IsSameSite(Uri one, Uri other)
    {
        var (a, b) = (Bare(one.IdnHost), Bare(other.IdnHost));
        return a == b || a.EndsWith($".{b}", StringComparison.Ordinal) || b.EndsWith($".{a}", StringComparison.Ordinal);
    }

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}

using System.Collections.Immutable;
using Wellread.Articles;

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

    /// <param name="link">The article's address.</param>
    /// <param name="title">Its title.</param>
    /// <param name="look">What a look at it gave.</param>
    /// <param name="seen">What a look at the card's picture gave; null where nobody looked.</param>
    public static LinkPreview Of(Uri link, string title, PageLook look, PictureLook? seen = null)
    {
        var (state, warning) = StateOf(look);
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (warning is not null) warnings.Add(warning);
        warnings.AddRange(AboutAddresses(link, look));
        var card = HasCard(look) ? look.Card : null;
        if (card is null) return new LinkPreview(state, null, null, null, CardPicture.None, warnings.ToImmutable());
        var image = seen is PictureLook.Private ? null : PictureOf(link, look);
        var picture = PictureOf(card, image, seen);
        if (card.Title is { } shown && IsOther(title, shown)) warnings.Add($"The card shows another title: “{shown}”. Make sure that it is the right page.");
        warnings.AddRange(About(card, picture, image, seen));
        return new LinkPreview(state, card, PageAddresses.Bare((look.AnsweredBy ?? link).IdnHost), image?.AbsoluteUri, picture, warnings.ToImmutable());
    }

    /// <summary>The address of the card's picture; null where there is no card, or it has none.</summary>
    public static Uri? PictureOf(Uri link, PageLook look) => HasCard(look) ? PageAddresses.In(look.AnsweredBy ?? link, look.Card?.Image) : null;

    private static bool HasCard(PageLook look) => StateOf(look).State is PreviewState.Ok or PreviewState.Paywalled;

    /// <summary>Publishers put a headline in other words for networks, but seldom without one that it had.</summary>
    private static bool IsOther(string title, string shown)
    {
        var (ours, theirs) = (TitleSketch.Of(title), TitleSketch.Of(shown));
        return !ours.IsEmpty && !theirs.IsEmpty && !ours.Shares(theirs);
    }

    private static IEnumerable<string> AboutAddresses(Uri link, PageLook look)
    {
        var answered = look.AnsweredBy ?? link;
        if (!PageAddresses.AreOneSite(link, answered))
            yield return $"The link leads on to another site: {PageAddresses.Bare(answered.IdnHost)}. Make sure that it is the right one.";
        if (look.LeadsTo is { } next && !PageAddresses.AreOneSite(answered, next))
            yield return $"The page sends readers on to another site: {PageAddresses.Bare(next.IdnHost)}. Make sure that it is the right one.";
        if (HasCard(look) && look.OwnAddress is { } own && !PageAddresses.AreOneSite(answered, own))
            yield return $"The page says that its own address is on another site, {PageAddresses.Bare(own.IdnHost)}. Networks may show and link that page instead.";
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

    /// <summary>What the picture itself says counts before what the page says of it.</summary>
    private static CardPicture PictureOf(PageCard card, Uri? image, PictureLook? seen) => (image, seen) switch
    {
        (null, _) or (_, PictureLook.Missing or PictureLook.Drawing) => CardPicture.None,
        (_, PictureLook.Found { Size: { } size }) => OfSize(size.Width, size.Height),
        _ => OfSize(card.ImageWidth, card.ImageHeight),
    };

    private static CardPicture OfSize(int? width, int? height) => (width, height) switch
    {
        ( < LeastSide, _) or (_, < LeastSide) => CardPicture.TooSmall,
        ( >= LargeWidth, >= LargeHeight) => CardPicture.Large,
        (null, _) or (_, null) => CardPicture.Unknown,
        _ => CardPicture.Small,
    };

    private static IEnumerable<string> About(PageCard card, CardPicture picture, Uri? image, PictureLook? seen)
    {
        const string Own = "think of adding a picture of your own.";
        if (card.Title is null) yield return "The page gives no title, so the card shows only its address.";
        if (picture == CardPicture.None)
        {
            yield return seen switch
            {
                PictureLook.Missing => $"The page's picture is not there. The card will be text only: {Own}",
                PictureLook.Drawing => $"The page's picture is a drawing (SVG), which networks do not show. The card will be text only: {Own}",
                PictureLook.Private => $"The page's picture is at an address that only its own network can open. The card will be text only: {Own}",
                _ => $"The page gives no picture. The card will be text only: {Own}",
            };
        }

        if (picture == CardPicture.TooSmall) yield return $"The page's picture is too small, so networks leave it out: {Own}";
        if (picture == CardPicture.Unknown) yield return "The page does not say how large its picture is. On the first share it may be missing.";
        if (image is not null && picture != CardPicture.None && !card.Image!.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            yield return "The page does not give the full address of its picture, so some networks leave it out.";
    }
}

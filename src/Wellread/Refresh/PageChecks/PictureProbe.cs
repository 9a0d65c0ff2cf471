using Wellread.Feeds;
using Wellread.Feeds.Outbound;

namespace Wellread.Refresh.PageChecks;

/// <summary>What a look at a card's picture gave.</summary>
internal abstract record PictureLook
{
    private PictureLook() { }

    /// <summary>A picture of this size in pixels; null where its kind does not say so in its beginning.</summary>
    internal sealed record Found(PictureSize? Size) : PictureLook;

    /// <summary>There is none: 404, 410, or something else than a picture.</summary>
    internal sealed record Missing : PictureLook;

    /// <summary>A drawing (SVG), which networks do not show.</summary>
    internal sealed record Drawing : PictureLook;

    /// <summary>Its address leads where nobody should be sent: into a private network.</summary>
    internal sealed record Private : PictureLook;

    /// <summary>Nobody knows.</summary>
    internal sealed record Unclear : PictureLook;
}

/// <summary>Reads the beginning of a card's picture, by the one door and the rules of its site: one request.</summary>
internal sealed class PictureProbe(PageProbe pages)
{
    private const string Drawings = "image/svg";

    /// <summary>Throws only when <paramref name="cancellationToken"/> ends it.</summary>
    public async Task<PictureLook> LookAsync(Uri address, CancellationToken cancellationToken) => await pages.AskAsync(address, cancellationToken) switch
    {
        OutboundAnswer.Answered { Status: 404 or 410 } => new PictureLook.Missing(),
        OutboundAnswer.Answered { Status: 200 or 203 } answer => Read(answer),
        OutboundAnswer.Failed { Fault: var fault } when fault.Code == FeedFaults.BlockedName.Code => new PictureLook.Private(),
        _ => new PictureLook.Unclear(),
    };

    private static PictureLook Read(OutboundAnswer.Answered answer)
    {
        if (PictureSize.Read(answer.Body.Span) is { } size) return new PictureLook.Found(size);
        if (answer.Headers.ContentType is not { } type) return new PictureLook.Unclear();
        if (type.StartsWith(Drawings, StringComparison.OrdinalIgnoreCase)) return new PictureLook.Drawing();
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? new PictureLook.Missing() : new PictureLook.Found(Size: null);
    }
}

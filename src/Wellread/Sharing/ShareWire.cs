namespace Wellread.Sharing;

/// <summary>What you need to share an article on one network.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Channel">The network.</param>
/// <param name="ShareUrl">Open this to share.</param>
/// <param name="PrefillsText">True where the link brings the text along; false where you paste it.</param>
/// <param name="CopyText">The text to paste, or to check.</param>
/// <param name="Tone">How the text opens: `plain`, `question` or `tip`; `plain` where the article has no words for the one that you asked for.</param>
/// <param name="Tones">The tones that this article has words for here.</param>
/// <param name="MissingTones">The other tones, each with the reason why this article has no words for it.</param>
/// <param name="Link">The address that is shared. On your practice's own sites it has utm tags that say which network it was; on others it stays as it is.</param>
/// <param name="Steps">What to do, in order.</param>
/// <param name="Length">How long the text is, as the network counts.</param>
/// <param name="Reading">How hard it is to read.</param>
/// <param name="Warnings">What to know before you post; empty when there is nothing.</param>
internal sealed record ShareResponse(
    string ArticleId,
    string Channel,
    string ShareUrl,
    bool PrefillsText,
    string CopyText,
    string Tone,
    IReadOnlyList<string> Tones,
    IReadOnlyList<ShareToneMissing> MissingTones,
    string Link,
    IReadOnlyList<string> Steps,
    ShareLength Length,
    ShareReading Reading,
    IReadOnlyList<string> Warnings)
{
    public static ShareResponse From(string articleId, ShareOffer offer) => new(
        articleId,
        offer.Channel.Slug,
        offer.ShareUrl,
        offer.Channel.PrefillsText,
        offer.CopyText,
        ShareTones.SlugOf(offer.Draft.Tone),
        [.. offer.Draft.Tones.Select(ShareTones.SlugOf)],
        [.. offer.Draft.Missing.Select(missing => new ShareToneMissing(ShareTones.SlugOf(missing.Tone), missing.Reason))],
        offer.Link,
        offer.Channel.Steps,
        new ShareLength(offer.Counted, offer.Channel.Limit, offer.Channel.Rule.Code),
        ShareReading.Of(offer.Draft),
        offer.Warnings);
}

/// <summary>A tone that an article has no words for.</summary>
/// <param name="Tone">The tone: `question` or `tip`.</param>
/// <param name="Reason">Why, in plain words.</param>
internal sealed record ShareToneMissing(string Tone, string Reason);

/// <summary>A text's length.</summary>
/// <param name="Counted">The length of `copyText` by the network's rule.</param>
/// <param name="Limit">The longest that the network takes; null where it states none.</param>
/// <param name="Rule">How the network counts: `characters`, `x-weighted-v3`, `graphemes`, `graphemes-links-23` or `characters-emoji-bytes`.</param>
internal sealed record ShareLength(int Counted, int? Limit, string Rule);

/// <summary>How hard a text is to read, without its closing lines.</summary>
/// <param name="Grade">The US school grade; null where it is too short for one.</param>
/// <param name="TargetGrade">Your practice's grade; null for a text for health workers.</param>
/// <param name="Remark">What the grade is worth.</param>
internal sealed record ShareReading(double? Grade, double? TargetGrade, string Remark)
{
    internal static ShareReading Of(ShareDraft draft) => new(draft.Reading.Grade, draft.TargetGrade, draft.Reading.Remark);
}

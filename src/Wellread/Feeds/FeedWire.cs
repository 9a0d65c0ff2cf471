using Wellread.Platform;

namespace Wellread.Feeds;

/// <summary>The words for how a feed is, as the wire has them.</summary>
internal sealed class KnownConditionsAttribute : KnownValuesAttribute
{
    public static IEnumerable<string> Slugs => Enum.GetValues<FeedCondition>().Select(Slug);

    public override IEnumerable<string> Values => Slugs;

    public static string Slug(FeedCondition condition) => condition.ToString().ToLowerInvariant();
}

/// <summary>Feeds, by title.</summary>
/// <param name="Items">The feeds of this page.</param>
/// <param name="NextCursor">Send this as `cursor` to get the next page. It is null behind the last page.</param>
internal sealed record FeedList(IReadOnlyList<FeedItem> Items, string? NextCursor);

/// <summary>A feed, and how it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Url">Its address.</param>
/// <param name="Homepage">The site it belongs to.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Audience">Whom it is written for.</param>
/// <param name="Language">Its language, as a two-letter code; null where it is not known.</param>
/// <param name="Topics">What it is about as a whole; empty for a general feed.</param>
/// <param name="Packs">The packs that list it; empty for a feed that you added.</param>
/// <param name="Folders">The folders it is in, each as the names from the outermost to the innermost.</param>
/// <param name="Enabled">Whether it is switched on.</param>
/// <param name="PausedUntil">Until when it is paused; null when it is not.</param>
/// <param name="Keep">Only articles that say one of these words are suggested; empty for all.</param>
/// <param name="Block">Articles that say one of these words are not suggested.</param>
/// <param name="Health">How it is.</param>
internal sealed record FeedItem(
    string Id,
    string Title,
    string Url,
    string? Homepage,
    PublisherType Publisher,
    FeedAudience Audience,
    string? Language,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Packs,
    IReadOnlyList<IReadOnlyList<string>> Folders,
    bool Enabled,
    DateTimeOffset? PausedUntil,
    IReadOnlyList<string> Keep,
    IReadOnlyList<string> Block,
    FeedHealthItem Health)
{
    public static FeedItem From(FeedSource source, FeedState? state, DateTimeOffset now) => new(
        source.Id,
        source.Title,
        source.Url.AbsoluteUri,
        source.Homepage?.AbsoluteUri,
        source.Publisher,
        source.Audience,
        source.Language,
        source.Topics,
        source.Packs,
        source.Folders,
        source.Enabled,
        source.IsPaused(now) ? source.PausedUntil : null,
        source.Rules.Keep,
        source.Rules.Block,
        FeedHealthItem.From(FeedHealth.Describe(source, state, now), state));
}

/// <summary>How a feed is: in a word, in sentences, and the facts behind them.</summary>
/// <param name="Condition">In one word, for programs.</param>
/// <param name="Summary">In sentences.</param>
/// <param name="Fault">What is wrong, for programs; null when nothing is.</param>
/// <param name="LastVisit">When it was last asked; null before the first time.</param>
/// <param name="LastSuccess">When it could last be read; null where it never could.</param>
/// <param name="NextVisit">When it is due again; null where it is not.</param>
/// <param name="ItemCount">How many items it had when it was last read.</param>
internal sealed record FeedHealthItem(
    FeedCondition Condition,
    string Summary,
    string? Fault,
    DateTimeOffset? LastVisit,
    DateTimeOffset? LastSuccess,
    DateTimeOffset? NextVisit,
    int ItemCount)
{
    public static FeedHealthItem From(FeedHealth health, FeedState? state) => new(
        health.Condition,
        health.Summary,
        state?.LastError is null ? null : state.LastOutcome,
        state?.LastVisit,
        state?.LastSuccess,
        health.Condition is FeedCondition.Off or FeedCondition.Paused ? null : state?.NextVisit,
        state?.LastItemCount ?? 0);
}

/// <summary>A feed that a page points to.</summary>
internal sealed record PointedFeed(string Url, string Title);

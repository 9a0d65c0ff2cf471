namespace Wellread.Storage;

/// <summary>
/// The partitions. Feeds and articles share one, so that a feed's visit and the articles it brought are one atomic batch; all practices share another, so that one log is followed whatever their number.
/// </summary>
internal static class Partitions
{
    public const string Library = "library";

    public const string Practices = "practices";

    /// <summary>Whom to tell of events, and what is on its way to them, so that an event's deliveries and the place in the logs up to which events are known are one atomic batch.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>Where an older version kept the decisions of its one practice.</summary>
    public const string PracticeBefore = "practice:default";
}

namespace Wellread.Storage;

/// <summary>
/// The partitions. Feeds and articles share one, so that a feed's visit and the articles it brought are one atomic batch; all practices share another, so that one log is followed whatever their number.
/// </summary>
internal static class Partitions
{
    public const string Library = "library";

    public const string Practices = "practices";

    /// <summary>Where an older version kept the decisions of its one practice.</summary>
    public const string PracticeBefore = "practice:default";
}

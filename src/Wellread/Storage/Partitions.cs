namespace Wellread.Storage;

/// <summary>
/// The partitions. Feeds and articles share one, so that a feed's visit and the articles it brought are one atomic batch; each practice has its own.
/// </summary>
internal static class Partitions
{
    public const string Library = "library";

    public static string Practice(string practiceId) => $"practice:{practiceId}";
}

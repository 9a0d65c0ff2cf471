namespace Wellread.Practices;

/// <summary>Settings of the practice, section <c>Practice</c>.</summary>
internal sealed class PracticeOptions
{
    public const string Section = "Practice";

    /// <summary>The languages that patients read, two letters each: <c>en</c>, <c>es</c>. Default: <c>en</c>.</summary>
    public IList<string> Languages { get; } = [];

    /// <summary>Topics to prefer, as <c>GET /api/v1/topics</c> names them. Default: none, all are as good.</summary>
    public IList<string> Topics { get; } = [];

    /// <summary>Ids of feeds never to suggest from, as <c>GET /api/v1/feeds</c> names them. Default: none.</summary>
    public IList<string> BlockedFeeds { get; } = [];
}

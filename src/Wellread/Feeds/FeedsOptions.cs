namespace Wellread.Feeds;

/// <summary>Settings of the feeds, section <c>Feeds</c>.</summary>
internal sealed class FeedsOptions
{
    public const string Section = "Feeds";

    /// <summary>The folder of OPML packs; every <c>*.opml</c> in it is read, its subfolders are not. Default: <c>feeds</c> beside the program.</summary>
    public string Packs { get; set; } = "feeds";

    /// <summary>
    /// Private addresses that feeds may be read from, each exactly <c>host:port</c>, for a hospital's own newsroom: <c>newsroom.hospital.internal:8080</c>,
    /// <c>10.20.30.40:80</c>. Default: none.
    /// </summary>
    public IList<string> AllowedPrivateEndpoints { get; } = [];

    /// <summary>What publishers see in their logs. Name your practice and a page or address to reach you. Default: Wellread's own, with its version.</summary>
    public string? UserAgent { get; set; }

    /// <summary>The longest wait for a connection, look-up of the name included. 0.1 to 60 seconds. Default: 5 seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait for the head of an answer. 0.1 to 60 seconds. Default: 10 seconds.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that one visit may take, redirects and all. 0.1 to 120 seconds. Default: 20 seconds.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The most bytes of a feed as sent. 64 KiB to 64 MiB. Default: 5 MiB.</summary>
    public int MaxWireBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>The most bytes of a feed once unpacked. 64 KiB to 64 MiB. Default: 10 MiB.</summary>
    public int MaxPlainBytes { get; set; } = 10 * 1024 * 1024;
}

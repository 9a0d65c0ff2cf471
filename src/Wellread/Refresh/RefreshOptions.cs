using System.ComponentModel.DataAnnotations;

namespace Wellread.Refresh;

/// <summary>Settings of the scheduled refresh, section <c>Refresh</c>.</summary>
internal sealed class RefreshOptions
{
    public const string Section = "Refresh";

    /// <summary>False leaves feeds alone until someone asks for a refresh. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often the service looks for feeds that are due, 10 seconds to 1 hour. Default: 1 minute. When a feed is due is decided feed by feed.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ErrorMessage = "Refresh:Period is a time from 00:00:10 to 01:00:00.")]
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many feeds are visited at once, 1 to 128; one host is never visited twice at once. Default: 16.</summary>
    [Range(1, 128, ErrorMessage = "Refresh:Concurrency is a number from 1 to 128.")]
    public int Concurrency { get; set; } = 16;

    /// <summary>Where the sample feeds are that stand in until the first live article. Default: <c>feeds/samples</c>. Never read in Production.</summary>
    [Required(ErrorMessage = "Refresh:Samples names a folder.")]
    public string Samples { get; set; } = "feeds/samples";
}

using System.ComponentModel.DataAnnotations;

namespace Wellread.Refresh.PageChecks;

/// <summary>Settings of the looks at articles' pages, section <c>PageChecks</c>.</summary>
internal sealed class PageChecksOptions
{
    public const string Section = "PageChecks";

    /// <summary>Whether the pages of what was shared, and of what is about to be suggested, are looked at. Default: as <c>Refresh:Enabled</c>.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether Crossref, where journals record corrections, concerns and retractions, is asked about papers among those pages. It is sent their identifiers (DOI). Default: true.</summary>
    public bool Retractions { get; set; } = true;

    /// <summary>How often pages that are due are looked at, 1 minute to 6 hours; those of new articles a minute after they come in. Default: 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "06:00:00", ErrorMessage = "PageChecks:Period is a time from 00:01:00 to 06:00:00.")]
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The most pages that are looked at each time, 1 to 1,000. Default: 100.</summary>
    [Range(1, 1_000, ErrorMessage = "PageChecks:MaxPages is a number from 1 to 1000.")]
    public int MaxPages { get; set; } = 100;

    /// <summary>The most pages of one site in one period, 1 to 20; one after the other. Default: 2.</summary>
    [Range(1, 20, ErrorMessage = "PageChecks:MaxPerSite is a number from 1 to 20.")]
    public int MaxPerSite { get; set; } = 2;
}

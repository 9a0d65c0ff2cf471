namespace Wellread.Practices;

/// <summary>The default practice until somebody sets it up over the API, section <c>Practice</c>.</summary>
internal sealed class PracticeOptions
{
    public const string Section = "Practice";

    /// <summary>Its name. Default: <c>Our practice</c>.</summary>
    public string? Name { get; set; }

    /// <summary>A preset of topic weights, as <c>GET /api/v1/specialties</c> names them. Default: none, all topics are as good.</summary>
    public string? Specialty { get; set; }

    /// <summary>Where its clock is, as the IANA database names zones: <c>America/Chicago</c>. Default: the machine's own zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The languages that patients read, two letters each: <c>en</c>, <c>es</c>. Default: <c>en</c>.</summary>
    public IList<string> Languages { get; } = [];

    /// <summary>Topics to prefer, as <c>GET /api/v1/topics</c> names them. Default: none, all are as good.</summary>
    public IList<string> Topics { get; } = [];

    /// <summary>Ids of feeds never to suggest from, as <c>GET /api/v1/feeds</c> names them. Default: none.</summary>
    public IList<string> BlockedFeeds { get; } = [];

    /// <summary>What they make of the default practice.</summary>
    public PracticeSettings ToSettings() => new()
    {
        Name = Name,
        Specialty = Specialty,
        TimeZone = TimeZone ?? IanaTimeZones.OfThisMachine(),
        Languages = Languages.Count > 0 ? [.. Languages] : null,
        TopicWeights = Topics.Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(slug => slug.ToLowerInvariant(), _ => PreferredWeight, StringComparer.Ordinal),
        BlockedSources = [.. BlockedFeeds],
    };

    private const double PreferredWeight = 2;
}

namespace Wellread.Practices;

/// <summary>A practice. What is left out is as it is for everyone.</summary>
public sealed record PracticeRequest
{
    /// <summary>Its name, of at most 100 characters.</summary>
    /// <example>Green Lane Children's Clinic</example>
    public string? Name { get; init; }

    /// <summary>What it is about, as `GET /api/v1/specialties` lists them: a preset of topic weights.</summary>
    /// <example>children</example>
    public string? Specialty { get; init; }

    /// <summary>The languages that its patients read: `en`, `es`.</summary>
    /// <example>["en", "es"]</example>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Where its clock is, as the IANA list names places. That of the service if left out.</summary>
    /// <example>America/Chicago</example>
    public string? TimeZone { get; init; }

    /// <summary>The countries whose health days it keeps beside the world's, as two-letter codes. All if left out.</summary>
    /// <example>["US"]</example>
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>The school grade that its patients read with ease, from 1 to 18. 8 if left out.</summary>
    /// <example>6</example>
    public double? TargetGrade { get; init; }

    /// <summary>How much topics count, where it is not as in the preset: 0 is never suggested by itself, 1 is usual, 3 is the most.</summary>
    /// <example>{ "vaccines": 3, "travel-health": 0 }</example>
    public IReadOnlyDictionary<string, double>? TopicWeights { get; init; }

    /// <summary>Feeds to trust above others, by `id`.</summary>
    /// <example>[]</example>
    public IReadOnlyList<string>? TrustedSources { get; init; }

    /// <summary>Feeds never to suggest from, by `id`.</summary>
    /// <example>[]</example>
    public IReadOnlyList<string>? BlockedSources { get; init; }

    /// <summary>Never suggest articles that say one of these words. `title:`, `link:` or `topic:` in front looks only there, `*` at the end takes longer words too.</summary>
    /// <example>["recall", "title:celebrit*"]</example>
    public IReadOnlyList<string>? BlockedWords { get; init; }

    /// <summary>The practice's own sites, by name. Links to them get utm tags (`utm_source=facebook`) for your own statistics; other links never do.</summary>
    /// <example>["greenlane.example"]</example>
    public IReadOnlyList<string>? OwnDomains { get; init; }

    /// <summary>How much to share where, by channel: `facebook`, `x`, `linkedin`, `email`, `threads`, `bluesky`, `mastodon`, `whatsapp`.</summary>
    /// <example>{ "facebook": { "enabled": true, "weeklyBudget": 3, "quietHours": { "from": "20:00", "to": "08:00" }, "leastGapHours": 24 } }</example>
    public IReadOnlyDictionary<string, ChannelRequest>? Channels { get; init; }

    /// <summary>Set to true to say yes to more than two channels for patients.</summary>
    /// <example>false</example>
    public bool? ConfirmMoreChannels { get; init; }

    /// <summary>What these settings look like as a request, so that a change can be laid over them.</summary>
    internal static PracticeRequest From(PracticeSettings settings) => new()
    {
        Name = settings.Name,
        Specialty = settings.Specialty,
        Languages = settings.Languages,
        TimeZone = settings.TimeZone,
        Countries = settings.Countries,
        TargetGrade = settings.TargetGrade,
        TopicWeights = settings.TopicWeights,
        TrustedSources = settings.TrustedSources,
        BlockedSources = settings.BlockedSources,
        BlockedWords = settings.BlockedWords,
        OwnDomains = settings.OwnDomains,
        Channels = settings.Channels?.ToDictionary(policy => ChannelInfo.Of(policy.Channel).Slug, ChannelRequest.From, StringComparer.Ordinal),
    };
}

/// <summary>How much to share on one channel, and when. What is left out is as it is for everyone.</summary>
public sealed record ChannelRequest
{
    /// <summary>Whether the practice is there at all.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }

    /// <summary>How often to share there in a week, Monday to Sunday, from 1 to 50.</summary>
    /// <example>3</example>
    public int? WeeklyBudget { get; init; }

    /// <summary>When not to share.</summary>
    public QuietHoursRequest? QuietHours { get; init; }

    /// <summary>How many hours to wait from one to the next, from 0 to 168.</summary>
    /// <example>24</example>
    public int? LeastGapHours { get; init; }

    internal static ChannelRequest From(ChannelPolicy policy) => new()
    {
        Enabled = policy.Enabled,
        WeeklyBudget = policy.WeeklyBudget,
        QuietHours = new QuietHoursRequest { From = PracticeRequestRules.Text(policy.QuietHours.From), To = PracticeRequestRules.Text(policy.QuietHours.To) },
        LeastGapHours = (int)policy.LeastGap.TotalHours,
    };
}

/// <summary>Hours in which nothing is shared, on the practice's clock. The same time twice means that there are none.</summary>
public sealed record QuietHoursRequest
{
    /// <summary>When they begin.</summary>
    /// <example>20:00</example>
    public string? From { get; init; }

    /// <summary>When they end, on the next morning if it is the earlier time.</summary>
    /// <example>08:00</example>
    public string? To { get; init; }
}

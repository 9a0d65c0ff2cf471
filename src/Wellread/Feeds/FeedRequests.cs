using System.ComponentModel.DataAnnotations;

namespace Wellread.Feeds;

/// <summary>A feed to add.</summary>
public sealed record AddFeedRequest
{
    /// <summary>The feed's address.</summary>
    /// <example>https://newsinhealth.nih.gov/rss.xml</example>
    [Required(ErrorMessage = "Give the feed's address.")]
    [StringLength(4096, ErrorMessage = "An address has at most 4,096 characters.")]
    public required string Url { get; init; }

    /// <summary>The name to show. The feed's own name if you leave it out.</summary>
    /// <example>null</example>
    [FeedTitle]
    public string? Title { get; init; }

    /// <summary>Who publishes it: `government`, `academic`, `nonProfit`, `news`, `journal` or `other`.</summary>
    /// <example>government</example>
    [KnownPublisher]
    public string? Publisher { get; init; }

    /// <summary>Whom it is written for: `consumer` (patients), `professional` (colleagues) or `unknown`.</summary>
    /// <example>consumer</example>
    [KnownAudience]
    public string? Audience { get; init; }

    /// <summary>Its language as a two-letter code. The feed's own if you leave it out.</summary>
    /// <example>en</example>
    [LanguageCode]
    public string? Language { get; init; }

    /// <summary>What it is about as a whole. Leave it out for a general feed.</summary>
    /// <example>[]</example>
    [MaxLength(10, ErrorMessage = "Give at most 10 topics.")]
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>The folders it is in, each as the names from the outermost to the innermost.</summary>
    /// <example>[]</example>
    [FolderNames]
    public IReadOnlyList<IReadOnlyList<string>>? Folders { get; init; }

    /// <summary>False to list it without reading it.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }

    /// <summary>Suggest only articles that say one of these.</summary>
    /// <example>[]</example>
    [RuleWords]
    public IReadOnlyList<string>? Keep { get; init; }

    /// <summary>Do not suggest articles that say one of these.</summary>
    /// <example>["recall", "topic:medicines"]</example>
    [RuleWords]
    public IReadOnlyList<string>? Block { get; init; }

    /// <summary>The setting for the feed that was found at <paramref name="url"/>.</summary>
    internal FeedSetting ToSetting(Uri url, ParsedFeed feed) => new()
    {
        FeedId = FeedId.Of(url),
        Url = url,
        Title = FeedText.Clean(Title) ?? FeedText.TitleOf(feed) ?? url.IdnHost,
        Homepage = FeedText.WebAddress(feed.Link),
        Publisher = FeedWords.Publisher(Publisher),
        Audience = FeedWords.Audience(Audience),
        Language = Language ?? FeedText.Language(feed.Language),
        Topics = Topics,
        Folders = Folders,
        Enabled = Enabled,
        Keep = Keep,
        Block = Block,
    };
}

/// <summary>What to change of a feed. What is left out stays as it is.</summary>
public sealed record ChangeFeedRequest
{
    /// <summary>True switches it on and ends a pause, false switches it off.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }

    /// <summary>Pause it until this time, at most a year from now.</summary>
    /// <example>null</example>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The name to show.</summary>
    /// <example>null</example>
    [FeedTitle]
    public string? Title { get; init; }

    /// <summary>Who publishes it: `government`, `academic`, `nonProfit`, `news`, `journal` or `other`.</summary>
    /// <example>null</example>
    [KnownPublisher]
    public string? Publisher { get; init; }

    /// <summary>Whom it is written for: `consumer` (patients), `professional` (colleagues) or `unknown`.</summary>
    /// <example>null</example>
    [KnownAudience]
    public string? Audience { get; init; }

    /// <summary>Its language as a two-letter code.</summary>
    /// <example>null</example>
    [LanguageCode]
    public string? Language { get; init; }

    /// <summary>What it is about as a whole. An empty list makes it a general feed.</summary>
    /// <example>null</example>
    [MaxLength(10, ErrorMessage = "Give at most 10 topics.")]
    public IReadOnlyList<string>? Topics { get; init; }

    /// <summary>The folders it is in, each as the names from the outermost to the innermost.</summary>
    /// <example>null</example>
    [FolderNames]
    public IReadOnlyList<IReadOnlyList<string>>? Folders { get; init; }

    /// <summary>Suggest only articles that say one of these. An empty list lifts the rule.</summary>
    /// <example>null</example>
    [RuleWords]
    public IReadOnlyList<string>? Keep { get; init; }

    /// <summary>Do not suggest articles that say one of these. An empty list lifts the rule.</summary>
    /// <example>["recall", "topic:medicines"]</example>
    [RuleWords]
    public IReadOnlyList<string>? Block { get; init; }

    internal FeedSetting ApplyTo(FeedSetting setting) => setting with
    {
        Enabled = Enabled ?? setting.Enabled,
        PausedUntil = PausedUntil?.ToUniversalTime() ?? (Enabled is true ? null : setting.PausedUntil),
        Title = FeedText.Clean(Title) ?? setting.Title,
        Publisher = FeedWords.Publisher(Publisher) ?? setting.Publisher,
        Audience = FeedWords.Audience(Audience) ?? setting.Audience,
        Language = Language ?? setting.Language,
        Topics = Topics ?? setting.Topics,
        Folders = Folders ?? setting.Folders,
        Keep = Keep ?? setting.Keep,
        Block = Block ?? setting.Block,
    };
}

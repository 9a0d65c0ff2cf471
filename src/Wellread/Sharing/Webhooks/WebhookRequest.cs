using System.ComponentModel.DataAnnotations;

namespace Wellread.Sharing.Webhooks;

/// <summary>Whom to tell of events.</summary>
public sealed record WebhookRequest
{
    /// <summary>The address that events are sent to, with https://.</summary>
    /// <example>https://hooks.example.org/wellread</example>
    [Required(ErrorMessage = "Give the address that events are sent to.")]
    [StringLength(2000, ErrorMessage = "Give an address of at most 2,000 characters.")]
    public required string Url { get; init; }

    /// <summary>What you call it, in at most 100 characters.</summary>
    /// <example>Our social media tool</example>
    [StringLength(100, ErrorMessage = "Give a name of at most 100 characters.")]
    public string? Name { get; init; }

    /// <summary>What to tell it of: `suggestion.ready`, `article.changed`, `article.retracted`, `feed.failing`. All of them if you leave it out.</summary>
    /// <example>["suggestion.ready", "article.retracted"]</example>
    [KnownEvents]
    [KnownEventNames]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>The practice whose events it gets: its `id`. Those of all practices if you leave it out.</summary>
    /// <example>default</example>
    public string? Practice { get; init; }

    /// <summary>False keeps it without sending anything. True if you leave it out.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }
}

using Wellread.Practices;

namespace Wellread.Sharing.Webhooks;

/// <summary>What an event tells of, so that a list of deliveries says which post or feed was lost. Stored as JSON.</summary>
/// <param name="Title">The title of the article or feed.</param>
internal sealed record DeliverySubject(string Title)
{
    public string? Practice { get; init; }

    public string? ArticleId { get; init; }

    public string? FeedId { get; init; }

    /// <summary>Where it is to be posted; null for events that only tell.</summary>
    public IReadOnlyList<Channel>? Channels { get; init; }
}

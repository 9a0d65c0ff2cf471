using System.ComponentModel.DataAnnotations;
using Wellread.Platform;

namespace Wellread.Sharing.Webhooks;

/// <summary>What a webhook can be told of, by the names on the wire.</summary>
internal static class EventTypes
{
    /// <summary>A practice approved something that can be posted.</summary>
    public const string SuggestionReady = "suggestion.ready";

    /// <summary>What a practice approved or shared was changed, corrected, warned of, closed or removed.</summary>
    public const string ArticleChanged = "article.changed";

    /// <summary>What a practice approved or shared was taken back by its publisher, all of it or a part.</summary>
    public const string ArticleRetracted = "article.retracted";

    /// <summary>A feed can't be read any more.</summary>
    public const string FeedFailing = "feed.failing";

    /// <summary>Sent only when somebody asks for it.</summary>
    public const string Test = "webhook.test";

    public static IReadOnlyList<string> All { get; } = [SuggestionReady, ArticleChanged, ArticleRetracted, FeedFailing];

    public static string Listed { get; } = string.Join(", ", All);
}

/// <summary>At least one event, each of those that there are.</summary>
internal sealed class KnownEventsAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is IReadOnlyList<string> { Count: > 0 } events && events.All(EventTypes.All.Contains));

    public override string FormatErrorMessage(string name) => $"Name at least one of these: {EventTypes.Listed}. Or leave it out for all of them.";
}

/// <summary>The list of events in the API's description.</summary>
internal sealed class KnownEventNamesAttribute : KnownValuesAttribute
{
    public override IEnumerable<string> Values => EventTypes.All;
}

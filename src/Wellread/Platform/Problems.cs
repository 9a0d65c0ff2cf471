using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Wellread.Platform;

/// <summary>A kind of error: a stable code for programs, a title for people (RFC 9457).</summary>
internal sealed record ProblemType(string Code, int Status, string Title)
{
    /// <summary>An identifier, not an address: nothing is served there.</summary>
    public string Uri => $"urn:wellread:problem:{Code}";

    /// <summary>The answer for this kind of error. <paramref name="detail"/> tells an editor what would be right; it never repeats a text that was sent.</summary>
    /// <param name="detail">A sentence or two.</param>
    /// <param name="field">The field that is wrong, as the request names it.</param>
    /// <param name="members">What this kind of error has beside the standard members.</param>
    public ProblemHttpResult Because(string detail, string? field = null, params ReadOnlySpan<(string Name, object Value)> members)
    {
        var problem = new ProblemDetails { Type = Uri, Title = Title, Status = Status, Detail = detail };
        problem.Extensions["code"] = Code;
        if (field is not null) problem.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [detail] };
        foreach (var (name, value) in members) problem.Extensions[name] = value;
        return TypedResults.Problem(problem);
    }

    /// <summary>The same where several fields are wrong, each with what would be right.</summary>
    public ProblemHttpResult Because(IEnumerable<(string Field, string Message)> errors) => Because(
        "See 'errors' for each field and what would be right.",
        field: null,
        ("errors", errors.GroupBy(error => error.Field).ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray(), StringComparer.Ordinal)));
}

/// <summary>Every kind of error that the API answers with, in one place. <c>docs/problems.md</c> lists the same.</summary>
internal static class Problems
{
    public static readonly ProblemType Validation = new("validation", 400, "Something in the request is not right");
    public static readonly ProblemType UnreadableBody = new("unreadable-body", 400, "The request can't be read");
    public static readonly ProblemType UnknownTopic = new("unknown-topic", 400, "There is no such topic");
    public static readonly ProblemType UnknownChannel = new("unknown-channel", 400, "There is no such channel");
    public static readonly ProblemType UnknownLanguage = new("unknown-language", 400, "There is no such language here");
    public static readonly ProblemType InvalidCursor = new("invalid-cursor", 400, "This page link is not one of ours");
    public static readonly ProblemType InvalidOpml = new("invalid-opml", 400, "This file is not a list of feeds");
    public static readonly ProblemType WrongHost = new("wrong-host", 400, "The service does not answer to this name");
    public static readonly ProblemType NotFound = new("not-found", 404, "There is nothing at this address");
    public static readonly ProblemType UnknownArticle = new("unknown-article", 404, "There is no such article");
    public static readonly ProblemType UnknownSuggestion = new("unknown-suggestion", 404, "There is no such suggestion");
    public static readonly ProblemType UnknownPractice = new("unknown-practice", 404, "There is no such practice");
    public static readonly ProblemType UnknownObservance = new("unknown-observance", 404, "There is no such health day");
    public static readonly ProblemType UnknownOutbox = new("unknown-outbox", 404, "There is no such outbox, or this token does not open it");
    public static readonly ProblemType UnknownWebhook = new("unknown-webhook", 404, "There is no such webhook");
    public static readonly ProblemType UnknownDelivery = new("unknown-delivery", 404, "There is no such delivery");
    public static readonly ProblemType UnknownFeed = new("unknown-feed", 404, "There is no such feed");
    public static readonly ProblemType UnknownRefresh = new("unknown-refresh", 404, "There is no such refresh");
    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "This can't be done at this address");
    public static readonly ProblemType RefreshBusy = new("refresh-busy", 409, "Another refresh is under way");
    public static readonly ProblemType FeedSwitchedOff = new("feed-switched-off", 409, "This feed is switched off or paused");
    public static readonly ProblemType FeedExists = new("feed-exists", 409, "This feed is on the list already");
    public static readonly ProblemType TooManyFeeds = new("too-many-feeds", 409, "The list of feeds is full");
    public static readonly ProblemType NothingToUndo = new("nothing-to-undo", 409, "There is nothing to take back");
    public static readonly ProblemType MoreChannels = new("more-channels", 409, "This would be one channel more than most practices do well on");
    public static readonly ProblemType DefaultPractice = new("default-practice", 409, "The default practice can't be removed");
    public static readonly ProblemType TooManyPractices = new("too-many-practices", 409, "There are as many practices as there may be");
    public static readonly ProblemType TooManyWebhooks = new("too-many-webhooks", 409, "There are as many webhooks as there may be");
    public static readonly ProblemType WebhookOff = new("webhook-off", 409, "This webhook is switched off");
    public static readonly ProblemType StaleETag = new("stale-etag", 412, "This was changed by somebody else meanwhile");
    public static readonly ProblemType BodyTooLarge = new("body-too-large", 413, "The request is too large");
    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415, "The request has the wrong kind of content");
    public static readonly ProblemType UnsupportedFeed = new("unsupported-feed", 415, "There is no feed at this address");
    public static readonly ProblemType BlockedAddress = new("blocked-address", 422, "Wellread does not open this address");
    public static readonly ProblemType PatientInformation = new("patient-information", 422, "This text can tell who is a patient");
    public static readonly ProblemType TooSoon = new("too-soon", 429, "This was done a moment ago");
    public static readonly ProblemType DiscoveryBusy = new("discovery-busy", 429, "Several sites are being looked at right now");
    public static readonly ProblemType Unexpected = new("unexpected", 500, "Something went wrong on our side");
    public static readonly ProblemType SourceUnreachable = new("source-unreachable", 502, "The site can't be reached");
    public static readonly ProblemType StillLoading = new("still-loading", 503, "Wellread is still reading its articles");
    public static readonly ProblemType StoreUnavailable = new("store-unavailable", 503, "Nothing can be saved right now");

    public static IReadOnlyList<ProblemType> All { get; } =
    [
        Validation, UnreadableBody, UnknownTopic, UnknownChannel, UnknownLanguage, InvalidCursor, InvalidOpml, WrongHost, NotFound, UnknownArticle, UnknownSuggestion,
        UnknownPractice, UnknownObservance, UnknownOutbox, UnknownWebhook, UnknownDelivery, UnknownFeed, UnknownRefresh, MethodNotAllowed, RefreshBusy, FeedSwitchedOff, FeedExists, TooManyFeeds,
        NothingToUndo, MoreChannels, DefaultPractice, TooManyPractices, TooManyWebhooks, WebhookOff,
        StaleETag, BodyTooLarge, UnsupportedMediaType, UnsupportedFeed,
        BlockedAddress, PatientInformation, TooSoon, DiscoveryBusy, Unexpected, SourceUnreachable, StillLoading, StoreUnavailable,
    ];

    /// <summary>The kind that stands for a bare status code, as the framework gives it.</summary>
    public static ProblemType ForStatus(int status) => status switch
    {
        404 => NotFound,
        405 => MethodNotAllowed,
        412 => StaleETag,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        503 => StoreUnavailable,
        >= 500 => Unexpected,
        _ => Validation,
    };
}

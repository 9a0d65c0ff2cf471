using System.Security.Cryptography;
using Wellread.Feeds.Outbound;
using Wellread.Feeds.Parsing;

namespace Wellread.Feeds;

/// <summary>One visit to one feed: a conditional request, then bytes to items. It never retries; <see cref="FeedSchedule"/> is the retry policy.</summary>
internal sealed class FeedFetcher(OutboundHttp outbound, TimeProvider time)
{
    /// <summary>Some servers answer "nothing new" for ever once they have said it, so the whole feed is asked for this often.</summary>
    internal static readonly TimeSpan WholeFeedEvery = TimeSpan.FromDays(3);

    /// <summary>Visits a feed. Throws only when <paramref name="cancellationToken"/> ends it; whatever the other side does is an outcome.</summary>
    public async Task<FeedVisit> VisitAsync(FeedSource source, FeedState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var conditional = state.LastRead is { } read && now - read < WholeFeedEvery;
        var sent = conditional ? state.Validators : FeedValidators.None;
        var answer = await outbound.GetAsync(state.AdoptedUrl ?? source.Url, sent, cancellationToken);
        return answer switch
        {
            OutboundAnswer.Answered { Status: 304 } same => NotModified(same, sent, now),
            OutboundAnswer.Answered { Status: 200 or 203, Body.IsEmpty: false } whole => Read(whole, state, now),
            OutboundAnswer.Answered { Status: >= 200 and <= 205 } => Failed(FeedFaults.Empty),
            OutboundAnswer.Answered other => Failed(Fault(other.Status), AnswerTimes.RetryAfter(other.Headers, now)),
            OutboundAnswer.Failed failed => Failed(failed.Fault),
            _ => throw new InvalidOperationException("There is no such answer."),
        };
    }

    private static FeedVisit NotModified(OutboundAnswer.Answered answer, FeedValidators sent, DateTimeOffset now)
    {
        if (sent is { ETag: null, LastModified: null }) return Failed(FeedFaults.NotChanged);
        var validators = sent with { ETag = answer.Headers.ETag ?? sent.ETag, LastModified = answer.Headers.LastModified ?? sent.LastModified };
        return new FeedVisit.NotModified(validators, AnswerTimes.Cache(answer.Headers, now), answer.MovedTo);
    }

    private static FeedVisit Read(OutboundAnswer.Answered answer, FeedState state, DateTimeOffset now)
    {
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span));
        var validators = new FeedValidators(answer.Headers.ETag, answer.Headers.LastModified, fingerprint);
        var cache = AnswerTimes.Cache(answer.Headers, now);
        if (fingerprint == state.Validators.BodyFingerprint) return new FeedVisit.NotModified(validators, cache, answer.MovedTo);
        return FeedParser.Parse(answer.Body, new FeedParseContext(answer.Url, answer.Headers.ContentType)) switch
        {
            FeedParseResult.Parsed parsed => new FeedVisit.Fetched(parsed.Feed, validators, cache, answer.MovedTo),
            FeedParseResult.Failed failed => new FeedVisit.Failed(failed.Code, failed.Message),
            _ => throw new InvalidOperationException("There is no such result."),
        };
    }

    private static FeedFault Fault(int status) => status switch
    {
        410 => FeedFaults.Gone,
        429 => FeedFaults.TooManyRequests,
        503 => FeedFaults.Unavailable,
        _ => FeedFaults.Status(status),
    };

    private static FeedVisit.Failed Failed(FeedFault fault, TimeSpan? retryAfter = null) => new(fault.Code, fault.Message, retryAfter);
}

using System.Net;
using System.Net.Http.Headers;

namespace Wellread.Feeds.Outbound;

/// <summary>Sending through the door. Where it goes was judged by whoever sends; the name's addresses are checked here as for every request.</summary>
internal sealed partial class OutboundHttp
{
    /// <summary>
    /// Sends a body once. A redirect is an answer like any other and is never followed, and no byte of an answer's body is read. Throws only when
    /// <paramref name="cancellationToken"/> ends it.
    /// </summary>
    public Task<OutboundAnswer> PostAsync(AddressVerdict.Allowed target, OutboundPost post, CancellationToken cancellationToken) =>
        WithinAsync(post.Timeout, token => SendOnceAsync(target, post, token), fault => new OutboundAnswer.Failed(fault), cancellationToken);

    /// <summary>What would keep requests away from this address, found out without sending one; null where nothing does.</summary>
    public Task<FeedFault?> CheckAsync(AddressVerdict.Allowed target, CancellationToken cancellationToken) =>
        WithinAsync(_options.ConnectTimeout, async token => FaultOf(target, await FindAddressesAsync(target, token)), fault => fault, cancellationToken);

    /// <summary>What speaks against these addresses of a name; null where nothing does.</summary>
    private static FeedFault? FaultOf(AddressVerdict.Allowed target, IPAddress[] addresses) =>
        addresses.Length == 0 ? FeedFaults.NameNotFound
        : Array.TrueForAll(addresses, address => AddressPolicy.MayDial(target, address)) ? null : FeedFaults.BlockedName;

    private async Task<OutboundAnswer> SendOnceAsync(AddressVerdict.Allowed target, OutboundPost post, CancellationToken cancellationToken)
    {
        var addresses = await FindAddressesAsync(target, cancellationToken);
        if (FaultOf(target, addresses) is { } fault) return new OutboundAnswer.Failed(fault);
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ReadOnlyMemoryContent(post.Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(post.ContentType) } },
        };
        request.Options.Set(DestinationKey, new Destination(target, addresses));
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        foreach (var (name, value) in post.Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _invoker.SendAsync(request, cancellationToken);
        return new OutboundAnswer.Answered((int)response.StatusCode, target.Url, MovedTo: null, AnswerHeaders.Of(response), Body: default);
    }
}

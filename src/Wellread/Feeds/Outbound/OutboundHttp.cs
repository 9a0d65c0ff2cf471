using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;

namespace Wellread.Feeds.Outbound;

/// <summary>
/// The one door to the outside. Every hop's name is looked up once, every address that comes back is checked, and only a checked address is
/// dialled. Bounded in time, size and redirects; keeps no cookie, sends no credential, uses no proxy.
/// </summary>
/// <remarks>
/// A redirect from https to http is followed, as the publisher asks for it over the safe connection, but never adopted as the feed's address.
/// Certificates are checked without fetching anything that they name, because that would be a second way out.
/// </remarks>
internal sealed partial class OutboundHttp : IDisposable
{
    public const int MaxRedirects = 5;
    private const int MaxHeaderKilobytes = 64;
    private const int MaxDialledAddresses = 4;
    private const string Accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
        + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5";
    private const string AcceptPage = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";

    private static readonly HttpRequestOptionsKey<Destination> DestinationKey = new("wellread.destination");

    private readonly FeedsOptions _options;
    private readonly AddressPolicy _policy;
    private readonly OutboundNetwork _network;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _invoker;
    private readonly string _userAgent;

    public OutboundHttp(IOptions<FeedsOptions> options, AddressPolicy policy, OutboundNetwork network, TimeProvider time)
    {
        _options = options.Value;
        _policy = policy;
        _network = network;
        _time = time;
        _userAgent = _options.UserAgent ?? UserAgent.Default;
#pragma warning disable RS0030 // This is the one door.
        _invoker = new HttpMessageInvoker(CreateHandler());
#pragma warning restore RS0030
    }

    /// <summary>Gets a document, sending the validators along. Throws only when <paramref name="cancellationToken"/> ends it.</summary>
    public Task<OutboundAnswer> GetAsync(Uri url, FeedValidators validators, CancellationToken cancellationToken) =>
        AskAsync(url, new Question(validators, IsLook: false), cancellationToken);

    /// <summary>Gets the beginning of a web page, at most <see cref="OutboundBody.LookBytes"/>; what is behind is not read. Its body is empty where it came packed.</summary>
    /// <param name="url">The page's address.</param>
    /// <param name="mayFollow">Is asked before each redirect is followed, with the address that it leads to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<OutboundAnswer> LookAsync(Uri url, Func<Uri, CancellationToken, Task<bool>> mayFollow, CancellationToken cancellationToken) =>
        AskAsync(url, new Question(FeedValidators.None, IsLook: true, mayFollow), cancellationToken);

    public void Dispose() => _invoker.Dispose();

    private Task<OutboundAnswer> AskAsync(Uri url, Question question, CancellationToken cancellationToken) =>
        WithinAsync(_options.TotalTimeout, token => FollowAsync(url, question, token), fault => new OutboundAnswer.Failed(fault), cancellationToken);

    private async Task<T> WithinAsync<T>(TimeSpan time, Func<CancellationToken, Task<T>> work, Func<FeedFault, T> failed, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(time, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await work(either.Token);
        }
        catch (Exception exception) when (OutboundFaults.Of(exception) is { } fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return failed(fault);
        }
    }

    private async Task<OutboundAnswer> FollowAsync(Uri url, Question question, CancellationToken cancellationToken)
    {
        var verdict = _policy.Judge(url.AbsoluteUri);
        if (verdict is AddressVerdict.Refused refused) return new OutboundAnswer.Failed(FeedFaults.Blocked(refused.Reason));
        var movedForGood = true;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            if (verdict is not AddressVerdict.Allowed target) return new OutboundAnswer.Failed(FeedFaults.BlockedRedirect);
            var addresses = await FindAddressesAsync(target, cancellationToken);
            if (FaultOf(target, addresses) is { } fault) return new OutboundAnswer.Failed(fault);

            using var request = CreateRequest(new Destination(target, addresses), question);
            using var response = await SendAsync(request, cancellationToken);
            if (!IsRedirect(response.StatusCode))
            {
                return await ReadAsync(response, target.Url, redirects > 0 && movedForGood ? target.Url : null, question, cancellationToken);
            }

            var location = Read(response.Headers, "Location");
            if (string.IsNullOrEmpty(location)) return new OutboundAnswer.Failed(FeedFaults.BrokenRedirect);
            verdict = _policy.JudgeRedirect(target.Url, location);
            if (verdict is AddressVerdict.Allowed next && question.MayFollow is { } mayFollow && !await mayFollow(next.Url, cancellationToken)) return new OutboundAnswer.Declined(next.Url);
            movedForGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect
                && !(target.Url.Scheme == Uri.UriSchemeHttps && verdict is AddressVerdict.Allowed { Url.Scheme: "http" });
        }

        return new OutboundAnswer.Failed(FeedFaults.TooManyRedirects);
    }

    private async Task<IPAddress[]> FindAddressesAsync(AddressVerdict.Allowed target, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(target.Url.IdnHost.Trim('[', ']'), out var literal)) return [AddressRanges.Unmap(literal)];
        using var limit = new CancellationTokenSource(_options.ConnectTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        // A resolver that does not heed its token must not hold the visit.
        return await _network.Resolve(target.Url.IdnHost, either.Token).WaitAsync(either.Token);
    }

    private HttpRequestMessage CreateRequest(Destination destination, Question question)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, destination.Target.Url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Options.Set(DestinationKey, destination);
        request.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        request.Headers.TryAddWithoutValidation("Accept", question.IsLook ? AcceptPage : Accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", question.IsLook ? "identity" : ContentCoding.Accepted);
        if (question.Validators.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (question.Validators.LastModified is { } date) request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.HeadersTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await _invoker.SendAsync(request, either.Token);
    }

    private async Task<OutboundAnswer> ReadAsync(HttpResponseMessage response, Uri url, Uri? movedTo, Question question, CancellationToken cancellationToken)
    {
        var headers = AnswerHeaders.Of(response);
        var answered = new OutboundAnswer.Answered((int)response.StatusCode, url, movedTo, headers, default);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation)) return answered;
        var coding = Read(response.Content.Headers, "Content-Encoding");
        if (question.IsLook) return coding is null or "identity" ? answered with { Body = await OutboundBody.ReadBeginningAsync(response.Content, cancellationToken) } : answered;
        if (!HasHonestFraming(response)) return new OutboundAnswer.Failed(FeedFaults.BrokenAnswer);
        if (response.Content.Headers.ContentLength > _options.MaxWireBytes) return new OutboundAnswer.Failed(FeedFaults.TooLarge);
        if (await OutboundBody.ReadAsync(response.Content, _options.MaxWireBytes, cancellationToken) is not { } wire) return new OutboundAnswer.Failed(FeedFaults.TooLarge);

        var (outcome, plain) = ContentCoding.Decode(wire, coding, _options.MaxPlainBytes);
        return outcome switch
        {
            ContentCoding.Outcome.Decoded => answered with { Body = plain },
            ContentCoding.Outcome.TooLarge => new OutboundAnswer.Failed(FeedFaults.TooLarge),
            ContentCoding.Outcome.Unknown => new OutboundAnswer.Failed(FeedFaults.UnknownCoding),
            _ => new OutboundAnswer.Failed(FeedFaults.BrokenCoding),
        };
    }

    /// <summary>
    /// False where the handler would read "until the connection closes", so that a cut answer looks whole: a length that is no number or stands
    /// there twice, a transfer coding that is not known.
    /// </summary>
    private static bool HasHonestFraming(HttpResponseMessage response)
    {
        var length = response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var lengths);
        if (length && (lengths.Count > 1 || response.Content.Headers.ContentLength is null)) return false;
        return Read(response.Headers, "Transfer-Encoding") is not { } coding || coding.Equals("chunked", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Read(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private SocketsHttpHandler CreateHandler()
    {
#pragma warning disable RS0030 // This is the one door.
        var handler = new SocketsHttpHandler
#pragma warning restore RS0030
        {
            ConnectCallback = ConnectAsync,
            ConnectTimeout = _options.ConnectTimeout,
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxResponseDrainSize = 0,
            // No connection is used twice. Feeds are visited too rarely to gain by it, a server that closed meanwhile would look like a fault, and
            // what one answer left in the pipe can never be taken for the next.
            PooledConnectionLifetime = TimeSpan.Zero,
            ActivityHeadersPropagator = null,
            // Location is the one header that publishers fill with raw UTF-8.
            ResponseHeaderEncodingSelector = (name, _) => name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null,
        };
        handler.SslOptions.CertificateChainPolicy = CreateChainPolicy();
        return handler;
    }

    private X509ChainPolicy CreateChainPolicy()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        if (_network.TrustedRoots is null) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(_network.TrustedRoots);
        return policy;
    }

    /// <summary>Called for each new connection. It never looks a name up: it dials what was checked for the request that needs it.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (!context.InitialRequestMessage.Options.TryGetValue(DestinationKey, out var destination))
            throw new InvalidOperationException("A request without a checked destination can't be sent.");
        // IPv4 first: where IPv6 is broken it often hangs, where IPv4 is missing it fails at once.
        var addresses = destination.Addresses
            .OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6)
            .Take(MaxDialledAddresses)
            .ToArray();
        using var limit = new CancellationTokenSource(_options.ConnectTimeout, _time);
        for (var i = 0; ; i++)
        {
            if (!AddressPolicy.MayDial(destination.Target, addresses[i])) throw new InvalidOperationException("An unchecked address can't be dialled.");
            var isLast = i == addresses.Length - 1;
            using var share = new CancellationTokenSource(isLast ? Timeout.InfiniteTimeSpan : _options.ConnectTimeout / 2, _time);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token, share.Token);
            try
            {
                return await _network.Dial(new IPEndPoint(addresses[i], destination.Target.Url.Port), any.Token);
            }
            catch (Exception exception) when (!isLast && !limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested
                && exception is SocketException or OperationCanceledException)
            {
                // The next address may answer.
            }
        }
    }

    /// <summary>What is asked for: a whole document, or a look at the beginning of a page.</summary>
    private sealed record Question(FeedValidators Validators, bool IsLook, Func<Uri, CancellationToken, Task<bool>>? MayFollow = null);

    private sealed record Destination(AddressVerdict.Allowed Target, IPAddress[] Addresses);
}

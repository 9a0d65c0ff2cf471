using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Wellread.Feeds.Outbound;

namespace Wellread.Tests.Support;

/// <summary>
/// A pretend internet: a real server on loopback, below the address check. Every host that a test gives pages has a public address here; give
/// <see cref="Network"/> to the services in place of the real one. Requests to anything else find no such name.
/// </summary>
/// <example><c>web.Respond("https://news.example.org/feed", Samples.Rss(3));</c></example>
internal sealed class FakeWeb : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FakePage> _pages = new();
    private readonly ConcurrentDictionary<string, Func<IPAddress[]>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly ConcurrentQueue<IPEndPoint> _dialled = new();
    private readonly FakeCertificates _certificates = new();
    private readonly WebApplication _server;
    private int _plainPort;
    private int _securePort;

    private FakeWeb()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificateSelector = (_, host) => _certificates.For(host ?? "unnamed.example.org"),
            }));
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
        Network = new OutboundNetwork(ResolveAsync, DialAsync, _certificates.Roots);
    }

    /// <summary>What the service under test sees as the internet.</summary>
    public OutboundNetwork Network { get; }

    /// <summary>Every request that arrived, oldest first.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Every address that was dialled, whether or not anything is there.</summary>
    public IReadOnlyList<IPEndPoint> Dialled => [.. _dialled];

    public static async Task<FakeWeb> StartAsync()
    {
        var web = new FakeWeb();
        await web._server.StartAsync();
        var ports = web._server.Urls.ToDictionary(url => new Uri(url).Scheme, url => new Uri(url).Port);
        (web._plainPort, web._securePort) = (ports["http"], ports["https"]);
        return web;
    }

    /// <summary>Puts a page at an address, or replaces it. The host becomes known.</summary>
    public FakePage Respond(string url, string body = "", int status = 200, string? contentType = "application/rss+xml; charset=utf-8", params (string Name, string Value)[] headers) =>
        Respond(url, System.Text.Encoding.UTF8.GetBytes(body), status, contentType, headers);

    /// <inheritdoc cref="Respond(string, string, int, string?, ValueTuple{string, string}[])"/>
    public FakePage Respond(string url, byte[] body, int status = 200, string? contentType = "application/rss+xml; charset=utf-8", params (string Name, string Value)[] headers) =>
        Respond(url, async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            foreach (var (name, value) in headers) context.Response.Headers.Append(name, value);
            if (status is 204 or 304) return;
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });

    /// <summary>Puts a page at an address that answers as the test likes.</summary>
    public FakePage Respond(string url, RequestDelegate answer)
    {
        var address = new Uri(url);
        Name(address.Host);
        var page = new FakePage(answer);
        _pages[Key(address)] = page;
        return page;
    }

    /// <summary>Sends visitors on.</summary>
    public FakePage Redirect(string url, string location, int status = 302) => Respond(url, "", status, null, ("Location", location));

    /// <summary>Makes a name lead to these addresses; with several lists, the first look-up gives the first and the last one stays.</summary>
    public void Resolve(string host, params string[][] answers)
    {
        var queue = new ConcurrentQueue<IPAddress[]>(answers.Select(answer => Array.ConvertAll(answer, IPAddress.Parse)));
        _names[host] = () => queue.Count > 1 && queue.TryDequeue(out var next) ? next : queue.TryPeek(out var last) ? last : [];
    }

    /// <summary>Makes a name known without a page: every address of it answers 404.</summary>
    public void Name(string host) => _names.TryAdd(host, () => [Address(host)]);

    /// <summary>How many requests an address has had.</summary>
    public int Count(string url) => _requests.Count(request => request.Url == new Uri(url));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificates.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var url = new Uri($"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}");
        _requests.Enqueue(new SeenRequest(url, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (_pages.TryGetValue(Key(url), out var page)) await page.AnswerAsync(context);
        else context.Response.StatusCode = 404;
    }

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) =>
        _names.TryGetValue(host, out var addresses) ? Task.FromResult(addresses()) : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));

    private async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        _dialled.Enqueue(endPoint);
        if (!AddressRanges.IsPublic(endPoint.Address)) throw new SocketException((int)SocketError.ConnectionRefused);
        var port = endPoint.Port is 443 or 8443 ? _securePort : _plainPort;
        return await OutboundNetwork.Real.Dial(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
    }

    /// <summary>A public address for each name, the same each time; the block is Cloudflare's, and nothing here ever goes there.</summary>
    private static IPAddress Address(string host)
    {
        var hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(host));
        return new IPAddress([104, 16, hash[0], hash[1]]);
    }

    private static string Key(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
}

/// <summary>A request as it arrived.</summary>
internal sealed record SeenRequest(Uri Url, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>A page of the fake web.</summary>
internal sealed class FakePage(RequestDelegate answer)
{
    private int _requests;

    /// <summary>How often it was asked for.</summary>
    public int Requests => _requests;

    public Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        return answer(context);
    }
}

/// <summary>Certificates for every host that is asked for, signed by a root that only this web's visitors trust.</summary>
internal sealed class FakeCertificates : IDisposable
{
    // A wide, fixed span: the tests' own clock plays no part in TLS.
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<string, X509Certificate2> _byHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<X509Certificate2> _root = new(CreateRoot);

    public X509Certificate2Collection Roots => [X509CertificateLoader.LoadCertificate(_root.Value.RawData)];

    public X509Certificate2 For(string host) => _byHost.GetOrAdd(host, Create);

    public void Dispose()
    {
        foreach (var certificate in _byHost.Values) certificate.Dispose();
        if (_root.IsValueCreated) _root.Value.Dispose();
    }

    private static X509Certificate2 CreateRoot()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Fake web", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, Until);
    }

    private X509Certificate2 Create(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(_root.Value, From, Until, SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(host)).AsSpan(0, 8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}

using Microsoft.Extensions.Options;

namespace Wellread.Platform;

/// <summary>The service's own address, for the links that it gives out. Without a slash at its end.</summary>
internal sealed class ServiceAddress(IOptions<ServiceOptions> options)
{
    /// <summary>As the operator stated it; null where nobody did.</summary>
    public string? Stated { get; } = string.IsNullOrEmpty(options.Value.Address) ? null : new Uri(options.Value.Address).AbsoluteUri.TrimEnd('/');

    /// <summary>As stated, or else as the request came.</summary>
    public string For(HttpRequest request) => Stated ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
}

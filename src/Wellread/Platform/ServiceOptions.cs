using Microsoft.Extensions.Options;

namespace Wellread.Platform;

/// <summary>Settings of the service as a whole, section <c>Service</c>.</summary>
internal sealed class ServiceOptions
{
    public const string Section = "Service";

    /// <summary>
    /// Where the service is reached from outside, for the addresses that it gives out: <c>https://wellread.example</c>. Default: as each request came, which behind a proxy
    /// that ends TLS is an address without it.
    /// </summary>
    public string? Address { get; set; }
}

/// <summary>Checks the settings when the service starts; each message names its key.</summary>
internal sealed class ServiceOptionsValidator : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options) =>
        string.IsNullOrEmpty(options.Address)
        || (Uri.TryCreate(options.Address, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "" })
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{ServiceOptions.Section}:Address is where the service is reached from outside, such as https://wellread.example.");
}

using Microsoft.Extensions.Options;
using Wellread.Feeds.Outbound;

namespace Wellread.Sharing.Webhooks;

/// <summary>Where events may be sent: as for feeds, but over https, and to private addresses only where the operator named them for webhooks.</summary>
internal sealed class WebhookAddresses(IOptions<WebhooksOptions> options)
{
    private readonly AddressPolicy _policy = new(PrivateEndpoints.From(options.Value.AllowedPrivateEndpoints));

    public AddressVerdict Judge(string url) => _policy.Judge(url) switch
    {
        AddressVerdict.Allowed { IsPrivateEndpoint: false, Url.Scheme: not "https" } => NotSafe,
        AddressVerdict.Refused { Reason: AddressPolicy.NoWebScheme } => NotSafe,
        var verdict => verdict,
    };

    private static AddressVerdict.Refused NotSafe { get; } = new("The address must start with https://, so that nobody reads along on the way.");
}

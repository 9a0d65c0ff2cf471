using Microsoft.Extensions.Options;
using Wellread.Feeds.Outbound;

namespace Wellread.Sharing.Webhooks;

/// <summary>Makes one attempt: judges the address anew, signs, sends through the one door.</summary>
internal sealed class WebhookSending(OutboundHttp outbound, WebhookAddresses addresses, IOptions<WebhooksOptions> options, TimeProvider time)
{
    private const string Json = "application/json";

    public async Task<AttemptOutcome> SendAsync(Webhook webhook, Delivery delivery, CancellationToken cancellationToken)
    {
        var verdict = addresses.Judge(webhook.Url);
        if (verdict is AddressVerdict.Refused refused) return AttemptOutcome.Blocked("blocked-address", refused.Reason);
        var now = time.GetUtcNow();
        var body = delivery.BodyBytes();
        var headers = WebhookSignature.Headers(delivery.Id, now, body.Span, webhook.SecretsAt(now));
        var post = new OutboundPost(body, Json, headers, options.Value.Timeout);
        return AttemptOutcome.Of(await outbound.PostAsync((AddressVerdict.Allowed)verdict, post, cancellationToken), time.GetUtcNow());
    }
}

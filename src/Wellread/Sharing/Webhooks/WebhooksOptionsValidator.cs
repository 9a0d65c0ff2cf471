using Microsoft.Extensions.Options;
using Wellread.Feeds.Outbound;

namespace Wellread.Sharing.Webhooks;

/// <summary>Checks what data annotations can't; each message names its key.</summary>
internal sealed class WebhooksOptionsValidator : IValidateOptions<WebhooksOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhooksOptions options)
    {
        if (PrivateEndpoints.FindMistake(options.AllowedPrivateEndpoints) is { } entry)
        {
            return ValidateOptionsResult.Fail(
                $"{WebhooksOptions.Section}:AllowedPrivateEndpoints has '{entry}'. Each is a private host:port, such as automation.clinic.internal:5678.");
        }

        return ValidateOptionsResult.Success;
    }
}

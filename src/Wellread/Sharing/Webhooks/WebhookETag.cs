using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Wellread.Sharing.Webhooks;

/// <summary>Tells one version of a webhook's settings from another, so that two people don't undo each other's work. It says nothing of its secrets.</summary>
internal static class WebhookETag
{
    public static string Of(Webhook webhook) => Tag(webhook).ToString();

    /// <summary>Whether a webhook is as the request's <c>If-Match</c> says; yes where it says nothing (RFC 9110, 13.1.1).</summary>
    public static Func<Webhook, bool> Allows(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0) return _ => true;
        var wanted = request.GetTypedHeaders().IfMatch;
        return webhook => wanted.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(Tag(webhook), useStrongComparison: true));
    }

    private static EntityTagHeaderValue Tag(Webhook webhook)
    {
        var shown = JsonSerializer.SerializeToUtf8Bytes(webhook with { Secrets = [] }, WebhookJson.Default.Webhook);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(shown).AsSpan(0, 8))}\"");
    }
}

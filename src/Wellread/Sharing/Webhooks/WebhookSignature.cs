using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wellread.Sharing.Webhooks;

/// <summary>Signs as Standard Webhooks 1.0.0 says (github.com/standard-webhooks/standard-webhooks, spec): HMAC-SHA256 over <c>id.timestamp.body</c>. Pure.</summary>
internal static class WebhookSignature
{
    /// <summary>The three headers; one signature for each secret, with spaces between.</summary>
    /// <param name="id">The event's id, without a full stop.</param>
    /// <param name="at">When it is sent; whole seconds count.</param>
    /// <param name="body">The body, byte for byte as it is sent.</param>
    /// <param name="secrets">The secret of now and those that still hold beside it.</param>
    public static IReadOnlyList<(string Name, string Value)> Headers(string id, DateTimeOffset at, ReadOnlySpan<byte> body, IEnumerable<SigningSecret> secrets)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var signatures = secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret.Key(), signed))}");
        return [("webhook-id", id), ("webhook-timestamp", timestamp), ("webhook-signature", string.Join(' ', signatures))];
    }
}

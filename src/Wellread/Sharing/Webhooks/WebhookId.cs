using System.Security.Cryptography;

namespace Wellread.Sharing.Webhooks;

/// <summary>The ids of webhooks and of the events on their way to them.</summary>
internal static class WebhookId
{
    private const int MaxLength = 64;
    private const int HexDigits = 16;

    public static string Make() => $"wh_{RandomNumberGenerator.GetHexString(HexDigits, lowercase: true)}";

    /// <summary>Whether the text can be an id at all; what a caller wrote is no name in the store before that.</summary>
    public static bool IsWellFormed(string id) => id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}

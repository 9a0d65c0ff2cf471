using System.Security.Cryptography;

namespace Wellread.Sharing.Webhooks;

/// <summary>
/// What events are signed with: <c>whsec_</c> and base64 of 24 to 64 random bytes (Standard Webhooks 1.0.0). It has to be stored as it is, as each event is signed anew.
/// </summary>
/// <param name="Value">The secret, as the receiver has it.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Until">Until when it signs; null for the one of now.</param>
internal sealed record SigningSecret(string Value, DateTimeOffset MadeAt, DateTimeOffset? Until)
{
    private const string Prefix = "whsec_";
    private const int RandomBytes = 32;

    public static SigningSecret Make(DateTimeOffset now) => new(Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(RandomBytes)), now, Until: null);

    public bool SignsAt(DateTimeOffset now) => Until is null || Until > now;

    public byte[] Key() => Convert.FromBase64String(Value[Prefix.Length..]);

    /// <summary>Nothing that prints or logs a webhook shows it.</summary>
    public override string ToString() => $"{Prefix}…";
}

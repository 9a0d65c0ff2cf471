using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wellread.Sharing.Outbox;

/// <summary>
/// What opens a practice's outbox, as it is stored: the SHA-256 of the token, never the token. A token has 256 random bits, so there is nothing to guess from the hash.
/// </summary>
internal sealed record OutboxToken(string Hash, DateTimeOffset MadeAt)
{
    private const string Prefix = "wr_";
    private const int RandomBytes = 32;

    /// <summary>A new token, shown this once.</summary>
    public static (string Token, OutboxToken Stored) Make(DateTimeOffset now)
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        return (token, new OutboxToken(Convert.ToHexStringLower(HashOf(token)), now));
    }

    /// <summary>Takes the same time whatever is wrong with the token.</summary>
    public bool IsOpenedBy(string token) => CryptographicOperations.FixedTimeEquals(HashOf(token), Convert.FromHexString(Hash));

    public ReadOnlyMemory<byte> ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, OutboxJson.Default.OutboxToken);

    /// <summary>Throws <see cref="JsonException"/> where it is no hash of a token.</summary>
    public static OutboxToken FromJson(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, OutboxJson.Default.OutboxToken) is { Hash.Length: 2 * SHA256.HashSizeInBytes } token && token.Hash.All(char.IsAsciiHexDigit)
            ? token
            : throw new JsonException("A token is stored as its hash.");

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OutboxToken))]
internal sealed partial class OutboxJson : JsonSerializerContext;

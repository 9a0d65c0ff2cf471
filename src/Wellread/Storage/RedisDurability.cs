using StackExchange.Redis;

namespace Wellread.Storage;

/// <param name="Require">Refuse a Redis that can lose what it acknowledged.</param>
/// <param name="Assume">Take a Redis for durable whose settings can't be read.</param>
internal sealed record RedisDurabilityRule(bool Require, bool Assume);

/// <summary>Whether a Redis keeps what it acknowledges, by its own settings. <paramref name="Detail"/> continues a sentence about it.</summary>
internal sealed record RedisDurability(bool Durable, string Detail)
{
    /// <summary>The first primary that isn't durable speaks for all of them.</summary>
    public static async Task<RedisDurability> ReadAsync(IConnectionMultiplexer redis, bool assume)
    {
        // Says why, when there is no connection.
        await redis.GetDatabase().PingAsync();
        RedisDurability? durability = null;
        foreach (var server in redis.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }))
        {
            durability = await ReadAsync(server, assume);
            if (!durability.Durable) break;
        }
        return durability ?? new(false, "has no primary that answers");
    }

    private static async Task<RedisDurability> ReadAsync(IServer server, bool assume)
    {
        Dictionary<string, RedisResult> settings;
        try
        {
            settings = (await server.ExecuteAsync("CONFIG", "GET", "append*")).ToDictionary(StringComparer.OrdinalIgnoreCase);
            foreach (var (key, value) in (await server.ExecuteAsync("CONFIG", "GET", "maxmemory*")).ToDictionary())
                settings[key] = value;
        }
        catch (RedisServerException exception) when (IsForbidden(exception.Message))
        {
            return assume
                ? new(true, "does not show its settings, so its durability can't be checked; Storage:AssumeDurable states it")
                : new(false, "does not show its settings, so its durability can't be checked; Storage:AssumeDurable=true states that it is durable");
        }
        string? Setting(string name) => settings.TryGetValue(name, out var value) ? (string?)value : null;
        return Judge(Setting("appendonly"), Setting("appendfsync"), Setting("maxmemory"), Setting("maxmemory-policy"));
    }

    private static bool IsForbidden(string message) =>
        message.StartsWith("NOPERM", StringComparison.Ordinal) || message.StartsWith("ERR unknown", StringComparison.OrdinalIgnoreCase);

    private static RedisDurability Judge(string? appendOnly, string? flush, string? memory, string? policy)
    {
        if (appendOnly != "yes")
            return new(false, "has its append-only file off, so it can lose what it confirmed; set 'appendonly yes' there");
        if (flush == "no")
            return new(false, "leaves flushing its append-only file to the system, so it can lose what it confirmed; set 'appendfsync everysec' or 'always' there");
        if (memory is not (null or "0") && policy is not null && policy.StartsWith("allkeys", StringComparison.Ordinal))
            return new(false, $"drops keys when its memory is full ('{policy}'); set 'maxmemory-policy noeviction' there");
        return flush == "everysec"
            ? new(true, "writes an append-only file, flushed every second: a power cut can cost the last second, a crash of Redis nothing")
            : new(true, "writes an append-only file, flushed before each answer");
    }
}

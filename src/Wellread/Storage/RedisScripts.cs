namespace Wellread.Storage;

/// <summary>The Lua that runs inside Redis. A script runs alone, but is not rolled back: what can refuse stands before the first write.</summary>
internal static class RedisScripts
{
    /// <summary>
    /// KEYS: tokens, log, then each hash and set that the batch touches. ARGV: lease name and token ('' without a fence), log limit, then
    /// five for each write: what to do, number of its key, and three of its own. Gives {1, last position}, {0, number of the write that
    /// conflicts} or {2}.
    /// </summary>
    public const string Commit = """
        if ARGV[1] ~= '' and redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return {2} end

        local newest = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)[1]
        local last = newest and tonumber(string.match(newest[1], '^%d+')) or 0
        local versions = {}
        for at = 4, #ARGV, 5 do
            local what, key, id = ARGV[at], KEYS[tonumber(ARGV[at + 1])], ARGV[at + 2]
            if what == 'put' or what == 'delete' then
                local name = key .. ' ' .. id
                local version = versions[name]
                if not version then
                    local stored = redis.call('HGET', key, id)
                    version = stored and tonumber(string.match(stored, '^%d+')) or 0
                end
                if what == 'put' then
                    if ARGV[at + 4] ~= '' and tonumber(ARGV[at + 4]) ~= version then return {0, (at - 4) / 5} end
                    versions[name] = version + 1
                else
                    versions[name] = 0
                end
                -- Kept for the second pass, where each write needs the version of its own moment.
                versions[at] = versions[name]
            elseif what ~= 'log' then
                redis.call('ZCARD', key)
            end
        end

        for at = 4, #ARGV, 5 do
            local what, key, id = ARGV[at], KEYS[tonumber(ARGV[at + 1])], ARGV[at + 2]
            if what == 'put' then
                redis.call('HSET', key, id, string.format('%.0f:', versions[at]) .. ARGV[at + 3])
            elseif what == 'delete' then
                redis.call('HDEL', key, id)
            elseif what == 'rank' then
                redis.call('ZADD', key, ARGV[at + 3], id)
            elseif what == 'unrank' then
                redis.call('ZREM', key, id)
            else
                last = last + 1
                redis.call('XADD', key, 'MAXLEN', ARGV[3], string.format('%.0f-0', last), 'k', ARGV[at + 3], 'i', id)
            end
        end
        return {1, string.format('%.0f', last)}
        """;

    /// <summary>
    /// KEYS: the set. ARGV: limit, then score and member to go on behind ('' and '' = from the top). Gives members and scores in turn.
    /// A member's place is searched among those of its score, so it need not be there any more. Lua's own comparison follows the server's
    /// locale; Redis sorts by byte.
    /// </summary>
    public const string ReadRanked = """
        local function isBefore(a, b)
            for i = 1, math.min(#a, #b) do
                local x, y = string.byte(a, i), string.byte(b, i)
                if x ~= y then return x < y end
            end
            return #a < #b
        end

        local first = 0
        if ARGV[2] ~= '' then
            first = redis.call('ZCOUNT', KEYS[1], '-inf', '(' .. ARGV[2])
            local high = redis.call('ZCOUNT', KEYS[1], '-inf', ARGV[2])
            while first < high do
                local middle = math.floor((first + high) / 2)
                if isBefore(ARGV[3], redis.call('ZRANGE', KEYS[1], middle, middle)[1]) then high = middle else first = middle + 1 end
            end
        end
        return redis.call('ZRANGE', KEYS[1], first, first + ARGV[1] - 1, 'WITHSCORES')
        """;

    /// <summary>KEYS: the log. ARGV: position, limit. Gives {1 when truncated, last position, entries}.</summary>
    public const string ReadLog = """
        local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
        local last, first = 0, 1
        if newest then
            last = tonumber(string.match(newest[1], '^%d+'))
            first = tonumber(string.match(redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1][1], '^%d+'))
        end
        local after = tonumber(ARGV[1])
        if after > last or after < first - 1 then return {1, string.format('%.0f', last), {}} end
        local entries = redis.call('XRANGE', KEYS[1], string.format('%.0f-0', after + 1), '+', 'COUNT', ARGV[2])
        return {0, string.format('%.0f', last), entries}
        """;

    /// <summary>KEYS: lease, tokens. ARGV: name, owner, milliseconds. Gives the token, or null while another owner holds the lease.</summary>
    public const string AcquireLease = """
        local held = redis.call('GET', KEYS[1])
        if held and string.match(held, '^%d+ (.*)$') ~= ARGV[2] then return false end
        local token = string.format('%.0f', redis.call('HINCRBY', KEYS[2], ARGV[1], 1))
        redis.call('SET', KEYS[1], token .. ' ' .. ARGV[2], 'PX', ARGV[3])
        return token
        """;

    /// <summary>KEYS: lease. ARGV: what it holds while the grant lasts, milliseconds. Gives 1 when it was extended.</summary>
    public const string RenewLease = """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        return redis.call('PEXPIRE', KEYS[1], ARGV[2])
        """;

    /// <summary>KEYS: lease. ARGV: what it holds while the grant lasts.</summary>
    public const string ReleaseLease = """
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        return redis.call('DEL', KEYS[1])
        """;

    /// <summary>KEYS: lease, tokens. ARGV: name. Gives 1 when there was one.</summary>
    public const string ForgetLease = """
        redis.call('DEL', KEYS[1])
        return redis.call('HDEL', KEYS[2], ARGV[1])
        """;
}

using StackExchange.Redis;

namespace Wellread.Storage;

// The key layout. P is the partition; its braces make it the hash tag, so that all keys of a partition live on one node of a cluster.
//
//   wellread:{P}:documents:KIND   hash     id -> "VERSION:BODY"
//   wellread:{P}:ranked:SET       zset     member at minus its rank: the highest rank comes first, and ties read upwards by member
//   wellread:{P}:log              stream   id POSITION-0, fields k (kind) and i (id); trimmed; the last id is the counter
//   wellread:{P}:lease:NAME       string   "TOKEN OWNER", gone when the lease runs out
//   wellread:{P}:tokens           hash     lease name -> the last token granted; outlives the leases, until one is forgotten
internal static class RedisKeys
{
    public static RedisKey Documents(string partition, string kind) => $"wellread:{{{partition}}}:documents:{kind}";

    public static RedisKey Ranked(string partition, string set) => $"wellread:{{{partition}}}:ranked:{set}";

    public static RedisKey Log(string partition) => $"wellread:{{{partition}}}:log";

    public static RedisKey Lease(string partition, string name) => $"wellread:{{{partition}}}:lease:{name}";

    public static RedisKey Tokens(string partition) => $"wellread:{{{partition}}}:tokens";
}

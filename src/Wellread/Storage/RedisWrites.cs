using System.Globalization;
using StackExchange.Redis;

namespace Wellread.Storage;

/// <summary>A batch as the keys and arguments of <see cref="RedisScripts.Commit"/>.</summary>
internal sealed class RedisWrites
{
    private readonly List<RedisKey> _keys;
    private readonly List<RedisValue> _values;
    private readonly Dictionary<RedisKey, int> _numbers = [];

    public RedisWrites(StorageBatch batch, int logLimit)
    {
        _keys = [RedisKeys.Tokens(batch.Partition), RedisKeys.Log(batch.Partition)];
        _values = [batch.Fence?.Name ?? "", batch.Fence?.Token ?? RedisValue.EmptyString, logLimit];
        foreach (var write in batch.Writes) Add(batch.Partition, write);
    }

    public RedisKey[] Keys => [.. _keys];

    public RedisValue[] Values => [.. _values];

    /// <summary>The score under which Redis keeps a rank; adding zero turns minus zero into zero.</summary>
    public static string Score(double rank) => (0.0 - rank).ToString("R", CultureInfo.InvariantCulture);

    private void Add(string partition, StorageWrite write)
    {
        switch (write)
        {
            case StorageWrite.Put put:
                Add("put", RedisKeys.Documents(partition, put.Kind), put.Id, put.Body, put.ExpectedVersion ?? RedisValue.EmptyString);
                break;
            case StorageWrite.Delete delete:
                Add("delete", RedisKeys.Documents(partition, delete.Kind), delete.Id);
                break;
            case StorageWrite.Rank rank:
                Add("rank", RedisKeys.Ranked(partition, rank.Set), rank.Member, Score(rank.Value));
                break;
            case StorageWrite.Unrank unrank:
                Add("unrank", RedisKeys.Ranked(partition, unrank.Set), unrank.Member);
                break;
            case StorageWrite.Log log:
                Add("log", RedisKeys.Log(partition), log.Id, log.Kind);
                break;
        }
    }

    private void Add(string what, RedisKey key, string id, RedisValue? first = null, RedisValue? second = null)
    {
        if (!_numbers.TryGetValue(key, out var number))
        {
            _keys.Add(key);
            _numbers.Add(key, number = _keys.Count);
        }
        _values.AddRange([what, number, id, first ?? RedisValue.EmptyString, second ?? RedisValue.EmptyString]);
    }
}

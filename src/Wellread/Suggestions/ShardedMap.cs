namespace Wellread.Suggestions;

/// <summary>
/// Values by id, in <see cref="Shards"/> dictionaries. Immutable: a change copies the dictionaries that it touches, so that it costs about the same with a
/// thousand and with a million values.
/// </summary>
internal sealed class ShardedMap<T> where T : class
{
    private const int Shards = 1024;

    private readonly Dictionary<string, T>?[] _shards;

    private ShardedMap(Dictionary<string, T>?[] shards, int count) => (_shards, Count) = (shards, count);

    public static ShardedMap<T> Empty { get; } = new(new Dictionary<string, T>?[Shards], 0);

    public int Count { get; }

    public IEnumerable<T> Values => _shards.SelectMany(shard => shard?.Values.AsEnumerable() ?? []);

    public T? Find(string id) => _shards[ShardOf(id)]?.GetValueOrDefault(id);

    public bool Contains(string id) => _shards[ShardOf(id)]?.ContainsKey(id) == true;

    /// <summary>The map with these values; null takes an id out. Of two values for one id the later counts.</summary>
    public ShardedMap<T> With(IEnumerable<KeyValuePair<string, T?>> changes)
    {
        var shards = (Dictionary<string, T>?[])_shards.Clone();
        var isOwn = new bool[Shards];
        var count = Count;
        foreach (var (id, value) in changes)
        {
            var at = ShardOf(id);
            var shard = shards[at];
            if (!isOwn[at])
            {
                shards[at] = shard = shard is null ? new(StringComparer.Ordinal) : new(shard, StringComparer.Ordinal);
                isOwn[at] = true;
            }
            count -= shard!.Count;
            if (value is null) shard.Remove(id);
            else shard[id] = value;
            count += shard.Count;
        }
        return new ShardedMap<T>(shards, count);
    }

    private static int ShardOf(string id) => (int)((uint)string.GetHashCode(id, StringComparison.Ordinal) % Shards);
}

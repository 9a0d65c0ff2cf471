using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class HashedValuesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(5000)]
    public void Each_value_is_found_by_its_hash_and_no_other(int count)
    {
        var random = new Random(count);
        var expected = new Dictionary<uint, string>();
        while (expected.Count < count) expected[(uint)random.NextInt64(1, 1L << 32)] = $"{expected.Count}";
        var values = new HashedValues<string>(expected);

        foreach (var (hash, value) in expected) Assert.Equal(value, values.GetValueOrDefault(hash));
        Assert.Null(values.GetValueOrDefault(0));
        for (var round = 0; round < 10_000; round++)
        {
            var hash = (uint)random.NextInt64(1L << 32);
            Assert.Equal(expected.TryGetValue(hash, out var value), values.TryGetValue(hash, out var found));
            Assert.Equal(value, found);
        }
    }

    [Fact]
    public void Hashes_that_fall_on_one_place_stand_behind_one_another()
    {
        // In a table of any size here, these fall on one of the last places.
        var hashes = Enumerable.Range(1, 5_000_000).Select(hash => (uint)hash).Where(hash => FeatureHash.Bucket(hash, 16) == 0xFFFF).Take(20).ToList();
        var values = new HashedValues<uint>([.. hashes.Select(hash => KeyValuePair.Create(hash, hash + 1))]);

        Assert.All(hashes, hash => Assert.Equal(hash + 1, values.GetValueOrDefault(hash)));
        Assert.False(values.TryGetValue(hashes[^1] + 1, out _));
    }

    [Fact]
    public void No_hash_is_0() => Assert.Throws<ArgumentOutOfRangeException>(() => new HashedValues<int>([KeyValuePair.Create(0u, 1)]));
}

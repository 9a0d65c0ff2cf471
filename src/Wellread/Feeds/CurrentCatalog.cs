using System.Collections.Immutable;

namespace Wellread.Feeds;

/// <summary>Holds the catalog as it is now; a change swaps it whole, so that a reader never sees half of one. What the packs list stays underneath.</summary>
internal sealed class CurrentCatalog(FeedCatalog packs)
{
    private readonly Lock _changing = new();
    private ImmutableDictionary<string, FeedSetting> _settings = ImmutableDictionary.Create<string, FeedSetting>(StringComparer.Ordinal);
    private volatile FeedCatalog _current = packs;

    public FeedCatalog Current => _current;

    /// <summary>What the packs alone list.</summary>
    public FeedCatalog Packs { get; } = packs;

    /// <summary>Puts these settings in the place of all that there were.</summary>
    public void Reset(IEnumerable<FeedSetting> settings) => Change(known => known.Clear().SetItems(ById(settings)));

    /// <summary>Takes over what was written and what was deleted.</summary>
    public void Change(IEnumerable<FeedSetting> written, IEnumerable<string> deleted) =>
        Change(known => known.RemoveRange(deleted).SetItems(ById(written)));

    private void Change(Func<ImmutableDictionary<string, FeedSetting>, ImmutableDictionary<string, FeedSetting>> change)
    {
        lock (_changing)
        {
            _settings = change(_settings);
            _current = Packs.With(_settings);
        }
    }

    private static IEnumerable<KeyValuePair<string, FeedSetting>> ById(IEnumerable<FeedSetting> settings) =>
        settings.Select(setting => KeyValuePair.Create(setting.FeedId, setting));
}

using System.Collections.Immutable;

namespace Wellread.Practices;

/// <summary>Holds the practices as they are now; a change swaps them whole. The default practice is as the configuration has it until somebody sets it up.</summary>
internal sealed class CurrentPractices(Practice configured)
{
    private readonly Lock _changing = new();
    private volatile ImmutableSortedDictionary<string, Practice> _practices = With(Empty, [], configured);
    private long _changes;

    private static ImmutableSortedDictionary<string, Practice> Empty { get; } = ImmutableSortedDictionary.Create<string, Practice>(StringComparer.Ordinal);

    /// <summary>The default practice as it is without anything stored.</summary>
    public Practice Configured { get; } = configured;

    public Practice Default => _practices[Practice.DefaultId];

    /// <summary>False until what is stored has been read once: whom nobody finds here may be there all the same.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>How many there are, with those that were removed.</summary>
    public int Count => _practices.Count;

    /// <summary>Counts the changes. A change is there before it counts.</summary>
    public long Changes => Volatile.Read(ref _changes);

    /// <summary>By id, in its order.</summary>
    public IEnumerable<Practice> All => _practices.Values.Where(practice => !practice.IsRemoved);

    /// <summary>What is here now, so that <see cref="Reset"/> can tell what comes after it.</summary>
    public IReadOnlyDictionary<string, Practice> Known => _practices;

    /// <summary>The practice with this id, the default one for none; null where there is no such practice.</summary>
    public Practice? Find(string? id) => FindEver(id) is { IsRemoved: false } practice ? practice : null;

    /// <summary>The same, also where it was removed.</summary>
    public Practice? FindEver(string? id) => string.IsNullOrEmpty(id) ? Default : _practices.GetValueOrDefault(id);

    /// <summary>
    /// Puts practices in the place of all that were <paramref name="known"/> when the reading began (null = of all that there are): what was changed here meanwhile may not
    /// have been there to be read.
    /// </summary>
    public void Reset(IEnumerable<Practice> practices, IReadOnlyDictionary<string, Practice>? known = null)
    {
        lock (_changing)
        {
            var read = With(Empty, practices, Configured);
            var since = known is null ? [] : _practices.Values.Where(practice => known.GetValueOrDefault(practice.Id) != practice && practice.Version >= VersionIn(read, practice.Id));
            _practices = With(read, since, Configured);
            IsComplete = true;
            _changes++;
        }
    }

    /// <summary>Takes over what was written, where it is newer than what is here.</summary>
    public void Change(IEnumerable<Practice> written)
    {
        lock (_changing)
        {
            _practices = With(_practices, written.Where(practice => practice.Version >= VersionIn(_practices, practice.Id)), Configured);
            _changes++;
        }
    }

    private static long VersionIn(ImmutableSortedDictionary<string, Practice> practices, string id) => practices.GetValueOrDefault(id)?.Version ?? 0;

    private static ImmutableSortedDictionary<string, Practice> With(
        ImmutableSortedDictionary<string, Practice> known, IEnumerable<Practice> written, Practice configured)
    {
        var practices = known.SetItems(written.Select(practice => KeyValuePair.Create(practice.Id, practice)));
        return practices.ContainsKey(configured.Id) ? practices : practices.Add(configured.Id, configured);
    }
}

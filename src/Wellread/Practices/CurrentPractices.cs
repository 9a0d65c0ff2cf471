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

    public int Count => _practices.Count;

    /// <summary>Counts the changes. A change is there before it counts.</summary>
    public long Changes => Volatile.Read(ref _changes);

    /// <summary>By id, in its order.</summary>
    public IEnumerable<Practice> All => _practices.Values;

    /// <summary>The practice with this id, the default one for none; null where there is no such practice.</summary>
    public Practice? Find(string? id) => string.IsNullOrEmpty(id) ? Default : _practices.GetValueOrDefault(id);

    /// <summary>Puts these practices in the place of all that there were.</summary>
    public void Reset(IEnumerable<Practice> practices)
    {
        lock (_changing)
        {
            _practices = With(Empty, practices, Configured);
            IsComplete = true;
            _changes++;
        }
    }

    /// <summary>Takes over what was written, where it is newer than what is here.</summary>
    public void Change(IEnumerable<Practice> written)
    {
        lock (_changing)
        {
            _practices = With(_practices, written.Where(practice => practice.Version >= (_practices.GetValueOrDefault(practice.Id)?.Version ?? 0)), Configured);
            _changes++;
        }
    }

    private static ImmutableSortedDictionary<string, Practice> With(
        ImmutableSortedDictionary<string, Practice> known, IEnumerable<Practice> written, Practice configured)
    {
        var practices = known.SetItems(written.Select(practice => KeyValuePair.Create(practice.Id, practice)));
        return practices.ContainsKey(configured.Id) ? practices : practices.Add(configured.Id, configured);
    }
}

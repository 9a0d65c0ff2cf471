using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace Wellread.Refresh.PageChecks;

/// <summary>Keeps to <c>PageChecks:MaxPerSite</c> pages of a site in any <c>PageChecks:Period</c>, however often there is a run.</summary>
internal sealed class SitePace(IOptions<PageChecksOptions> options)
{
    private const int MaxSites = 5_000;

    private readonly ConcurrentDictionary<string, ImmutableArray<DateTimeOffset>> _looks = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A tick may come a little early by the clock, and is not to go without for that.</summary>
    private TimeSpan Span => options.Value.Period * 0.95;

    /// <summary>How many more pages of the site may be looked at now.</summary>
    public int Left(string site, DateTimeOffset now) => Math.Max(0, options.Value.MaxPerSite - Recent(_looks.GetValueOrDefault(site, []), now).Length);

    public void Count(string site, DateTimeOffset now)
    {
        if (_looks.Count >= MaxSites)
        {
            foreach (var (known, looks) in _looks) if (Recent(looks, now).IsEmpty) _looks.TryRemove(known, out _);
        }

        _looks.AddOrUpdate(site, [now], (_, looks) => Recent(looks, now).Add(now));
    }

    private ImmutableArray<DateTimeOffset> Recent(ImmutableArray<DateTimeOffset> looks, DateTimeOffset now) => looks.RemoveAll(look => now - look >= Span);
}

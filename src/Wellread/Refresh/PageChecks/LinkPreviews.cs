using System.Collections.Concurrent;
using Wellread.Articles;

namespace Wellread.Refresh.PageChecks;

/// <summary>Looks at an article's page for its card, once, and remembers what it saw for a while: an editor who goes over the networks one by one asks the site once.</summary>
internal sealed class LinkPreviews(PageProbe probe, TimeProvider time) : IDisposable
{
    private const int AtOnce = 4;
    private const int MaxRemembered = 500;
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    /// <summary>A site that did not answer may do so in a moment.</summary>
    private static readonly TimeSpan UnclearHolds = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (LinkPreview Preview, DateTimeOffset At)> _seen = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <summary>The preview and when the page was looked at; null where several pages are being looked at right now.</summary>
    public async Task<(LinkPreview Preview, DateTimeOffset At)?> LookAsync(Article article, CancellationToken cancellationToken)
    {
        if (_seen.TryGetValue(article.Link, out var known) && time.GetUtcNow() - known.At < (known.Preview.State == PreviewState.Unclear ? UnclearHolds : Holds)) return known;
        if (!await _free.WaitAsync(TimeSpan.Zero, cancellationToken)) return null;
        try
        {
            var link = new Uri(article.Link);
            var seen = (LinkPreview.Of(link, await probe.LookAsync(link, cancellationToken)), time.GetUtcNow());
            if (_seen.Count >= MaxRemembered) _seen.Clear();
            return _seen[article.Link] = seen;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}

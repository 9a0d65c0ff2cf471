using Wellread.Articles;
using Wellread.Platform;
using Wellread.Suggestions;

namespace Wellread.Refresh.PageChecks;

/// <summary>
/// Looks at an article's page for its card, once, and remembers what it saw for a while: an editor who goes over the networks one by one, and two who do so at once, ask
/// the site once. What became of the page is kept with the article.
/// </summary>
internal sealed partial class LinkPreviews(PageLooks looks, PictureProbe pictures, PageLedger ledger, TimeProvider time, ILogger<LinkPreviews> logger) : IDisposable
{
    private const int AtOnce = 4;
    private const int MaxRemembered = 500;
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    /// <summary>A site that did not answer may do so in a moment.</summary>
    private static readonly TimeSpan UnclearHolds = TimeSpan.FromSeconds(30);

    private readonly RecentlyUsed<string, SeenPreview> _seen = new(MaxRemembered, _ => 1);
    private readonly Dictionary<string, Task<SeenPreview>> _underWay = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>The preview and when the page was looked at; null where several pages are being looked at right now.</summary>
    public async Task<SeenPreview?> LookAsync(Article article, CancellationToken cancellationToken)
    {
        Task<SeenPreview>? look;
        lock (_gate)
        {
            if (_seen.Find(article.Link) is { } known && time.GetUtcNow() - known.At < (known.Preview.State == PreviewState.Unclear ? UnclearHolds : Holds)) return known;
            if (!_underWay.TryGetValue(article.Link, out look))
            {
                if (_underWay.Count >= AtOnce) return null;
                // It goes on where who asked first goes away, as others may wait for it.
                look = _underWay[article.Link] = Task.Run(() => LookNowAsync(article, _end.Token), CancellationToken.None);
            }
        }

        return await look.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task<SeenPreview> LookNowAsync(Article article, CancellationToken cancellationToken)
    {
        try
        {
            var look = await looks.LookAsync(article, cancellationToken);
            var picture = LinkPreview.PictureOf(new Uri(article.Link), look) is { } image ? await pictures.LookAsync(image, cancellationToken) : null;
            var seen = new SeenPreview(LinkPreview.Of(new Uri(article.Link), article.Title, look, picture), time.GetUtcNow());
            await KeepAsync(article, look, cancellationToken);
            _seen.Put(article.Link, seen);
            return seen;
        }
        finally
        {
            lock (_gate) _underWay.Remove(article.Link);
        }
    }

    /// <summary>A store that does not answer is no reason to show no card.</summary>
    private async Task KeepAsync(Article article, PageLook look, CancellationToken cancellationToken)
    {
        try
        {
            await ledger.WriteAsync(new Dictionary<string, PageLook>(StringComparer.Ordinal) { [article.Id] = look }, lease: null, cancellationToken);
        }
        catch (DependencyUnavailableException exception)
        {
            Log.NotKept(logger, exception, article.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What the page of article {ArticleId} was like could not be kept")]
        public static partial void NotKept(ILogger logger, Exception exception, string articleId);
    }
}

/// <summary>A preview, and when its page was looked at.</summary>
internal sealed record SeenPreview(LinkPreview Preview, DateTimeOffset At);

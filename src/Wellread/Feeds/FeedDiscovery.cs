using System.Collections.Immutable;
using Wellread.Feeds.Outbound;
using Wellread.Feeds.Parsing;

namespace Wellread.Feeds;

/// <summary>
/// Looks for the feeds of a site whose address somebody typed: the address itself, what its page points to, then where sites usually have their feed.
/// Everything found has been read once. A handful of requests, one after the other, bounded in time; nothing is stored.
/// </summary>
internal sealed partial class FeedDiscovery(OutboundHttp outbound, AddressPolicy policy, TimeProvider time, ILogger<FeedDiscovery> logger) : IDisposable
{
    /// <summary>Feeds that are given back at most.</summary>
    public const int MaxFound = 5;

    /// <summary>Sites that are looked at side by side; the next one is refused.</summary>
    public const int MaxAtOnce = 4;

    /// <summary>Links of a page that are asked at most.</summary>
    internal const int MaxAsked = 8;

    private static readonly TimeSpan TotalTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TimePerLink = TimeSpan.FromSeconds(6);

    private readonly SemaphoreSlim _places = new(MaxAtOnce);

    /// <summary>A place for a visit to a site that somebody typed, to be given back; null where as many as there are have been taken.</summary>
    public async Task<IDisposable?> TakePlaceAsync(CancellationToken cancellationToken) => await _places.WaitAsync(TimeSpan.Zero, cancellationToken) ? new Place(_places) : null;

    /// <summary>Throws only when <paramref name="cancellationToken"/> ends it; whatever the other side does is an outcome.</summary>
    public async Task<FeedDiscoveryResult> DiscoverAsync(string typed, CancellationToken cancellationToken)
    {
        using var place = await TakePlaceAsync(cancellationToken);
        return place is null ? new FeedDiscoveryResult.Busy() : await LookAsync(typed, cancellationToken);
    }

    public void Dispose() => _places.Dispose();

    /// <summary>What <see cref="DiscoverAsync"/> does, for who has a place.</summary>
    internal async Task<FeedDiscoveryResult> LookAsync(string typed, CancellationToken cancellationToken)
    {
        using var total = new CancellationTokenSource(TotalTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(total.Token, cancellationToken);
        if (TypedAddress.MeantBy(typed) is { } meant && policy.Judge(meant) is AddressVerdict.Allowed)
            return new FeedDiscoveryResult.Blocked($"The address is mistyped. Did you mean {meant}?");
        var search = new Search(outbound, policy, time, either.Token);
        var result = await search.RunAsync(TypedAddress.Of(typed));
        cancellationToken.ThrowIfCancellationRequested();
        Log.Looked(logger, result.GetType().Name, search.FoundCount, search.Requests);
        return result;
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }

    /// <summary>One look at one site.</summary>
    private sealed class Search(OutboundHttp outbound, AddressPolicy policy, TimeProvider time, CancellationToken deadline)
    {
        private readonly List<FoundFeed> _found = [];
        private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
        private readonly HashSet<string> _contents = new(StringComparer.Ordinal);

        public int Requests { get; private set; }

        public int FoundCount => _found.Count;

        public async Task<FeedDiscoveryResult> RunAsync(ImmutableArray<string> addresses)
        {
            if (addresses.IsEmpty) return new FeedDiscoveryResult.NoAddress("Type the address of a site or a feed, such as https://medlineplus.gov.");
            var verdicts = addresses.Select(policy.Judge).ToArray();
            if (!Array.Exists(verdicts, verdict => verdict is AddressVerdict.Allowed)) return new FeedDiscoveryResult.Blocked(((AddressVerdict.Refused)verdicts[0]).Reason);
            var (url, answer) = await OpenAsync([.. verdicts.OfType<AddressVerdict.Allowed>().Select(verdict => verdict.Url)]);
            if (answer is OutboundAnswer.Failed { Fault: var fault })
            {
                return fault.Code == FeedFaults.BlockedName.Code ? new FeedDiscoveryResult.Blocked(fault.Message) : new FeedDiscoveryResult.Unreachable(InWords(fault));
            }

            var page = (OutboundAnswer.Answered)answer;
            if (page.Status is not (200 or 203)) return new FeedDiscoveryResult.Unreachable(FeedFaults.Status(page.Status).Message);
            if (Keep(page, url, null)) return new FeedDiscoveryResult.Found([.. _found], IsFeedItself: true);
            await FollowAsync(page);
            if (_found.Count == 0) await GuessAsync(page.Url);
            return _found.Count > 0 ? new FeedDiscoveryResult.Found([.. _found], IsFeedItself: false)
                : new FeedDiscoveryResult.NothingFound(deadline.IsCancellationRequested
                    ? "The site is too slow to look for its feeds. Please try again later."
                    : "No feed was found there. Look on the site for the word RSS or a feed icon, and give the address behind it.");
        }

        /// <summary>Where the scheme was left out, http is tried after https. A name that does not exist does not exist for either.</summary>
        private async Task<(Uri Url, OutboundAnswer Answer)> OpenAsync(Uri[] urls)
        {
            for (var i = 0; ; i++)
            {
                var answer = await AskAsync(urls[i], Timeout.InfiniteTimeSpan);
                var isOver = i == urls.Length - 1 || answer is not OutboundAnswer.Failed { Fault.Code: "unreachable" or "timeout" or "insecure" or "broken-answer" };
                if (isOver) return (urls[i], answer);
            }
        }

        /// <summary>Asks what the page points to. Judged as redirects are: no public page leads into a private network, allowed or not.</summary>
        private async Task FollowAsync(OutboundAnswer.Answered page)
        {
            var encoding = FeedEncoding.Detect(page.Body.Span, page.Headers.ContentType);
            var asked = 0;
            foreach (var link in PageFeeds.Find(encoding.Encoding.GetString(page.Body.Span[encoding.Start..]), page.Url))
            {
                if (_found.Count == MaxFound || asked == MaxAsked || deadline.IsCancellationRequested) return;
                if (policy.JudgeRedirect(page.Url, link.Address) is not AddressVerdict.Allowed { Url: var url } || !_asked.Add(FeedId.Of(url))) continue;
                asked++;
                if (await AskAsync(url, TimePerLink) is OutboundAnswer.Answered answer) Keep(answer, url, link.Title);
            }
        }

        /// <summary>Asks the usual places until one has a feed or the site has had enough of us.</summary>
        private async Task GuessAsync(Uri page)
        {
            foreach (var path in (string[])[$"{page.AbsolutePath.TrimEnd('/')}/feed", "/feed", "/rss.xml", "/feed.xml", "/rss", "/atom.xml", "/index.xml"])
            {
                if (_found.Count > 0 || deadline.IsCancellationRequested) return;
                if (policy.JudgeRedirect(page, page.GetLeftPart(UriPartial.Authority) + path) is not AddressVerdict.Allowed { Url: var url } || !_asked.Add(FeedId.Of(url))) continue;
                if (await AskAsync(url, TimePerLink) is not OutboundAnswer.Answered { Status: not (429 or 503) } answer) return;
                Keep(answer, url, null);
            }
        }

        private async Task<OutboundAnswer> AskAsync(Uri url, TimeSpan most)
        {
            Requests++;
            _asked.Add(FeedId.Of(url));
            using var limit = new CancellationTokenSource(most, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, deadline);
            try
            {
                return await outbound.GetAsync(url, FeedValidators.None, either.Token);
            }
            catch (OperationCanceledException)
            {
                return new OutboundAnswer.Failed(FeedFaults.Timeout);
            }
        }

        /// <summary>Keeps what is a feed; one that a site offers in two formats or at two addresses once.</summary>
        private bool Keep(OutboundAnswer.Answered answer, Uri url, string? title)
        {
            if (answer.Body.IsEmpty || FeedParser.Parse(answer.Body, new FeedParseContext(answer.Url, answer.Headers.ContentType)) is not FeedParseResult.Parsed { Feed: var feed }) return false;
            var found = new FoundFeed(answer.MovedTo ?? url, FeedText.TitleOf(feed) ?? title ?? url.IdnHost, feed);
            var items = string.Join('\n', feed.Entries.Take(5).Select(entry => entry.Link ?? entry.Id ?? entry.Title));
            if (_contents.Add(found.Id) & (items.Length == 0 || _contents.Add(items))) _found.Add(found);
            return true;
        }

        /// <summary>One answer for all that may be behind a door that does not open, so that nobody can look at doors through us.</summary>
        private static string InWords(FeedFault fault) => fault.Code switch
        {
            "name-not-found" or "insecure" or "too-many-redirects" or "broken-redirect" or "too-large" => fault.Message,
            _ => "The site could not be reached, or did not answer as web sites do. Check the address, or try again later.",
        };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A site was looked at for feeds: {Outcome}, {Found} found with {Requests} requests")]
        public static partial void Looked(ILogger logger, string outcome, int found, int requests);
    }
}

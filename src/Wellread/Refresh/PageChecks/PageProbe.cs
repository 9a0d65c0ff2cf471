using System.Collections.Concurrent;
using System.Text;
using Wellread.Feeds;
using Wellread.Feeds.Outbound;
using Wellread.Feeds.Parsing;

namespace Wellread.Refresh.PageChecks;

/// <summary>Looks at a page as a reader without an account would see it, where its site lets programs look. One request, and one a day for the rules of each site on the way.</summary>
internal sealed class PageProbe(OutboundHttp outbound, TimeProvider time)
{
    private const int MaxSitesRemembered = 5_000;

    /// <summary>Characters of all rules that are remembered, some 10 MB.</summary>
    private const long MaxRemembered = 5_000_000;
    private static readonly TimeSpan RulesHold = TimeSpan.FromDays(1);
    private static readonly Uri RobotsPath = new("/robots.txt", UriKind.Relative);

    private long _remembered;
    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _rules = new(StringComparer.Ordinal);

    /// <summary>Throws only when <paramref name="cancellationToken"/> ends it.</summary>
    public async Task<PageLook> LookAsync(Uri link, CancellationToken cancellationToken)
    {
        return await AskAsync(link, cancellationToken) switch
        {
            OutboundAnswer.Answered answer => Judge(link, answer) with { AnsweredBy = answer.Url },
            OutboundAnswer.Declined => new PageLook.NotAllowed(),
            _ => new PageLook.Unclear(),
        };
    }

    /// <summary>The beginning of what is at an address, where the rules of its site let programs look; null where the site can't be asked for them. Throws as <see cref="LookAsync"/>.</summary>
    public async Task<OutboundAnswer?> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        if (await RulesAsync(address, cancellationToken) is not { } rules) return null;
        return rules.Allow(address) ? await outbound.LookAsync(address, MayFollowAsync, cancellationToken) : new OutboundAnswer.Declined(address);
    }

    /// <summary>Where a redirect leads, the rules of that site and path hold; a site that can't be asked for its rules is not entered.</summary>
    private async Task<bool> MayFollowAsync(Uri next, CancellationToken cancellationToken) => (await RulesAsync(next, cancellationToken))?.Allow(next) == true;

    /// <summary>403 is how many sites turn away programs, so it says nothing about readers.</summary>
    private static PageLook Judge(Uri link, OutboundAnswer.Answered answer) => answer.Status switch
    {
        404 => new PageLook.Missing(),
        410 => new PageLook.Missing { IsForGood = true },
        401 or 407 => new PageLook.LoginNeeded(),
        402 => new PageLook.Paid(),
        200 or 203 when LoginPages.Is(link, answer.Url) => new PageLook.LoginNeeded(),
        200 or 203 when SoftMisses.Is(link, answer.Url) => new PageLook.Missing(),
        200 or 203 => Read(link, answer),
        _ => new PageLook.Unclear(),
    };

    private static PageLook Read(Uri link, OutboundAnswer.Answered answer)
    {
        if (answer.Headers.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) != true)
            return new PageLook.Readable(Headline: null) { IsPdf = answer.Headers.ContentType?.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase) == true };
        // It came packed though nobody asked for that.
        if (answer.Body.IsEmpty) return new PageLook.Readable(Headline: null) { IsUnread = true };
        var encoding = FeedEncoding.Detect(answer.Body.Span, answer.Headers.ContentType);
        var page = PageReader.Read(encoding.Encoding.GetString(answer.Body.Span[encoding.Start..]));
        var leadsTo = PageAddresses.In(answer.Url, page.LeadsTo);
        return Complete(Judge(link, page, leadsTo), page, answer.Url);
    }

    private static PageLook Complete(PageLook look, PageReader page, Uri answered) => look with
    {
        Doi = page.Doi,
        Card = page.Card,
        LeadsTo = PageAddresses.In(answered, page.LeadsTo),
        OwnAddress = PageAddresses.In(answered, page.OwnAddress),
    };

    private static PageLook Judge(Uri link, PageReader page, Uri? leadsTo) => leadsTo switch
    {
        _ when page.IsMissing => new PageLook.Missing(),
        not null when SoftMisses.Is(link, leadsTo) => new PageLook.Missing(),
        not null when LoginPages.Is(link, leadsTo) => new PageLook.LoginNeeded(),
        _ when page.AsksToLogIn => new PageLook.LoginNeeded(),
        _ when page.IsPaid => new PageLook.Paid(),
        _ => new PageLook.Readable(page.Headline),
    };

    /// <summary>
    /// Null where the site can't be asked now: its rules are then "nothing" (RFC 9309, 2.3.1.4). A site without the file, or that keeps it to itself, has no rules
    /// (2.3.1.3); one that says "too many requests" is left alone.
    /// </summary>
    private async Task<RobotsRules?> RulesAsync(Uri link, CancellationToken cancellationToken)
    {
        var site = link.GetLeftPart(UriPartial.Authority);
        if (_rules.TryGetValue(site, out var known) && known.Until > time.GetUtcNow()) return known.Rules;
        var rules = await outbound.GetAsync(new Uri(link, RobotsPath), FeedValidators.None, cancellationToken) switch
        {
            OutboundAnswer.Answered { Status: 200 or 203 } found => RobotsRules.Parse(Encoding.UTF8.GetString(found.Body.Span)),
            OutboundAnswer.Answered { Status: >= 400 and < 500 and not 429 } => RobotsRules.None,
            // Nothing was asked, and nothing will be: the look itself says why.
            OutboundAnswer.Failed { Fault.Code: var code } when code == FeedFaults.BlockedName.Code => RobotsRules.None,
            _ => null,
        };
        if (rules is null) return null;
        if (Interlocked.Add(ref _remembered, rules.Size) > MaxRemembered || _rules.Count >= MaxSitesRemembered)
        {
            _rules.Clear();
            Interlocked.Exchange(ref _remembered, rules.Size);
        }

        _rules[site] = (rules, time.GetUtcNow() + RulesHold);
        return rules;
    }
}

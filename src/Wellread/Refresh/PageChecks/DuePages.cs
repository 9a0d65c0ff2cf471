using Microsoft.Extensions.Options;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Refresh.PageChecks;

/// <summary>Finds the articles whose pages are due for a look: what practices stand behind, what is about to be suggested, and what may have come back.</summary>
internal sealed class DuePages(
    SuggestionState suggestions, SuggestionFinder finder, CurrentPractices practices, SitePace pace, IOptions<PageChecksOptions> options, TimeProvider time)
{
    /// <summary>How far down a practice's suggestions are looked at.</summary>
    private const int Top = 15;

    /// <summary>Practices whose suggestions are looked at each time; the others have their turn next time.</summary>
    private const int PracticesEachTime = 50;

    private int _turn;

    /// <summary>Site by site, what is most urgent first, within the limits of the settings.</summary>
    public IReadOnlyList<IReadOnlyList<Article>> Find()
    {
        var now = time.GetUtcNow();
        var live = suggestions.Current.Live;
        var endorsed = suggestions.Current.Decisions.EndorsedArticles(practices.All, now - PageSchedule.LookedAfter);
        var top = TopArticles().GroupBy(found => found.Id, found => found.Place, StringComparer.Ordinal).ToDictionary(found => found.Key, found => found.Min(), StringComparer.Ordinal);
        return
        [
            .. live.Articles.Where(article => article.Page is { IsOpen: false } or { IsInDoubt: true } || article is { Page: not null, Notice.Standing: >= PaperStanding.Concern }).Select(article => article.Id)
                .Concat(endorsed.Keys).Concat(top.Keys)
                .Distinct(StringComparer.Ordinal)
                .Select(id => live.Find(id)?.Article)
                .OfType<Article>()
                .Select(article => (Article: article, At: PageSchedule.Next(
                    article, endorsed.TryGetValue(article.Id, out var at) ? at : null, top.ContainsKey(article.Id), now)))
                .Where(due => due.At <= now)
                // What is out in posts comes before what is only about to be suggested, however much of that is new.
                .OrderBy(due => !endorsed.ContainsKey(due.Article.Id)).ThenBy(due => due.Article.Page?.MissedAt is null).ThenBy(due => due.At)
                .ThenBy(due => top.GetValueOrDefault(due.Article.Id, int.MaxValue)).ThenBy(due => due.Article.Id, StringComparer.Ordinal)
                .GroupBy(due => new Uri(due.Article.Link).Authority, due => due.Article, StringComparer.OrdinalIgnoreCase)
                .SelectMany(site => site.Take(pace.Left(site.Key, now)))
                .Take(options.Value.MaxPages)
                .GroupBy(article => new Uri(article.Link).Authority, StringComparer.OrdinalIgnoreCase)
                .Select(site => site.ToList()),
        ];
    }

    /// <summary>The first suggestions of some practices, for patients and for colleagues.</summary>
    private IEnumerable<(string Id, int Place)> TopArticles()
    {
        if (suggestions.Current.ShowsSamples) return [];
        var all = practices.All.ToList();
        var start = _turn;
        _turn = all.Count <= PracticesEachTime ? 0 : (start + PracticesEachTime) % all.Count;
        return
            from practice in Enumerable.Range(0, Math.Min(all.Count, PracticesEachTime)).Select(i => all[(start + i) % all.Count])
            from channel in new[] { Channel.Facebook, Channel.Linkedin }
            from found in finder.Find(new SuggestionQuery(practice, ChannelInfo.Of(channel), Topic: null, Language: null, Top, Cursor: null)).Items
                .Select((suggestion, place) => (suggestion.Candidate.Article.Id, place))
            select found;
    }
}

using Wellread.Feeds.Outbound;

namespace Wellread.Feeds;

/// <summary>Puts the feeds of another reader's list on ours. They are not read first, as there may be thousands; each one's health tells how it went.</summary>
internal sealed class OpmlImporter(AddressPolicy policy, FeedTopics topics, FeedSettings settings, CurrentCatalog catalog)
{
    public async Task<OpmlReport> ImportAsync(OpmlImport.Read list, CancellationToken cancellationToken)
    {
        var current = catalog.Current;
        var mistakes = list.Mistakes.ToList();
        var feeds = list.Feeds.Where(feed => IsAllowed(feed, mistakes)).GroupBy(feed => FeedId.Of(feed.Url), StringComparer.Ordinal).ToList();
        var added = feeds.Where(feed => current.Find(feed.Key) is null).ToList();
        var room = Math.Max(0, FeedAdder.MaxFeeds - current.Sources.Length);
        mistakes.AddRange(added.Skip(room).Select(feed => new OpmlMistake(feed.First().Line, "The list of feeds is full.", feed.First().Title)));
        var settled = added.Take(room).Select(feed => Setting(feed.Key, feed)).ToList();
        await settings.AddAsync(settled, cancellationToken);
        return new OpmlReport(list.Title, settled.Count, feeds.Count - added.Count, [.. mistakes.OrderBy(mistake => mistake.Line)]);
    }

    private bool IsAllowed(OpmlFeed feed, List<OpmlMistake> mistakes)
    {
        if (policy.Judge(feed.Url.AbsoluteUri) is not AddressVerdict.Refused refused) return true;
        mistakes.Add(new OpmlMistake(feed.Line, refused.Reason, feed.Title));
        return false;
    }

    private FeedSetting Setting(string id, IEnumerable<OpmlFeed> places)
    {
        var feed = places.First();
        return new FeedSetting
        {
            FeedId = id,
            Url = feed.Url,
            Title = feed.Title,
            Homepage = feed.Homepage,
            Publisher = feed.Publisher,
            Audience = feed.Audience,
            Language = feed.Language,
            Topics = [.. feed.Topics.Where(topic => topics.Slugs.Contains(topic))],
            Folders = places.All(place => place.Folder.Count == 0) ? [] : [.. places.Select(place => place.Folder)],
            Enabled = places.Any(place => place.Enabled),
        };
    }
}

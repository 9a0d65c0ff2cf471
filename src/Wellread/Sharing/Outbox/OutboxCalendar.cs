using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

/// <summary>Writes what a practice shared, or planned to, as an iCalendar (RFC 5545): when, where, and the text. Pure.</summary>
internal static class OutboxCalendar
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <param name="snapshot">What there is.</param>
    /// <param name="practice">Whose calendar.</param>
    /// <param name="hostOf">The host of a feed by its id; null where it is not listed.</param>
    /// <param name="now">What lies more than 400 days back is left out.</param>
    public static byte[] Write(SuggestionSnapshot snapshot, Practice practice, Func<string, string?> hostOf, DateTimeOffset now)
    {
        var name = $"{practice.Name}: shared";
        var calendar = new Calendar { ProductId = "-//Wellread//Outbox//EN" };
        calendar.AddProperty("NAME", OneLine(name));
        calendar.AddProperty("X-WR-CALNAME", OneLine(name));
        calendar.AddProperty(new CalendarProperty("REFRESH-INTERVAL", "PT1H") { Parameters = { new CalendarParameter("VALUE", "DURATION") } });
        var board = snapshot.Decisions.Of(practice.Id);
        var shares = board.All
            .SelectMany(history => history.AllStanding(), (history, decision) => (history.ArticleId, Decision: decision))
            .Where(share => share.Decision is { Action: DecisionAction.Shared, Article: not null } && share.Decision.OutAt > now - Kept)
            .OrderBy(share => share.Decision.OutAt).ThenBy(share => share.ArticleId, StringComparer.Ordinal);
        foreach (var (articleId, decision) in shares) calendar.Events.Add(Event(articleId, decision, snapshot, board, practice, hostOf));
        if (calendar.Events.Count == 0) calendar.TimeZones.Add(UtcZone());
        return Encoding.UTF8.GetBytes(new CalendarSerializer(calendar).SerializeToString()!);
    }

    private static CalendarEvent Event(
        string articleId, Decision decision, SuggestionSnapshot snapshot, DecisionBoard board, Practice practice, Func<string, string?> hostOf)
    {
        var channel = ShareChannel.All.First(one => one.Channel == (decision.Channel ?? Channel.Facebook));
        var article = OutboxItems.ArticleOf(articleId, decision, snapshot, board);
        var isDown = board.Find(articleId)?.OpenShares().Contains(decision) is not true;
        var offer = article is null || isDown ? null : ShareLinks.For(article, new ShareWish(channel, practice) { FeedHost = hostOf(article.Source.FeedId) });
        return new CalendarEvent
        {
            Uid = $"{practice.Id}-{articleId}-{decision.At.ToUnixTimeMilliseconds()}@outbox.wellread",
            DtStamp = Utc(decision.At),
            Start = Utc(decision.OutAt),
            Duration = Duration.FromMinutes((int)Lasts.TotalMinutes),
            Summary = OneLine($"{channel.Name}: {decision.Article!.Title}"),
            Description = isDown ? "This post was taken down." : offer is null ? "Please check this post: its page has changed or gone." : OutgoingLines($"{offer.Draft.Text}\n{offer.Link}"),
            Url = offer is null ? null : new Uri(offer.Link),
            Transparency = TransparencyType.Transparent,
        };
    }

    /// <summary>A calendar has one component at least (RFC 5545, 3.6); this one shows nothing.</summary>
    private static VTimeZone UtcZone()
    {
        var zone = new VTimeZone(CalDateTime.UtcTzId);
        zone.AddChild(new VTimeZoneInfo(Components.Standard)
        {
            OffsetFrom = new UtcOffset(TimeSpan.Zero),
            OffsetTo = new UtcOffset(TimeSpan.Zero),
            Start = new CalDateTime(1970, 1, 1, 0, 0, 0),
            TimeZoneName = CalDateTime.UtcTzId,
        });
        return zone;
    }

    private static CalDateTime Utc(DateTimeOffset time) => new(time.UtcDateTime, CalDateTime.UtcTzId);

    private static string OneLine(string text) => OutgoingLines(text).Replace('\n', ' ');

    private static string OutgoingLines(string text) => Feeds.OutgoingText.Clean(text);
}

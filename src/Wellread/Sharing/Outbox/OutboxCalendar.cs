using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

/// <summary>Writes what a practice shared, and what it approved for when, as an iCalendar (RFC 5545): when, where, and the text.</summary>
internal static class OutboxCalendar
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <param name="snapshot">What there is.</param>
    /// <param name="practice">Whose calendar.</param>
    /// <param name="texts">Makes its texts.</param>
    /// <param name="now">What lies more than 400 days back is left out.</param>
    public static byte[] Write(SuggestionSnapshot snapshot, Practice practice, OutboxTexts texts, DateTimeOffset now)
    {
        var name = $"{practice.Name}: planned and shared";
        var calendar = new Calendar { ProductId = "-//Wellread//Outbox//EN" };
        calendar.AddProperty("NAME", OneLine(name));
        calendar.AddProperty("X-WR-CALNAME", OneLine(name));
        calendar.AddProperty(new CalendarProperty("REFRESH-INTERVAL", "PT1H") { Parameters = { new CalendarParameter("VALUE", "DURATION") } });
        var posts = OutboxPost.All(snapshot, practice, texts, now)
            .Where(post => post.OutAt > now - Kept)
            .OrderBy(post => post.OutAt).ThenBy(post => post.History.ArticleId, StringComparer.Ordinal).ThenBy(post => post.Place).ThenBy(post => post.Channels[0].Channel);
        foreach (var post in posts) calendar.Events.Add(Event(post, practice));
        if (calendar.Events.Count == 0) calendar.TimeZones.Add(UtcZone());
        return CalendarWriter.Write(calendar);
    }

    private static CalendarEvent Event(OutboxPost post, Practice practice) => new()
    {
        // Its place in a history that only grows: no other post ever has it. What comes in its turn has one on each channel.
        Uid = $"{practice.Id}-{post.History.ArticleId}-{post.Place + 1}{(post.Turn is null ? "" : $"-{post.Channels[0].Slug}")}@outbox.wellread",
        DtStamp = Utc(post.ChangedAt),
        LastModified = Utc(post.ChangedAt),
        // It grows with each change, whichever instance writes it.
        Sequence = (int)(post.ChangedAt - post.Decision.At).TotalSeconds,
        Categories = [IsOff(post) ? "Off" : post.Stage is PostStage.Planned or PostStage.SetUp ? "Planned" : post.Stage is PostStage.GivenOut or PostStage.Check ? "Given out" : "Shared"],
        Start = Utc(post.OutAt),
        Duration = Duration.FromMinutes((int)Lasts.TotalMinutes),
        Summary = OneLine($"{StageOf(post)}: {post.Decision.Article!.Title}"),
        Description = OutgoingText.Clean(string.Join("\n\n", ((string?[])[post.Note, post.Offer is { } offer ? $"{offer.Draft.Text}\n{offer.Link}" : null]).OfType<string>())),
        Url = post.Offer is null ? null : new Uri(post.Offer.Link),
        Status = IsOff(post) ? EventStatus.Cancelled : EventStatus.Confirmed,
        Transparency = TransparencyType.Transparent,
    };

    /// <summary>In words, as programs show a status as they please, or not at all.</summary>
    private static string StageOf(OutboxPost post)
    {
        var channels = string.Join(", ", post.Channels.Select(channel => channel.Name));
        return post.Stage switch
        {
            PostStage.Planned => $"Planned for {channels}",
            PostStage.GivenOut => $"Given out for {channels}",
            PostStage.Check => $"Please check on {channels}",
            PostStage.Off => $"Not going out on {channels}",
            PostStage.SetUp => $"Set up on {channels}",
            PostStage.Shared => $"Shared on {channels}",
            PostStage.TakeDown => $"Please take down from {channels}",
            _ => $"Taken down from {channels}",
        };
    }

    private static bool IsOff(OutboxPost post) => post.Stage is PostStage.Off or PostStage.TakeDown or PostStage.TakenDown;

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

    private static string OneLine(string text) => OutgoingText.Clean(text).Replace('\n', ' ');
}

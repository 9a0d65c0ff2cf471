using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ical.Net;
using Ical.Net.DataTypes;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;
using CultureInfo = System.Globalization.CultureInfo;

namespace Wellread.Tests.Suggestions.Observances;

/// <summary>The clock stands at 23 November 2026.</summary>
public sealed class ObservancesEndpointsTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services =>
        services.AddSingleton(Make.Catalog([.. Enumerable.Range(0, 9).Select(i => ($"feed_{i}", FeedRules.None))])));

    private HttpClient _client = null!;

    public Task InitializeAsync()
    {
        _client = _host.CreateClient();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Without_a_question_the_next_sixty_days_are_shown()
    {
        var list = await _client.GetJsonAsync("/api/v1/observances");
        Assert.Equal(("2026-11-23", "2027-01-22"), ((string?)list["from"], (string?)list["to"]));
        var ids = Ids(list);
        Assert.Contains("national-diabetes-month", ids);
        Assert.Contains("world-aids-day", ids);
        Assert.Contains("glaucoma-awareness-month", ids);
        Assert.DoesNotContain("world-diabetes-day", ids);
    }

    [Fact]
    public async Task Today_is_the_practices_day()
    {
        await using var host = new WellreadHost().With("Practice:TimeZone", "Pacific/Kiritimati");
        host.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal("2026-11-24", (string?)(await host.CreateClient().GetJsonAsync("/api/v1/observances"))["from"]);
    }

    [Fact]
    public async Task One_is_shown_with_its_days_its_names_its_topics_and_who_declared_it()
    {
        var list = await _client.GetJsonAsync("/api/v1/observances?from=2027-03-01&to=2027-03-31&topic=kidneys-and-bladder");
        Assert.Equal(["national-kidney-month", "world-kidney-day"], Ids(list));
        var day = list["items"]![1]!;
        Assert.Equal(("2027-03-11", "2027-03-11"), ((string?)day["start"], (string?)day["end"]));
        Assert.Equal(("World Kidney Day", "Día Mundial del Riñón"), ((string?)day["name"]!["en"], (string?)day["name"]!["es"]));
        Assert.Equal("https://www.worldkidneyday.org/f", (string?)day["source"]);
        Assert.Equal("/api/v1/observances/world-kidney-day/suggestions", (string?)day["suggestions"]);
        Assert.Null(day["country"]);
        Assert.Equal("2026-11-25", (string?)day["checked"]);
    }

    [Fact]
    public async Task One_whose_page_nobody_has_seen_is_shown_without_a_day_of_looking()
    {
        var day = Assert.Single((await _client.GetJsonAsync("/api/v1/observances?from=2027-03-20&to=2027-03-20"))["items"]!.AsArray(), one => (string?)one!["id"] == "international-day-of-happiness")!;
        Assert.True(day.AsObject().ContainsKey("checked"));
        Assert.Null(day["checked"]);
        Assert.Equal("https://www.un.org/en/observances/happiness-day", (string?)day["source"]);
    }

    [Theory]
    [InlineData("from=2027-03-31&to=2027-03-01", "validation")]
    [InlineData("from=2027-01-01&to=2028-06-01", "validation")]
    [InlineData("from=1999-01-01", "validation")]
    [InlineData("from=tomorrow", "validation")]
    [InlineData("topic=hearts", "unknown-topic")]
    public async Task A_question_that_makes_no_sense_is_told(string query, string code)
    {
        using var response = await _client.GetAsync($"/api/v1/observances?{query}");
        await Api.ProblemAsync(response, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task The_calendar_is_read_back_with_the_same_days()
    {
        var calendar = await CalendarAsync("/api/v1/observances.ics");
        var read = calendar.Events.SelectMany(one => one.GetOccurrences(new CalDateTime(2028, 1, 1)).TakeWhile(time => time.Period.StartTime.Year == 2028).Select(time => (
            Name: one.Summary!, Start: time.Period.StartTime.Date, End: time.Period.EffectiveEndTime!.Date.AddDays(-1))));
        var expected = _host.Get<ObservanceCatalog>().Between(new(2028, 1, 1), new(2028, 12, 31)).Select(one => (one.Observance.Name, one.Start, one.End));
        Assert.Equal(expected.Order(), read.Order());
    }

    [Fact]
    public async Task The_calendar_repeats_by_rule_and_keeps_its_ids()
    {
        var first = await CalendarAsync("/api/v1/observances.ics?topic=kidneys-and-bladder");
        var day = first.Events.Single(one => one.Uid == "world-kidney-day@observances.wellread");
        Assert.Equal("FREQ=YEARLY;BYDAY=2TH;BYMONTH=3", day.RecurrenceRule!.ToString());
        Assert.True(day.IsAllDay);
        Assert.Equal(TransparencyType.Transparent, day.Transparency);
        Assert.Equal("https://www.worldkidneyday.org/f", day.Url!.AbsoluteUri);
        Assert.Equal(["Kidneys and bladder"], day.Categories);
        _host.Time.Advance(TimeSpan.FromDays(3));
        var later = await CalendarAsync("/api/v1/observances.ics?topic=kidneys-and-bladder");
        Assert.Equal(first.Events.Select(one => (one.Uid, one.DtStamp)), later.Events.Select(one => (one.Uid, one.DtStamp)));
    }

    [Fact]
    public async Task One_whose_page_nobody_has_seen_is_in_the_calendar_from_the_same_year_on()
    {
        var day = (await CalendarAsync("/api/v1/observances.ics")).Events.Single(one => one.Uid == "international-day-of-happiness@observances.wellread");
        Assert.Equal((new DateOnly(2026, 3, 20), new DateOnly(2026, 11, 25)), (day.Start!.Date, day.DtStamp!.Date));
        Assert.NotNull(day.RecurrenceRule);
    }

    [Fact]
    public async Task A_february_of_29_days_is_written_as_one()
    {
        var heart = (await CalendarAsync("/api/v1/observances.ics?topic=heart")).Events.Where(one => one.Uid!.StartsWith("american-heart-month-", StringComparison.Ordinal)).ToList();
        Assert.Equal([29, 28, 28, 28, 28], heart.Select(one => one.End!.Date.DayNumber - one.Start!.Date.DayNumber).OrderDescending());
        Assert.All(heart, one => Assert.Null(one.RecurrenceRule));
    }

    [Theory]
    [InlineData("th-TH")]
    public void The_calendar_is_the_same_wherever_the_service_runs(string culture)
    {
        var here = Written();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(here, Written());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string Written() => Encoding.UTF8.GetString(ObservanceCalendar.Write(_host.Get<ObservanceCatalog>().All, "en", new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public async Task The_calendar_is_written_as_its_standard_says()
    {
        using var response = await _client.GetAsync("/api/v1/observances.ics?language=es");
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=3600", response.Headers.CacheControl!.ToString());
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("END:VCALENDAR\r\n", text);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("\r\nPRODID:-//Wellread//Observances//ES\r\n", unfolded);
        Assert.Contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D\r\n", unfolded);
        Assert.Contains("\r\nSUMMARY:Día Mundial del Riñón\r\n", unfolded);
        Assert.Contains("\r\nDTSTART;VALUE=DATE:20260312\r\n", unfolded);
        Assert.Contains("\r\nDTEND;VALUE=DATE:20260313\r\n", unfolded);
        Assert.Contains("\r\nDTSTAMP:20261125T000000Z\r\n", unfolded);
    }

    [Fact]
    public async Task A_calendar_that_has_not_changed_is_not_sent_again()
    {
        using var first = await _client.GetAsync("/api/v1/observances.ics");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/observances.ics");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var spanish = await _client.GetAsync("/api/v1/observances.ics?language=es");
        Assert.NotEqual(first.Headers.ETag, spanish.Headers.ETag);
        await Api.ProblemAsync(await _client.GetAsync("/api/v1/observances.ics?language=fr"), HttpStatusCode.BadRequest, "unknown-language");
    }

    [Fact]
    public async Task What_fits_is_what_is_mainly_about_it_first()
    {
        await StoreAsync(
            Make.Article("smoke-1", feed: "feed_0", topics: ["smoking"], daysOld: 1),
            Make.Article("smoke-2", feed: "feed_1", topics: ["smoking"], daysOld: 2),
            Make.Article("breathing-1", feed: "feed_2", topics: ["lungs", "smoking"], daysOld: 3),
            Make.Article("heart-1", feed: "feed_3", topics: ["heart"], daysOld: 1));
        var fits = await _client.GetJsonAsync("/api/v1/observances/world-no-tobacco-day/suggestions?limit=10");
        Assert.Equal("2027-05-31", (string?)fits["observance"]!["start"]);
        Assert.Equal(["smoke-1", "smoke-2", "breathing-1"], fits["items"]!.AsArray().Select(item => (string)item!["title"]!));
        var ready = (await _client.GetJsonAsync("/api/v1/observances?from=2027-05-30&to=2027-06-03&ready=true"))["items"]!.AsArray()
            .ToDictionary(item => (string)item!["id"]!, item => (int)item!["ready"]!);
        Assert.Equal((3, 0), (ready["world-no-tobacco-day"], ready["world-bicycle-day"]));
        Assert.All((await _client.GetJsonAsync("/api/v1/observances"))["items"]!.AsArray(), item => Assert.Null(item!["ready"]));
        Assert.Single((await _client.GetJsonAsync("/api/v1/observances/world-no-tobacco-day/suggestions?limit=1"))["items"]!.AsArray());
        Assert.Empty((await _client.GetJsonAsync("/api/v1/observances/world-sight-day/suggestions"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_day_that_is_narrower_than_its_topics_is_fitted_by_what_names_its_subject()
    {
        await StoreAsync(
            Make.Article("Wash your hands to stop germs", feed: "feed_0", topics: ["infections"], daysOld: 1),
            Make.Article("What to do after a bite: rabies shots explained", feed: "feed_1", topics: ["infections"], daysOld: 9));
        var fits = await _client.GetJsonAsync("/api/v1/observances/world-rabies-day/suggestions?limit=10");
        Assert.StartsWith("What to do after a bite", (string?)Assert.Single(fits["items"]!.AsArray())!["title"]);
    }

    [Theory]
    [InlineData("no-such-day/suggestions", HttpStatusCode.NotFound, "unknown-observance")]
    [InlineData("world-heart-day/suggestions?limit=11", HttpStatusCode.BadRequest, "validation")]
    [InlineData("world-heart-day/suggestions?channel=fax", HttpStatusCode.BadRequest, "unknown-channel")]
    [InlineData("world-heart-day/suggestions?language=fr", HttpStatusCode.BadRequest, "unknown-language")]
    [InlineData("world-heart-day/suggestions?practice=none", HttpStatusCode.NotFound, "unknown-practice")]
    public async Task What_is_not_known_is_told(string path, HttpStatusCode status, string code)
    {
        using var response = await _client.GetAsync($"/api/v1/observances/{path}");
        await Api.ProblemAsync(response, status, code);
    }

    private static IEnumerable<string> Ids(JsonNode list) => list["items"]!.AsArray().Select(item => (string)item!["id"]!);

    private async Task<Calendar> CalendarAsync(string path) => Calendar.Load(await _client.GetStringAsync(path))!;

    private async Task StoreAsync(params Article[] articles)
    {
        var batch = new StorageBatch(Partitions.Library);
        foreach (var article in articles) ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
    }
}

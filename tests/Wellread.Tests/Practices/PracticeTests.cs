using System.Globalization;
using Wellread.Articles;
using Wellread.Practices;

namespace Wellread.Tests.Practices;

public sealed class PracticeTests
{
    [Theory]
    [InlineData("America/Chicago", "1880-06-01T12:00:00Z", "1880-06-01")]
    [InlineData("America/Chicago", "1880-06-01T05:00:00Z", "1880-05-31")]
    [InlineData("America/Chicago", "0001-01-01T00:00:00Z", "0001-01-01")]
    [InlineData("Europe/Amsterdam", "0001-01-01T00:00:00Z", "0001-01-01")]
    [InlineData("Europe/Amsterdam", "1880-06-01T23:50:00Z", "1880-06-02")]
    [InlineData("Asia/Tokyo", "9999-12-31T23:59:59Z", "9999-12-31")]
    public void A_clock_that_went_by_the_sun_still_tells_the_day(string zone, string moment, string day)
    {
        var practice = new Practice { Id = "any", Languages = ["en"], Zone = NodaTime.DateTimeZoneProviders.Tzdb[zone] };
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), practice.Today(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void What_a_practice_says_of_a_topic_stands_above_its_specialty()
    {
        var practice = new PracticeSettings { Specialty = "children", TopicWeights = new Dictionary<string, double> { ["teens"] = 0 } }.ToPractice("kids", 1);
        Assert.Equal((3, 0, 1), (practice.TopicWeight("children"), practice.TopicWeight("teens"), practice.TopicWeight("kidneys-and-bladder")));
    }

    [Fact]
    public void Facebook_and_x_reach_patients_and_linkedin_colleagues_and_the_rest_is_off()
    {
        var practice = new PracticeSettings().ToPractice("new", 0);
        Assert.Equal(["facebook", "x"], practice.ChannelsFor(ArticleAudience.Patients).Select(channel => channel.Slug));
        Assert.Equal(["linkedin"], practice.ChannelsFor(ArticleAudience.Colleagues).Select(channel => channel.Slug));
        Assert.Equal((3, 5), (practice.Policy(Channel.Facebook).WeeklyBudget, practice.Policy(Channel.X).WeeklyBudget));
    }

    [Fact]
    public void Every_channel_has_its_policy_and_its_name_in_its_place()
    {
        Assert.Equal(Enum.GetValues<Channel>(), ChannelPolicy.Defaults.Select(policy => policy.Channel));
        Assert.Equal(Enum.GetValues<Channel>(), ChannelInfo.All.Select(info => info.Channel));
    }

    [Theory]
    [InlineData("America/Chicago", "2026-11-23T05:59:00Z", "2026-11-22")]
    [InlineData("America/Chicago", "2026-11-23T06:00:00Z", "2026-11-23")]
    [InlineData("Pacific/Kiritimati", "2026-11-23T10:00:00Z", "2026-11-24")]
    [InlineData("europe/madrid", "2026-07-01T22:00:00Z", "2026-07-02")]
    public void Its_day_is_that_of_its_own_clock(string zone, string now, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), new PracticeSettings { TimeZone = zone }.ToPractice("any", 0).Today(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    [Fact]
    public void Settings_come_back_from_the_store_as_they_were()
    {
        var settings = new PracticeSettings
        {
            Name = "Kids first",
            Specialty = "children",
            TimeZone = "America/Chicago",
            TopicWeights = new Dictionary<string, double> { ["teens"] = 0.5 },
            Channels = [new(Channel.Threads, true, 2, new QuietHours(new TimeOnly(20, 30), new TimeOnly(7, 0)), TimeSpan.FromHours(6))],
        };
        var read = PracticeSettings.FromJson(settings.ToJson()).ToPractice("kids", 4);
        Assert.Equal(settings.Channels[0], read.Policy(Channel.Threads));
        Assert.Equal(("Kids first", "children", "America/Chicago", 0.5, 4), (read.Name, read.Specialty, read.TimeZone, read.TopicWeight("teens"), read.Version));
    }

    [Theory]
    [InlineData("22:00", true)]
    [InlineData("20:59", false)]
    [InlineData("06:59", true)]
    [InlineData("07:00", false)]
    public void Quiet_hours_go_over_midnight(string time, bool quiet) =>
        Assert.Equal(quiet, new QuietHours(new TimeOnly(21, 0), new TimeOnly(7, 0)).Holds(TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_specialty_leans_without_silencing_a_topic()
    {
        Assert.True(SpecialtyCatalog.All.Length >= 12);
        Assert.Equal(SpecialtyCatalog.All.Length, SpecialtyCatalog.All.DistinctBy(specialty => specialty.Slug).Count());
        Assert.All(SpecialtyCatalog.All, specialty => Assert.All(specialty.TopicWeights.Values, weight => Assert.InRange(weight, 0.2, SpecialtyCatalog.MaxWeight)));
        Assert.All(new[] { "family", "children", "dental", "skin", "heart", "womens-health", "mental-health", "eyes" }, slug => Assert.NotNull(SpecialtyCatalog.Find(slug)));
    }
}

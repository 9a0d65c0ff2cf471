using System.Globalization;
using Wellread.Articles;
using Wellread.Platform;
using Wellread.Suggestions;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Observances;

public sealed class ObservanceCatalogTests
{
    private static readonly ObservanceCatalog Catalog = ObservancesFeature.Load(new ObservancesOptions(), new HomeFolder(Repository.Root));

    /// <summary>First days as a calendar on the wall and the bodies' own announcements have them, for 2025, 2026, 2027 and 2028.</summary>
    [Theory]
    [InlineData("world-leprosy-day", "01-26 01-25 01-31 01-30")]
    [InlineData("wear-red-day", "02-07 02-06 02-05 02-04")]
    [InlineData("international-epilepsy-day", "02-10 02-09 02-08 02-14")]
    [InlineData("rare-disease-day", "02-28 02-28 02-28 02-29")]
    [InlineData("world-kidney-day", "03-13 03-12 03-11 03-09")]
    [InlineData("world-sleep-day", "03-14 03-13 03-19 03-17")]
    [InlineData("sleep-awareness-week", "03-09 03-08 03-14 03-12")]
    [InlineData("poison-prevention-week", "03-16 03-15 03-21 03-19")]
    [InlineData("diabetes-alert-day", "03-25 03-24 03-23 03-28")]
    [InlineData("public-health-week", "04-07 04-06 04-05 04-03")]
    [InlineData("infertility-awareness-week", "04-20 04-19 04-18 04-23")]
    [InlineData("world-asthma-day", "05-06 05-05 05-04 05-02")]
    [InlineData("womens-health-week", "05-11 05-10 05-09 05-14")]
    [InlineData("dont-fry-day", "05-23 05-22 05-28 05-26")]
    [InlineData("mens-health-week", "06-09 06-15 06-14 06-12")]
    [InlineData("world-first-aid-day", "09-13 09-12 09-11 09-09")]
    [InlineData("mental-illness-awareness-week", "10-05 10-04 10-03 10-01")]
    [InlineData("world-sight-day", "10-09 10-08 10-14 10-12")]
    [InlineData("hospice-palliative-care-day", "10-11 10-10 10-09 10-14")]
    [InlineData("stress-awareness-day", "11-05 11-04 11-03 11-01")]
    [InlineData("road-traffic-victims-day", "11-16 11-15 11-21 11-19")]
    [InlineData("world-copd-day", "11-19 11-18 11-17 11-15")]
    [InlineData("great-american-smokeout", "11-20 11-19 11-18 11-16")]
    [InlineData("family-health-history-day", "11-27 11-26 11-25 11-23")]
    [InlineData("influenza-vaccination-week", "12-07 12-06 12-05 12-03")]
    [InlineData("world-diabetes-day", "11-14 11-14 11-14 11-14")]
    public void A_moving_day_is_where_its_body_says(string id, string days)
    {
        var expected = days.Split(' ').Select((day, at) => Day($"{2025 + at}-{day}"));
        Assert.Equal(expected, Enumerable.Range(2025, 4).SelectMany(year => Catalog.Between(Day($"{year}-01-01"), Day($"{year}-12-31")))
            .Where(occurrence => occurrence.Observance.Id == id).Select(occurrence => occurrence.Start));
    }

    [Theory]
    [InlineData("american-heart-month", "2027-02-01", "2027-02-28")]
    [InlineData("american-heart-month", "2028-02-01", "2028-02-29")]
    [InlineData("national-diabetes-month", "2026-11-01", "2026-11-30")]
    [InlineData("mens-health-month", "2027-06-01", "2027-06-30")]
    [InlineData("world-breastfeeding-week", "2027-08-01", "2027-08-07")]
    [InlineData("world-immunization-week", "2027-04-24", "2027-04-30")]
    [InlineData("public-health-week", "2026-04-06", "2026-04-12")]
    [InlineData("mens-health-week", "2026-06-15", "2026-06-21")]
    [InlineData("world-heart-day", "2027-09-29", "2027-09-29")]
    public void A_week_and_a_month_end_on_their_last_day(string id, string start, string end)
    {
        var found = Assert.Single(Catalog.Between(Day(start), Day(start)), occurrence => occurrence.Observance.Id == id);
        Assert.Equal((Day(start), Day(end)), (found.Start, found.End));
        Assert.Contains(found, Catalog.Between(Day(end), Day(end)));
        Assert.DoesNotContain(found, Catalog.Between(Day(end).AddDays(1), Day(end).AddDays(1)));
    }

    [Fact]
    public void The_list_is_large_each_entry_is_of_a_known_topic_and_says_who_declared_it_and_where()
    {
        Assert.True(Catalog.All.Length >= 90);
        Assert.Equal(Catalog.All.Length, Catalog.All.DistinctBy(observance => observance.Id).Count());
        Assert.All(Catalog.All, observance =>
        {
            Assert.NotEmpty(observance.Topics);
            Assert.All(observance.Topics, slug => Assert.NotNull(TopicCatalog.Find(slug)));
            Assert.Equal(observance.Topics.Length, observance.Topics.Distinct().Count());
            Assert.Equal("https", observance.Source.Scheme);
            Assert.False(string.IsNullOrWhiteSpace(observance.Name));
            Assert.False(string.IsNullOrWhiteSpace(observance.NameSpanish));
            Assert.Equal(observance.Tip is null, observance.TipSpanish is null);
        });
    }

    /// <summary>A start page says nothing of a day, but where the whole site is made for it. Who looks again moves the last day on.</summary>
    [Fact]
    public void The_page_that_is_cited_is_about_the_day_and_most_were_seen_to_say_it()
    {
        string[] madeForTheDay =
            ["us.movember.com", "worldlupusday.org", "worldsleepday.org", "www.migraineheadacheawarenessmonth.org", "www.worldosteoporosisday.org"];
        Assert.Equal(madeForTheDay, Catalog.All.Where(observance => observance.Source.PathAndQuery == "/").Select(observance => observance.Source.Host).Order(StringComparer.Ordinal));
        Assert.All(Catalog.All, observance => Assert.True(observance.Checked is null || (observance.Checked >= Day("2026-11-01") && observance.Checked <= Day("2026-11-26")), observance.Id));
        Assert.True(Catalog.All.Count(observance => observance.Checked is null) <= 6);
    }

    /// <summary>Titles as editors write them, with the topics that they are tagged with, and what each must not be said to fit.</summary>
    [Theory]
    [InlineData("Six easy ways to eat less salt", "nutrition blood-pressure", "world-hypertension-day world-food-day", "national-diabetes-month world-obesity-day")]
    [InlineData("What to eat when you are pregnant", "pregnancy nutrition", "world-food-day", "national-diabetes-month world-obesity-day midwives-day")]
    [InlineData("Check your feet every day if you have diabetes", "bones-and-joints diabetes", "national-diabetes-month world-diabetes-day", "world-osteoporosis-day")]
    [InlineData("How much sleep does your child need?", "sleep children", "world-sleep-day", "childrens-dental-health-month parents-day meditation-day")]
    [InlineData("How to get your child to brush twice a day", "dental children", "childrens-dental-health-month dental-hygiene-month", "immunization-awareness-month poison-prevention-week")]
    [InlineData("Dental implants: what to expect", "dental", "world-oral-health-day", "childrens-dental-health-month oral-cancer-awareness-month")]
    [InlineData("How to travel with medical marijuana", "addiction travel-health", "", "recovery-month alcohol-awareness-month drug-abuse-day world-malaria-day")]
    [InlineData("Racial variation in opioid prescribing in nursing homes", "caregiving medicines", "", "family-caregivers-month care-and-support-day")]
    [InlineData("Caring for a parent with dementia", "caregiving memory-and-dementia", "family-caregivers-month world-alzheimers-day", "older-persons-day")]
    [InlineData("Bladder control problems in women", "kidneys-and-bladder womens-health", "womens-health-week", "national-kidney-month wear-red-day")]
    [InlineData("Heart attack signs in women", "heart womens-health", "wear-red-day world-heart-day", "breast-cancer-awareness-month")]
    [InlineData("Drink enough water in the heat", "heat-and-cold", "", "drowning-prevention-day world-water-day")]
    [InlineData("Asthma: how your lungs work", "lungs", "world-asthma-day", "lung-cancer-awareness-month world-copd-day clean-air-day")]
    [InlineData("When can babies drink cow's milk?", "babies nutrition", "", "world-breastfeeding-week world-prematurity-day")]
    [InlineData("Living with insulin resistance", "diabetes medicines", "world-diabetes-day", "world-amr-week")]
    [InlineData("How to treat the flu at home", "colds-and-flu", "", "influenza-vaccination-week world-hand-hygiene-day")]
    [InlineData("Lávese las manos para no enfermar", "infections", "handwashing-day", "world-hepatitis-day world-tb-day")]
    [InlineData("Cáncer de mama: cuándo hacerse una mamografía", "cancer-screening womens-health", "breast-cancer-awareness-month world-cancer-day", "world-ovarian-cancer-day movember")]
    [InlineData("Autism: early signs", "autism-and-adhd children", "world-autism-awareness-day", "adhd-awareness-month")]
    public void It_fits_what_it_is_about_and_nothing_else(string title, string topics, string fits, string fitsNot)
    {
        var candidate = Candidate.From(Make.Article(title, topics: topics.Split(' ')));
        Assert.Equal(Named(fits), Named(fits).Where(Fits));
        Assert.DoesNotContain(Named(fitsNot), Fits);

        static IEnumerable<Observance> Named(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Catalog.Find(id)!);

        bool Fits(Observance observance)
        {
            FoldedWords? read = null;
            return ObservanceFit.Of(observance).Share(candidate, ref read) > 0;
        }
    }

    [Fact]
    public void Each_covers_topics_of_its_own_and_names_its_subject_in_words_that_a_title_can_say()
    {
        Assert.All(Catalog.All, observance =>
        {
            Assert.All(observance.Covers, slug => Assert.NotNull(TopicCatalog.Find(slug)));
            Assert.DoesNotContain(observance.Topics[0], observance.Covers);
            Assert.Equal(observance.Words.Length, observance.Words.Distinct().Count());
            Assert.All(observance.Words, word => Assert.True(SubjectTerms.Of([word]).AreSaidIn(FoldedWords.From($"Ask about {word.Replace("*", "", StringComparison.Ordinal)} today")), word));
        });
        Assert.True(Catalog.All.Count(observance => !observance.Words.IsEmpty) > 100);
    }

    [Fact]
    public void Only_a_page_is_said_to_have_been_seen_and_no_start_page_of_a_body()
    {
        Assert.Contains(Catalog.All, observance => observance.Checked is null);
        Assert.True(Catalog.All.Count(observance => observance.Checked is not null) >= 30);
        var daysOwnSites = new[] { "worldlupusday.org", "worldosteoporosisday.org", "migraineheadacheawarenessmonth.org" };
        Assert.All(Catalog.All.Where(observance => observance.Checked is not null), observance =>
            Assert.True(observance.Source.PathAndQuery != "/" || daysOwnSites.Any(site => observance.Source.Host.EndsWith(site, StringComparison.Ordinal)), observance.Id));
    }

    [Fact]
    public void Each_is_once_in_every_year_until_the_last()
    {
        foreach (var year in Enumerable.Range(ObservanceCatalog.FirstYear, ObservanceCatalog.LastYear - ObservanceCatalog.FirstYear + 1))
        {
            var found = Catalog.Between(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)).Where(occurrence => occurrence.Start.Year == year);
            Assert.Equal(Catalog.All.Select(observance => observance.Id), found.Select(occurrence => occurrence.Observance.Id).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_range_over_the_new_year_has_both_sides_in_order()
    {
        var found = Catalog.Between(Day("2026-12-20"), Day("2027-01-05"));
        Assert.Equal(found, found.OrderBy(occurrence => occurrence.Start));
        Assert.Equal(
            ["meditation-day", "epidemic-preparedness-day", "cervical-health-awareness-month", "glaucoma-awareness-month", "world-braille-day"],
            found.OrderBy(occurrence => occurrence.Start).ThenBy(occurrence => occurrence.Observance.Id).Select(occurrence => occurrence.Observance.Id));
    }

    [Fact]
    public void What_began_last_year_and_still_runs_is_there_in_January()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Path("own.json");
        File.WriteAllText(file, Entry("winter", "\"rule\": \"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15\", \"lasts\": \"P30D\""));
        var catalog = ObservancesFeature.Load(new ObservancesOptions { OwnFile = file }, new HomeFolder(Repository.Root));
        Assert.Equal(Day("2027-01-13"), Assert.Single(catalog.Between(Day("2027-01-10"), Day("2027-01-10")), one => one.Observance.Id == "winter").End);
        Assert.DoesNotContain(catalog.Between(Day("2027-01-14"), Day("2027-01-14")), one => one.Observance.Id == "winter");
    }

    [Fact]
    public void Coming_up_is_what_runs_or_begins_within_two_weeks_and_is_worked_out_once()
    {
        var upcoming = Catalog.Upcoming(Day("2026-10-31"), []);
        Assert.Contains(upcoming, occurrence => occurrence.Observance.Id == "breast-cancer-awareness-month");
        Assert.Contains(upcoming, occurrence => occurrence.Observance.Id == "world-diabetes-day");
        Assert.DoesNotContain(Catalog.Upcoming(Day("2026-10-30"), []), occurrence => occurrence.Observance.Id == "world-diabetes-day");
        Assert.True(upcoming == Catalog.Upcoming(Day("2026-10-31"), []));
        foreach (var day in Enumerable.Range(0, 40)) Catalog.Upcoming(Day("2027-01-01").AddDays(day), []);
        Assert.Equal(upcoming.AsEnumerable(), Catalog.Upcoming(Day("2026-10-31"), []));
    }

    [Fact]
    public void The_next_time_is_the_one_that_runs_or_comes_next()
    {
        var heart = Catalog.Find("american-heart-month")!;
        Assert.Equal(Day("2027-02-01"), Catalog.Next(heart, Day("2027-02-28"))!.Start);
        Assert.Equal(Day("2028-02-01"), Catalog.Next(heart, Day("2027-03-01"))!.Start);
    }

    internal static string Entry(string id, string days, string topics = "\"heart\"") =>
        $$"""[{ "id": "{{id}}", "name": { "en": "Our day" }, {{days}}, "topics": [{{topics}}], "by": "Us", "source": "https://practice.example/", "checked": "2026-11-25" }]""";

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

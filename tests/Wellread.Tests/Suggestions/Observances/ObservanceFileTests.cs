using System.Collections.Immutable;
using Wellread.Platform;
using Wellread.Suggestions.Observances;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions.Observances;

public sealed class ObservanceFileTests : IDisposable
{
    private const string Right =
        """{ "id": "our-day", "name": { "en": "Our day", "es": "Nuestro día" }, "rule": "FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "topics": ["heart"], "by": "Us", "source": "https://practice.example/", "checked": "2026-11-25" }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_entry_that_is_right_is_read() =>
        Assert.Equal(("our-day", "Our day", "Nuestro día"), Read($"[{Right}]") is [var one] ? (one.Id, one.Name, one.NameSpanish) : default);

    [Theory]
    [InlineData(", \"checked\": \"2026-11-25\"", "")]
    [InlineData("\"2026-11-25\"", "null")]
    public void The_day_on_which_its_page_was_seen_may_be_missing(string part, string instead)
    {
        Assert.Equal(new DateOnly(2026, 11, 25), Assert.Single(Read($"[{Right}]")).Checked);
        Assert.Null(Assert.Single(Read($"[{Right.Replace(part, instead, StringComparison.Ordinal)}]")).Checked);
    }

    [Theory]
    [InlineData("\"id\": \"our-day\"", "\"id\": \"Our day\"", "'id'")]
    [InlineData("\"id\": \"our-day\", ", "", "'id'")]
    [InlineData("\"en\": \"Our day\", ", "", "'name'")]
    [InlineData("\"rule\": \"FREQ=YEARLY;BYMONTH=3;BYDAY=2TH\", ", "", "either a 'rule' or 'dates'")]
    [InlineData("\"rule\":", "\"dates\": [\"2027-03-01\"], \"rule\":", "either a 'rule' or 'dates'")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "FREQ=MONTHLY;BYDAY=2TH", "FREQ=YEARLY")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1", "'rule' is an RRULE")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "FREQ=YEARLY;BYDAY=2XX", "'rule' is an RRULE")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "second Thursday of March", "'rule' is an RRULE")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "no day in 2024")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "no day in 2025")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "FREQ=YEARLY;BYDAY=TH", "too many")]
    [InlineData("FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=2TH", "every year")]
    [InlineData("\"topics\":", "\"lasts\": \"PT5H\", \"topics\":", "'lasts'")]
    [InlineData("\"topics\":", "\"lasts\": \"P0D\", \"topics\":", "'lasts'")]
    [InlineData("\"topics\":", "\"lasts\": \"P1Y\", \"topics\":", "'lasts'")]
    [InlineData("\"topics\":", "\"lasts\": \"a week\", \"topics\":", "'lasts'")]
    [InlineData("\"topics\":", "\"lasts\": \"P400D\", \"topics\":", "'lasts'")]
    [InlineData("\"topics\":", "\"lasts\": \"P3M20D\", \"topics\":", "'lasts'")]
    [InlineData("\"topics\":", "\"lasts\": \"P-1D\", \"topics\":", "'lasts'")]
    [InlineData("\"topics\":", "\"lasts\": \"P2147483647D\", \"topics\":", "'lasts'")]
    [InlineData("\"topics\":", "\"tip\": { \"es\": \"Camine.\" }, \"topics\":", "'tip'")]
    [InlineData("[\"heart\"]", "[\"hart\"]", "'hart' is no topic")]
    [InlineData("[\"heart\"]", "[]", "'topics'")]
    [InlineData("[\"heart\"]", "[\"heart\"], \"covers\": [\"hart\"]", "'hart' is no topic")]
    [InlineData("[\"heart\"]", "[\"heart\"], \"words\": [\"x\"]", "'words'")]
    [InlineData("[\"heart\"]", "[\"heart\"], \"words\": [null]", "'words'")]
    [InlineData("[\"heart\"]", "[\"heart\"], \"words\": [\"* of\"]", "'* of' is none")]
    [InlineData("[\"heart\"]", "[\"heart\"], \"words\": [\"what, if\"]", "'what, if' is none")]
    [InlineData("\"by\":", "\"country\": \"us\", \"by\":", "'country'")]
    [InlineData("\"by\": \"Us\"", "\"by\": \" \"", "'by'")]
    [InlineData("https://practice.example/", "http://practice.example/", "'source'")]
    public void A_mistake_is_told_with_file_entry_and_what_would_be_right(string part, string wrong, string told)
    {
        var message = Mistake($"[{Right.Replace(part, wrong, StringComparison.Ordinal)}]");
        Assert.Contains(_folder.Path("own.json"), message);
        Assert.Contains("entry 1 (", message);
        Assert.Contains(told, message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("[\n{ \"id\": \"x\", \"nam\": {} }]")]
    [InlineData("[{ \"checked\": \"today\" }]")]
    public void What_is_no_list_of_entries_is_told_with_its_file(string json) => Assert.Contains(_folder.Path("own.json"), Mistake(json));

    [Fact]
    public void Two_entries_of_one_id_and_a_file_that_is_not_there_are_told()
    {
        Assert.Contains("two entries have the id 'our-day'", Mistake($"[{Right}, {Right}]"));
        Assert.Contains("can't be read", Assert.Throws<ObservanceFileException>(() => ObservanceFile.Read(_folder.Path("none.json"))).Message);
    }

    [Fact]
    public void An_own_entry_stands_in_the_place_of_ours_and_may_have_days_instead_of_a_rule()
    {
        var path = Write(ObservanceCatalogTests.Entry("world-kidney-day", "\"dates\": [\"2027-03-20\", \"2028-03-18\"], \"lasts\": \"P2D\""));
        var catalog = ObservancesFeature.Load(new ObservancesOptions { OwnFile = path }, new HomeFolder(Repository.Root));
        Assert.Equal("Our day", catalog.Find("world-kidney-day")!.Name);
        var found = Assert.Single(catalog.Between(new(2027, 1, 1), new(2027, 12, 31)), occurrence => occurrence.Observance.Id == "world-kidney-day");
        Assert.Equal((new DateOnly(2027, 3, 20), new DateOnly(2027, 3, 21)), (found.Start, found.End));
        Assert.Null(catalog.Next(found.Observance, new(2029, 1, 1)));
    }

    [Fact]
    public void The_list_that_comes_along_is_read_without_trying_its_rules_but_no_rule_that_is_none_gets_in()
    {
        Assert.Single(ObservanceFile.Read(Write($"[{Right.Replace("BYMONTH=3;BYDAY=2TH", "BYMONTH=2;BYMONTHDAY=30", StringComparison.Ordinal)}]"), triesRules: false));
        Assert.Throws<ObservanceFileException>(() => ObservanceFile.Read(Write($"[{Right.Replace("BYMONTH=3", "BYMONTH=13", StringComparison.Ordinal)}]"), triesRules: false));
    }

    [Fact]
    public void Countries_leave_out_what_other_countries_keep()
    {
        var spain = ObservancesFeature.Load(new ObservancesOptions { Countries = { "ES" } }, new HomeFolder(Repository.Root));
        Assert.NotNull(spain.Find("world-heart-day"));
        Assert.Null(spain.Find("american-heart-month"));
    }

    [Fact]
    public void The_settings_are_checked_at_the_start()
    {
        Assert.Null(Start(new ObservancesOptions()));
        Assert.Contains("Observances:Countries", Start(new ObservancesOptions { Countries = { "usa" } }));
        Assert.Contains(_folder.Path("own.json"), Start(new ObservancesOptions { OwnFile = Write("[{}]") }));
    }

    private static string? Start(ObservancesOptions options) => new ObservancesOptionsValidator(new HomeFolder(Repository.Root)).Validate(null, options).FailureMessage;

    private ImmutableArray<Observance> Read(string json) => ObservanceFile.Read(Write(json));

    private string Mistake(string json) => Assert.Throws<ObservanceFileException>(() => Read(json)).Message;

    private string Write(string json)
    {
        File.WriteAllText(_folder.Path("own.json"), json);
        return _folder.Path("own.json");
    }
}

using System.Text;
using Wellread.Articles;
using Wellread.Refresh.PageChecks;

namespace Wellread.Tests.Refresh.PageChecks;

public sealed class CrossrefWorkTests
{
    [Theory]
    [InlineData("retraction", "Retracted")]
    [InlineData("withdrawal", "Retracted")]
    [InlineData("removal", "Retracted")]
    [InlineData("partial_retraction", "PartlyRetracted")]
    [InlineData("Partial-Retraction", "PartlyRetracted")]
    [InlineData("expression_of_concern", "Concern")]
    [InlineData("Expression of concern", "Concern")]
    [InlineData("reinstatement", "Reinstated")]
    [InlineData("correction", "Corrected")]
    [InlineData("corrigendum", "Corrected")]
    [InlineData("erratum", "Corrected")]
    [InlineData("clarification", "Corrected")]
    [InlineData("addendum", "Stands")]
    [InlineData("new_version", "Stands")]
    [InlineData("new_edition", "Stands")]
    [InlineData("something of next year", "Stands")]
    public void Each_type_of_notice_is_what_it_is(string type, string standing) => Assert.Equal(standing, Read(Notice(type)).Standing.ToString());

    [Fact]
    public void The_gravest_notice_counts_with_the_latest_time_of_its_kind()
    {
        var read = Read(Notice("correction", "2026-05-01"), Notice("expression_of_concern", "2025-01-02"), Notice("expression_of_concern", "2025-03-04"));
        Assert.Equal(new PaperNotice(PaperStanding.Concern, Day("2025-03-04")), read);
    }

    [Theory]
    [InlineData("2024-01-01", "2024-06-01", "Reinstated")]
    [InlineData("2024-06-01", "2024-06-01", "Reinstated")]
    [InlineData("2024-07-01", "2024-06-01", "Retracted")]
    [InlineData("2024-07-01", null, "Reinstated")]
    [InlineData(null, "2024-06-01", "Reinstated")]
    public void A_paper_that_was_put_back_stands_again_until_it_is_taken_back_once_more(string? retracted, string? reinstated, string standing) =>
        Assert.Equal(standing, Read(Notice("reinstatement", reinstated), Notice("retraction", retracted), Notice("correction", "2023-01-01")).Standing.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "message": null }""")]
    [InlineData("no such paper")]
    public void What_is_no_record_of_a_paper_says_nothing(string text) => Assert.Null(CrossrefWork.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("""{ "message": {} }""")]
    [InlineData("""{ "message": { "updated-by": {} } }""")]
    [InlineData("""{ "message": { "updated-by": [null, 1, { "type": 5 }, {}], "update-to": [{ "type": "retraction" }] } }""")]
    public void A_paper_with_no_notice_that_can_be_read_stands(string text) =>
        Assert.Equal(new PaperNotice(PaperStanding.Stands, DatedAt: null), CrossrefWork.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("""{ "date-time": "soon" }""")]
    [InlineData("""{ "date-time": 5 }""")]
    public void A_time_that_can_not_be_read_is_none(string updated) => Assert.Equal(
        new PaperNotice(PaperStanding.Retracted, DatedAt: null), Read($$"""{ "type": "retraction", "updated": {{updated}} }"""));

    private static PaperNotice Read(params string[] notices) =>
        CrossrefWork.Read(Encoding.UTF8.GetBytes($$"""{ "message": { "DOI": "10.1000/x", "updated-by": [{{string.Join(',', notices)}}] } }"""))!;

    private static string Notice(string type, string? day = null) => day is null
        ? $$"""{ "type": "{{type}}", "source": "publisher" }"""
        : $$"""{ "type": "{{type}}", "source": "retraction-watch", "updated": { "date-time": "{{day}}T00:00:00Z" } }""";

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse($"{day}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
}

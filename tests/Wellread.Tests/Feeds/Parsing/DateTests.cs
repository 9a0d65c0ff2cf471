using System.Globalization;
using Wellread.Feeds.Parsing;

namespace Wellread.Tests.Feeds.Parsing;

public sealed class DateTests
{
    [Theory]
    // RFC 822 and what is made of it.
    [InlineData("Mon, 09 Jun 2025 08:30:15 GMT", "2025-06-09T08:30:15Z")]
    [InlineData("9 Jun 25 08:30 EDT", "2025-06-09T12:30:00Z")]
    [InlineData("Mon,9 Jun 1999 08:30:15 +0530", "1999-06-09T03:00:15Z")]
    [InlineData("Mon, 09 Jun 2025 08:30:15 -05:00", "2025-06-09T13:30:15Z")]
    [InlineData("Mon, 09-Jun-2025 08:30:15 UTC", "2025-06-09T08:30:15Z")]
    [InlineData("Monday, June 9th, 2025 at 8:30 p.m. ET", "2025-06-10T00:30:00Z")]
    [InlineData("Jan 9, 2025 8:30 p.m. ET", "2025-01-10T01:30:00Z")]
    [InlineData("Jun 9 2025 12:05 AM", "2025-06-09T00:05:00Z")]
    [InlineData("Mon, 09 Jun 2025 24:00:00 GMT", "2025-06-10T00:00:00Z")]
    [InlineData("Sat, 30 Feb 2024 10:00:00 GMT", "2024-02-29T10:00:00Z")]
    [InlineData("Mon, 09 Jun 2025 08:30:15 XYZ", "2025-06-09T08:30:15Z")]
    [InlineData("Mon, 09 Jun 2025 08:30:00 Europe/Berlin", "2025-06-09T06:30:00Z")]
    [InlineData("Mon Jun 09 2025 08:30:00 GMT+0200 (CEST)", "2025-06-09T06:30:00Z")]
    // asctime and Unix time.
    [InlineData("Mon Jun  9 08:30:15 2025", "2025-06-09T08:30:15Z")]
    [InlineData("Mon Jun 09 08:30:15 EDT 2025", "2025-06-09T12:30:15Z")]
    [InlineData("1749457815", "2025-06-09T08:30:15Z")]
    [InlineData("1749457815000", "2025-06-09T08:30:15Z")]
    // ISO 8601.
    [InlineData("2025-06-09T08:30:15Z", "2025-06-09T08:30:15Z")]
    [InlineData("2025-06-09T08:30:15.123+02:00", "2025-06-09T06:30:15Z")]
    [InlineData("2025-06-09 08:30", "2025-06-09T08:30:00Z")]
    [InlineData("2025-06-09T083015+0200", "2025-06-09T06:30:15Z")]
    [InlineData("20250609T083015Z", "2025-06-09T08:30:15Z")]
    [InlineData("2025-06", "2025-06-01T00:00:00Z")]
    [InlineData("2025", "2025-01-01T00:00:00Z")]
    [InlineData("2025-160", "2025-06-09T00:00:00Z")]
    [InlineData("2025-W24-1T08:30Z", "2025-06-09T08:30:00Z")]
    [InlineData("2025/06/09 08:30:15 EST", "2025-06-09T13:30:15Z")]
    // Numbers, and months in other languages.
    [InlineData("06/09/2025 08:30", "2025-06-09T08:30:00Z")]
    [InlineData("23/06/2025", "2025-06-23T00:00:00Z")]
    [InlineData("09.06.2025 08:30", "2025-06-09T08:30:00Z")]
    [InlineData("Mo, 09 März 2025 08:30:00 +0100", "2025-03-09T07:30:00Z")]
    [InlineData("lun., 09 févr. 2026 08:30:00 +0100", "2026-02-09T07:30:00Z")]
    [InlineData("mar., 09 déc. 2025 08:30:00 +0100", "2025-12-09T07:30:00Z")]
    [InlineData("9 de junio de 2025, 08:30", "2025-06-09T08:30:00Z")]
    [InlineData("Пн, 09 июня 2025 08:30:00 +0300", "2025-06-09T05:30:00Z")]
    [InlineData("Δευ, 09 Ιουν 2025 08:30:00 EEST", "2025-06-09T05:30:00Z")]
    [InlineData("2025년 06월 09일 오후 08:30", "2025-06-09T11:30:00Z")]
    [InlineData("2025-06-09T08:30:15\u221205:00", "2025-06-09T13:30:15Z")]
    [InlineData("2025年06月09日", "2025-06-09T00:00:00Z")]
    public void A_date_is_read(string text, string expected) =>
        Assert.Equal(expected, FeedDates.Parse(text)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("2025-13-09")]
    [InlineData("2025-06-09T25:30:15Z")]
    [InlineData("2025-06-09-10")]
    [InlineData("Mon, 09 Qqq 2025 08:30:15 GMT")]
    [InlineData("Mon, 09 Jun 2025 08:30:15 +zz:00")]
    [InlineData("99999999999999999999999999")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public void What_is_no_date_is_none(string text) => Assert.Null(FeedDates.Parse(text));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    public void The_servers_culture_plays_no_part(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(Reading.Utc(2025, 6, 9, 8, 30), FeedDates.Parse("FRI, 09 JUN 2025 08:30 GMT"));
            Assert.Equal(Reading.Utc(2025, 6, 9), FeedDates.Parse("2025-06-09"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

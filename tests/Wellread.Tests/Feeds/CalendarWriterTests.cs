using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Wellread.Feeds;

namespace Wellread.Tests.Feeds;

/// <summary>Lines of a calendar: 75 octets at most, and no character cut in two (RFC 5545, 3.1).</summary>
public sealed class CalendarWriterTests
{
    public static TheoryData<string> Characters => ["a", "é", "–", "😀", "👩‍⚕️", ", ; \\ \n"];

    [Theory]
    [MemberData(nameof(Characters))]
    public void A_character_is_whole_wherever_a_line_ends(string character)
    {
        for (var before = 0; before < 160; before++)
        {
            var text = $"{new string('a', before)}{character}{new string('b', 80)}{character}";
            var calendar = new Calendar();
            calendar.Events.Add(new CalendarEvent { Uid = "1", DtStamp = new CalDateTime(2026, 1, 1), Start = new CalDateTime(2026, 1, 1), Description = text });
            var bytes = CalendarWriter.Write(calendar);
            var written = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            Assert.DoesNotContain('\uFFFD', written);
            Assert.EndsWith("END:VCALENDAR\r\n", written, StringComparison.Ordinal);
            Assert.All(written.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
            Assert.Equal(text, Calendar.Load(written)!.Events.Single().Description);
        }
    }
}

using System.Globalization;
using System.Text;
using System.Xml;
using Wellread.Articles;
using Wellread.Tests.Support;
using Calendar = Ical.Net.Calendar;

namespace Wellread.Tests.Sharing;

/// <summary>Strings that were made to break out of where they stand, in what other tools read.</summary>
public sealed class HostileOutboxTests
{
    [Fact]
    public async Task Feeds_and_the_calendar_stay_well_formed()
    {
        var articles = HostileTexts.Own.Select((text, i) => HostileTexts.Article(text, $"a{i}")).OfType<Article>().ToArray();
        await using var desk = await OutboxDesk.OpenAsync(articles);
        await desk.ChangePracticeAsync(new { name = "Caf\u0065\u0301 \u202Eecitcarp\u202C <b>&amp; \U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 ]]>" });
        foreach (var article in articles) await desk.DecideAsync(article.Link.Split('/')[^1], new { action = "approve", channel = "facebook", sharedAt = Make.Morning.AddHours(1) });
        await CalendarAsync(desk, articles);
        desk.Wait(TimeSpan.FromDays(1));
        foreach (var format in new[] { "rss", "atom" })
        {
            using var reader = XmlReader.Create(
                new MemoryStream(await desk.Client.GetByteArrayAsync($"/api/v1/outbox/default.{format}?token={desk.Token}")), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var items = 0;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "item" or "entry") items += reader.IsStartElement() ? 1 : 0;
                if (reader.GetAttribute("href") is { } address) AssertIsWebAddress(address);
                AssertIsPlain(reader.Value);
            }
            Assert.Equal(articles.Length, items);
        }
        var json = await desk.Client.GetJsonAsync($"/api/v1/outbox/default.json?token={desk.Token}");
        Assert.Equal(articles.Length, json["items"]!.AsArray().Count);
        Assert.All(json["items"]!.AsArray(), item => AssertIsWebAddress((string)item!["url"]!));
        Assert.All(json["items"]!.AsArray(), item => AssertIsPlain((string)item!["content_text"]!));
        AssertIsPlain((string)json["title"]!);
    }

    /// <summary>One event each, in lines of 75 octets at most that end between what a reader sees as characters.</summary>
    private static async Task CalendarAsync(OutboxDesk desk, Article[] articles)
    {
        var text = await desk.CalendarAsync();
        Assert.Equal(articles.Length, Calendar.Load(text)!.Events.Count);
        var whole = text.Replace("\r\n ", "", StringComparison.Ordinal);
        var starts = StringInfo.ParseCombiningCharacters(whole).ToHashSet();
        var at = 0;
        foreach (var line in text.Split("\r\n"))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
            Assert.DoesNotContain(line, character => char.IsControl(character));
            var isFolded = line.StartsWith(' ');
            if (isFolded) Assert.True(starts.Contains(at) || StringInfo.GetNextTextElementLength(whole.AsSpan(starts.Where(start => start < at).Max())) > 20, $"cut in: {line}");
            else at += at == 0 ? 0 : 2;
            at += line.Length - (isFolded ? 1 : 0);
        }
        Assert.All(Calendar.Load(text)!.Events, one => AssertIsPlain(one.Description!));
    }

    private static void AssertIsPlain(string text) =>
        Assert.DoesNotContain(text, character => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFD' || (char.IsControl(character) && !char.IsWhiteSpace(character)));

    private static void AssertIsWebAddress(string address)
    {
        Assert.True(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", address);
        Assert.DoesNotMatch("[\\s\"<>\\\\^`{|}\\p{C}]", address);
    }
}

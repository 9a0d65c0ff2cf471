using System.Text.Json;
using Wellread.Articles;

namespace Wellread.Tests.Sharing.Webhooks;

/// <summary>Strings that were made to break out of where they stand, in messages: each is JSON of a size that any receiver takes, and signed as it arrives.</summary>
public sealed class HostileEventsTests : WebhookStage
{
    private const int MostBytes = 64 * 1024;

    [Fact]
    public async Task Messages_are_signed_bounded_JSON_in_plain_text_whatever_publishers_write()
    {
        var host = await HostAsync();
        string[] texts = [.. HostileTexts.Own, new string('\\', 100_000), new string('"', 100_000), string.Concat(Enumerable.Repeat("\U0001F468\u200D\U0001F469 ", 50_000)), "</script>{\"data\":{}}"];
        var articles = texts.Select((text, i) => HostileTexts.Article(text, $"h{i}")).OfType<Article>().ToList();
        await host.StoreAsync([.. articles]);
        await host.LimitAsync(Unlimited.Channels("facebook"));
        var (_, secret) = await host.HookAsync(Receiver.Url);
        foreach (var article in articles)
            await host.DecideAsync(article.Link.Split('/')[^1], new { action = "approve", channel = "facebook", sharedAt = host.Time.GetUtcNow() });
        host.Time.Advance(TimeSpan.FromHours(2));
        await host.TickAsync();
        Assert.Equal(articles.Count, Receiver.All.Count(message => message.Type == "suggestion.ready"));
        await host.StoreAsync([.. articles.Select(article => article with { Title = $"Retracted: {article.Title}", Updated = host.Time.GetUtcNow() })]);
        await host.TickAsync();
        Assert.Equal(articles.Count, Receiver.All.Count(message => message.Type is "article.changed" or "article.retracted"));
        foreach (var message in Receiver.All)
        {
            Assert.True(message.IsSignedBy(secret));
            Assert.InRange(message.Bytes.Length, 1, MostBytes);
            using var json = JsonDocument.Parse(message.Bytes);
            Assert.Equal(["type", "timestamp", "data"], json.RootElement.EnumerateObject().Select(member => member.Name));
            AssertIsPlain(json.RootElement);
        }
    }

    private static void AssertIsPlain(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object) foreach (var member in element.EnumerateObject()) AssertIsPlain(member.Value);
        if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) AssertIsPlain(item);
        if (element.ValueKind != JsonValueKind.String) return;
        Assert.DoesNotContain(element.GetString()!, character => character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFD' or '\uFFFE' or '\uFFFF'
            || (char.IsControl(character) && character is not ('\n' or '\t')));
    }
}

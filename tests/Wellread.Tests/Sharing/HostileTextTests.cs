using System.Globalization;
using System.Text;
using System.Text.Json;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Refresh.PageChecks;
using Wellread.Sharing;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>Thousands of strings that were made to break out of where they stand, as titles, summaries, names and links of what is shared.</summary>
public sealed class HostileTextTests
{
    private static readonly Practice Practice = new() { Id = "green-lane", Languages = ["en", "es"] };
    private static readonly Dictionary<ShareChannel, ShareOffer> Usual =
        ShareChannel.All.ToDictionary(channel => channel, channel => ShareLinks.For(Make.Article("a"), new ShareWish(channel, Practice))!);

    [Fact]
    public void No_text_gets_out_of_its_place_on_any_network_in_any_tone()
    {
        foreach (var text in HostileTexts.Own)
        {
            foreach (var channel in ShareChannel.All)
            {
                foreach (var tone in ShareTones.All) Check(channel, tone, text);
            }
        }
    }

    [SkippableTheory]
    [InlineData("xss_payloads.jsonl")]
    [InlineData("naughty_strings.jsonl")]
    [InlineData("own_strings.jsonl")]
    public void No_known_attack_gets_out_of_its_place(string file)
    {
        var i = 0;
        // Each string on one network in one tone, in turns: a few hundred on each.
        foreach (var text in HostileTexts.In(file)) Check(ShareChannel.All[i % ShareChannel.All.Length], ShareTones.All[i++ / ShareChannel.All.Length % ShareTones.All.Count], text);
    }

    [SkippableTheory]
    [InlineData("xss_payloads.jsonl")]
    [InlineData("naughty_strings.jsonl")]
    [InlineData("own_strings.jsonl")]
    public void A_link_that_is_no_web_address_is_never_shared(string file)
    {
        foreach (var text in HostileTexts.In(file)) CheckLink(text);
    }

    [SkippableFact]
    public void Links_are_refused_or_kept_as_they_should()
    {
        foreach (var line in File.ReadLines(SharedData.Path("hostile/link_urls.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var (link, must) = (document.RootElement.GetProperty("url").GetString()!, document.RootElement.GetProperty("must").GetString());
            Assert.True(CheckLink(link) == (must != "reject"), $"{must}: {link}");
        }
    }

    [Fact]
    public void A_cards_picture_is_a_web_address_or_none()
    {
        foreach (var text in HostileTexts.Own)
        {
            var preview = LinkPreview.Of(new Uri("https://news.example.org/a"), text, new PageLook.Readable(text) { Card = new PageCard(text, text, text, null, null) });
            if (preview.ImageUrl is { } image) AssertIsWebAddress(image);
        }
    }

    private static void Check(ShareChannel channel, ShareTone tone, string text)
    {
        if (HostileTexts.Article(text) is not { } article) return;
        var usual = Usual[channel];
        var offer = ShareLinks.For(article, new ShareWish(channel, Practice) { Tone = tone })!;
        var query = usual.ShareUrl.IndexOf('?', StringComparison.Ordinal) + 1;
        Assert.Equal(usual.ShareUrl[..query], offer.ShareUrl[..query]);
        Assert.Matches("^([A-Za-z0-9._~-]|%[0-9A-F]{2}|[=&])*$", offer.ShareUrl[query..]);
        var (expected, values) = (Values(usual.ShareUrl[query..]), Values(offer.ShareUrl[query..]));
        Assert.Equal(expected.Keys, values.Keys);
        Assert.Equal(usual.Link, offer.Link);
        AssertIsPlain(offer.CopyText);
        AssertIsPlain(offer.Draft.Text);
        // What the network shows is what the editor was shown.
        if (values.TryGetValue("body", out var body)) Assert.Equal(offer.CopyText.Replace("\n", "\r\n", StringComparison.Ordinal), body);
        else if (values.TryGetValue("text", out var sent)) Assert.Equal(offer.CopyText, values.TryGetValue("url", out var url) ? $"{sent}\n{url}" : sent);
        // A mail's subject is a header: no line may end in it.
        if (values.TryGetValue("subject", out var subject)) Assert.DoesNotContain(subject, character => char.IsControl(character) || character is '\u2028' or '\u2029');
        Assert.InRange(offer.Counted, 1, offer.Channel.Limit ?? int.MaxValue);
    }

    /// <summary>Nothing that ends a line but a line feed, that no one sees, that turns what follows around, or that is half a character; no letter with a tower of marks.</summary>
    private static void AssertIsPlain(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            Assert.True(Rune.TryGetRuneAt(text, i, out var rune), $"half a character at {i}");
            i += rune.Utf16SequenceLength - 1;
            Assert.True(rune.Value == '\n' || !Rune.IsControl(rune), $"U+{rune.Value:X4}");
            Assert.True(rune.Value is 0x200C or 0x200D || !rune.IsInvisible(), $"U+{rune.Value:X4}");
            Assert.False(rune.Value is 0x2028 or 0x2029 or 0xFFFD, $"U+{rune.Value:X4}");
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            Assert.InRange(marks, 0, 3);
        }
    }

    /// <summary>True where it was shared.</summary>
    private static bool CheckLink(string link)
    {
        var offers = ShareChannel.All.Select(channel => ShareLinks.For(Make.Article("a") with { Link = link }, new ShareWish(channel, Practice))).ToList();
        foreach (var offer in offers.OfType<ShareOffer>())
        {
            AssertIsWebAddress(offer.Link);
            Assert.Contains(Uri.EscapeDataString(offer.Link), offer.ShareUrl, StringComparison.Ordinal);
        }
        return !offers.Contains(null);
    }

    private static void AssertIsWebAddress(string address)
    {
        Assert.True(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", address);
        Assert.Equal("", uri!.UserInfo);
        Assert.DoesNotMatch("[\\s\"<>\\\\^`{|}\\p{C}]", address);
    }

    private static Dictionary<string, string> Values(string query) =>
        query.Split('&').Select(part => part.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
}

using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Sharing;

namespace Wellread.Tests.Sharing;

public sealed class ShareLinksTests
{
    private static readonly Article Article = new()
    {
        Id = "art_1",
        Link = "https://example.org/walk?a=1&b=2",
        Title = "Ten minutes of walking helps: here's why",
        Summary = "Short walks lower blood sugar after meals. They also lift your mood. Ask your doctor before you start. See www.example.org for more.",
        Language = "en",
        Topics = ["exercise", "diabetes", "heart"],
        Source = new ArticleSource("feed_1", "Example Health & Co", PublisherType.News, FeedAudience.Consumer),
        Published = DateTimeOffset.UnixEpoch,
        FirstSeen = DateTimeOffset.UnixEpoch,
    };

    private static readonly Practice Practice = new() { Id = "green-lane", Languages = ["en"] };

    private static ShareOffer Offer(string channel, Article? article = null, Practice? practice = null) =>
        ShareLinks.For(article ?? Article, new ShareWish(ShareChannel.Find(channel)!, practice ?? Practice)) ?? throw new InvalidOperationException("no offer");

    public static TheoryData<string> Channels => [.. ShareChannel.All.Select(channel => channel.Slug)];

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_text_is_made_of_the_articles_own_words_with_its_source(string channel)
    {
        var text = Offer(channel).CopyText;

        Assert.Contains("Ten minutes of walking helps: here's why", text, StringComparison.Ordinal);
        Assert.Contains("Short walks lower blood sugar after meals.", text, StringComparison.Ordinal);
        Assert.Contains("Source: Example Health & Co", text, StringComparison.Ordinal);
        Assert.Equal(channel is not ("email" or "whatsapp"), text.Contains("#Walking", StringComparison.Ordinal));
        Assert.DoesNotContain("www.example.org", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_text_fits_its_network_however_long_the_article(string channel)
    {
        var longOne = Article with
        {
            Title = string.Join(' ', Enumerable.Repeat("Schlafqualität 睡眠 \U0001F600", 40)),
            Summary = string.Join(' ', Enumerable.Repeat("This sentence says a little something about sleep.", 16)),
            Link = "https://example.org/" + new string('a', 120),
        };
        var offer = Offer(channel, longOne);
        Assert.Equal(offer.Channel.Rule.Count(offer.CopyText), offer.Counted);
        Assert.True(offer.Counted <= (offer.Channel.Limit ?? int.MaxValue), $"{offer.Counted}");
        Assert.Contains("Source:", offer.CopyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facebook", "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org%2Fwalk%3Fa%3D1%26b%3D2", false)]
    [InlineData("linkedin", "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fexample.org%2Fwalk%3Fa%3D1%26b%3D2", false)]
    [InlineData("x", "https://x.com/intent/tweet?text=Ten%20minutes", true)]
    [InlineData("threads", "https://www.threads.com/intent/post?text=Ten%20minutes", true)]
    [InlineData("bluesky", "https://bsky.app/intent/compose?text=Ten%20minutes", true)]
    [InlineData("mastodon", "https://mastodon.social/share?text=Ten%20minutes", true)]
    [InlineData("whatsapp", "https://wa.me/?text=Ten%20minutes", true)]
    [InlineData("email", "mailto:?subject=Ten%20minutes", true)]
    public void A_share_link_is_the_networks_own(string channel, string start, bool prefills)
    {
        var offer = Offer(channel);
        Assert.StartsWith(start, offer.ShareUrl, StringComparison.Ordinal);
        Assert.Equal(prefills, offer.Channel.PrefillsText);
        Assert.All(offer.Channel.Steps, step => Assert.EndsWith(".", step, StringComparison.Ordinal));
        Assert.Equal(!prefills, offer.Channel.Steps.Contains("Copy the text."));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_title_smuggles_nothing_into_a_link(string channel)
    {
        var hostile = Article with { Title = "A&url=https://evil.example/#?x=1\r\nBcc: all@example.org %0d%0a +\"<>'", Summary = "" };
        var url = Offer(channel, hostile).ShareUrl;
        var query = url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..];

        Assert.Matches("^[A-Za-z0-9%&=._~-]*$", query);
        Assert.DoesNotContain("evil.example/", query, StringComparison.Ordinal);
        var names = query.Split('&').Select(part => part.Split('=')[0]).ToArray();
        Assert.Equal(names.Distinct(), names);
        Assert.All(query.Split('&'), part => Assert.Equal(2, part.Split('=').Length));
        Assert.DoesNotMatch("subject=[^&]*%0[AD]", query);
    }

    [Fact]
    public void Lines_of_an_email_end_as_mail_wants() => Assert.Contains("why%0D%0A%0D%0AShort", Offer("email").ShareUrl, StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/x")]
    [InlineData("https://user@example.org/")]
    public void A_link_that_is_no_web_address_is_never_shared(string link) =>
        Assert.Null(ShareLinks.For(Article with { Link = link }, new ShareWish(ShareChannel.All[0], Practice)));

    [Fact]
    public void A_sample_says_so()
    {
        var offer = Offer("facebook", Article with { IsSample = true });
        Assert.StartsWith("Sample, do not share.", offer.CopyText, StringComparison.Ordinal);
        Assert.Contains("This is an invented sample. Do not share it.", offer.Warnings);
        Assert.Contains("subject=Sample%2C%20do%20not%20share.", Offer("email", Article with { IsSample = true }).ShareUrl, StringComparison.Ordinal);
    }

    [Fact]
    public void Colleagues_get_their_own_version_on_LinkedIn()
    {
        var technical = Article with { Assessment = new Assessment(0.1, 15, ArticleAudience.Colleagues, [], "m1") };
        Assert.StartsWith("For health professionals: Ten minutes", Offer("linkedin", technical).CopyText, StringComparison.Ordinal);
        Assert.Contains(Offer("facebook", technical).Warnings, warning => warning.Contains("LinkedIn", StringComparison.Ordinal));
    }

    [Fact]
    public void A_spanish_article_gets_a_spanish_text()
    {
        var text = Offer("x", Article with { Language = "es", Title = "Caminar ayuda", Summary = "Diez minutos bastan." }).CopyText;
        Assert.Contains("Fuente: Example Health & Co", text, StringComparison.Ordinal);
        Assert.Contains("#Caminar", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sensitive_subject_comes_with_a_warning() =>
        Assert.Contains(Offer("x", Article with { SensitiveTopics = ["suicide"] }).Warnings, warning => warning.Contains("suicide", StringComparison.Ordinal));

    [Theory]
    [InlineData("x", "en", "Help: Call or text 988, day or night. 988 Suicide & Crisis Lifeline.")]
    [InlineData("facebook", "en", "Help: Call or text 988, day or night. 988 Suicide & Crisis Lifeline.")]
    [InlineData("mastodon", "es", "Ayuda: Llama al 988 y marca 2, o envía AYUDA al 988. Línea 988 de Prevención del Suicidio y Crisis.")]
    public void The_text_of_a_sensitive_article_names_a_help_line(string channel, string language, string help)
    {
        var offer = Offer(channel, Article with { SensitiveTopics = ["suicide"], Language = language });
        Assert.Contains(help, offer.CopyText, StringComparison.Ordinal);
        Assert.Contains(offer.Warnings, warning => warning.Contains("leave it in", StringComparison.Ordinal));
    }

    [Fact]
    public void A_guessed_subject_puts_no_help_line_into_the_text_but_offers_it()
    {
        var offer = Offer("facebook", Article with { Title = "Afraid to go home", SensitiveTopics = ["abuse"] });
        Assert.DoesNotContain("Help:", offer.CopyText, StringComparison.Ordinal);
        Assert.DoesNotContain(offer.Warnings, warning => warning.Contains("leave it in", StringComparison.Ordinal));
        Assert.Contains(offer.Warnings, warning => warning.Contains("may touch", StringComparison.Ordinal) && warning.Contains("1-800-799-7233", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_a_help_line_has_no_room_it_is_handed_over_beside_the_text()
    {
        var offer = Offer("x", Article with { SensitiveTopics = ["suicide"], Title = string.Concat(Enumerable.Repeat("A very long headline indeed ", 9)) });
        Assert.DoesNotContain("988", offer.CopyText, StringComparison.Ordinal);
        Assert.Contains(offer.Warnings, warning => warning.Contains("no room", StringComparison.Ordinal) && warning.Contains("988", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mastodon.social", "mastodon.social")]
    [InlineData(" Fosstodon.org ", "fosstodon.org")]
    [InlineData("m.cmx.im", "m.cmx.im")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("127.0.0.1", null)]
    [InlineData("evil.example:8080", null)]
    [InlineData("evil.example/x?", null)]
    [InlineData("user@evil.example", null)]
    [InlineData("localhost", null)]
    public void A_mastodon_server_is_a_plain_host(string text, string? expected) => Assert.Equal(expected, ShareLinks.InstanceFrom(text));

    [Theory]
    [InlineData("bluesky", 320)]
    [InlineData("threads", 600)]
    public void A_text_that_its_link_makes_too_long_says_so(string channel, int length)
    {
        var offer = Offer(channel, Article with { Link = $"https://example.org/{new string('a', length)}" });
        Assert.True(offer.Counted > offer.Channel.Limit);
        Assert.Contains(offer.Warnings, warning => warning.StartsWith("It is too long", StringComparison.Ordinal));
        Assert.DoesNotContain(Offer(channel).Warnings, warning => warning.StartsWith("It is too long", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_a_text_is_pasted_the_steps_tell_how_to_post_as_the_practice()
    {
        foreach (var channel in new[] { "facebook", "linkedin" }) Assert.Contains(Offer(channel).Channel.Steps, step => step.Contains("as your practice", StringComparison.Ordinal));
    }

    private static readonly string[] HostileTitles =
    [
        "javascript:alert(document.cookie)//", "\r\nBcc: all@example.org\r\n\r\nHello", "a%0d%0aSet-Cookie: x=1", "x&quote=1&hashtag=%23y&u=https://evil.example",
        "\u202Efdp.exe \u2028&via=evil", "\0\u0001\u007F?body=&subject=&cc=evil@example.org", "half a pair \uD83D here", "'\"><script>alert(1)</script>",
        "?text=&url=;in_reply_to=1#frag+plus",
    ];

    [Theory]
    [MemberData(nameof(Channels))]
    public void Nothing_in_an_article_gets_out_of_its_place_in_a_share_link(string channel)
    {
        var usual = Offer(channel).ShareUrl;
        foreach (var (title, tone) in HostileTitles.SelectMany(title => ShareTones.All.Select(tone => (title, tone))))
        {
            var hostile = Article with
            {
                Title = title,
                Summary = title + ". Try this: &url=javascript:x.",
                Source = Article.Source with { Name = title },
                Link = "https://example.org/?a=1&url=https://evil.example/%0d%0aX:%20y",
            };
            var offer = ShareLinks.For(hostile, new ShareWish(ShareChannel.Find(channel)!, Practice) { Tone = tone })!;
            var query = offer.ShareUrl.IndexOf('?', StringComparison.Ordinal) + 1;
            Assert.Equal(usual[..query], offer.ShareUrl[..query]);
            Assert.Matches("^([A-Za-z0-9._~-]|%[0-9A-F]{2}|[=&])*$", offer.ShareUrl[query..]);
            Assert.Equal(Names(usual), Names(offer.ShareUrl));
            Assert.True(offer.Counted <= (offer.Channel.Limit ?? int.MaxValue), $"{offer.Counted}");
        }

        static string[] Names(string url) => [.. url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(part => part.Split('=')[0])];
    }

    [Theory]
    [InlineData("facebook", "https://greenlane.example/flu", "https://greenlane.example/flu?utm_source=facebook&utm_medium=social&utm_campaign=health-articles")]
    [InlineData("email", "https://blog.greenlane.example/flu?page=2", "https://blog.greenlane.example/flu?page=2&utm_source=email&utm_medium=email&utm_campaign=health-articles")]
    [InlineData("x", "https://greenlane.example/#!/flu", "https://greenlane.example/?utm_source=x&utm_medium=social&utm_campaign=health-articles#!/flu")]
    [InlineData("x", "https://notgreenlane.example/flu", "https://notgreenlane.example/flu")]
    [InlineData("x", "https://greenlane.example.evil.example/", "https://greenlane.example.evil.example/")]
    public void Only_links_to_the_practices_own_sites_say_where_a_visit_came_from(string channel, string link, string shared)
    {
        var practice = Practice with { OwnDomains = ["greenlane.example"] };
        var offer = Offer(channel, Article with { Link = link }, practice);
        Assert.Equal(shared, offer.Link);
        Assert.Contains(Uri.EscapeDataString(shared), offer.ShareUrl, StringComparison.Ordinal);
        Assert.Equal(link, Offer(channel, Article with { Link = link }).Link);
    }

    [Theory]
    [InlineData("greenlane.example", "greenlane.example")]
    [InlineData(" https://WWW.GreenLane.example/ ", "greenlane.example")]
    [InlineData("https://greenlane.example/blog", null)]
    [InlineData("greenlane.example:8080", null)]
    [InlineData("127.0.0.1", null)]
    [InlineData("localhost", null)]
    [InlineData("me@greenlane.example", null)]
    [InlineData("javascript://greenlane.example/", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_practices_own_site_is_a_plain_host(string? typed, string? expected) => Assert.Equal(expected, OwnDomain.From(typed));
}

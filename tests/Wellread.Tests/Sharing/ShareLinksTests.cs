using Wellread.Articles;
using Wellread.Feeds;
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

    private static ShareOffer Offer(string channel, Article? article = null) =>
        ShareLinks.For(article ?? Article, ShareChannel.Find(channel)!) ?? throw new InvalidOperationException("no offer");

    public static TheoryData<string> Channels => [.. ShareChannel.All.Select(channel => channel.Slug)];

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_text_is_made_of_the_articles_own_words_with_its_source(string channel)
    {
        var text = Offer(channel).CopyText;

        Assert.Contains("Ten minutes of walking helps: here's why", text, StringComparison.Ordinal);
        Assert.Contains("Short walks lower blood sugar after meals.", text, StringComparison.Ordinal);
        Assert.Contains("Source: Example Health & Co", text, StringComparison.Ordinal);
        Assert.Equal(channel is not ("email" or "whatsapp"), text.Contains("#Exercise #Diabetes", StringComparison.Ordinal));
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
    }

    [Fact]
    public void Lines_of_an_email_end_as_mail_wants() => Assert.Contains("why%0D%0A%0D%0AShort", Offer("email").ShareUrl, StringComparison.Ordinal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/x")]
    [InlineData("https://user@example.org/")]
    public void A_link_that_is_no_web_address_is_never_shared(string link) =>
        Assert.Null(ShareLinks.For(Article with { Link = link }, ShareChannel.All[0]));

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
        Assert.Contains("#Ejercicio", text, StringComparison.Ordinal);
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
    public void Where_a_help_line_has_no_room_it_is_handed_over_beside_the_text()
    {
        var offer = Offer("x", Article with { SensitiveTopics = ["suicide"], Title = string.Concat(Enumerable.Repeat("A very long headline indeed ", 9)) });
        Assert.DoesNotContain("988", offer.CopyText, StringComparison.Ordinal);
        Assert.Contains(offer.Warnings, warning => warning.Contains("no room", StringComparison.Ordinal) && warning.Contains("988", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mastodon.social", "mastodon.social")]
    [InlineData(" Fosstodon.org ", "fosstodon.org")]
    [InlineData("evil.example/x?", null)]
    [InlineData("user@evil.example", null)]
    [InlineData("localhost", null)]
    public void A_mastodon_server_is_a_plain_host(string text, string? expected) => Assert.Equal(expected, ShareLinks.InstanceFrom(text));
}

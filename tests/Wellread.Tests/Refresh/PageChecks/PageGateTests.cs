using Wellread.Refresh.PageChecks;

namespace Wellread.Tests.Refresh.PageChecks;

/// <summary>What a page that answers 200 shows of itself: a gate, another address, or that it is not there.</summary>
public sealed class PageGateTests
{
    private const string Password = """<form><input name="u"><input type="password" name="p"></form>""";
    private static readonly string Article = $"<p>{string.Join(' ', Enumerable.Repeat("word", 250))}</p>";

    [Theory]
    [InlineData("locked", true)]
    [InlineData("LOCKED", true)]
    [InlineData("metered", false)]
    [InlineData("free", false)]
    public void Networks_are_told_of_a_paywall_by_Open_Graph(string tier, bool isPaid) =>
        Assert.Equal(isPaid, PageReader.Read($"""<meta property="article:content_tier" content="{tier}">{Article}""").IsPaid);

    [Theory]
    [InlineData("""<p>The first lines.</p><div class="article-paywall"><h2>Subscribe to continue reading</h2></div>""", true)]
    [InlineData("""<div id="regwall"><p>This article is <b>for subscribers only</b>.</p></div>""", true)]
    [InlineData("""<div class="paywall">Suscr\u00edbase para seguir leyendo</div>""", true)]
    [InlineData("""<p>Ten words.</p><div class="subscribe-wall">This story is for subscribers. <a>Subscribe now</a> to keep reading</div>""", true)]
    [InlineData("""<div role="dialog"><h2>Subscribe or log in</h2> <p>to keep reading</p></div>""", true)]
    [InlineData("""<div role="dialog">We use cookies. Click to continue.</div>""", false)]
    [InlineData("""<div class="paywall" hidden>Subscribe to continue reading</div>""", false)]
    [InlineData("""<div class="paywall" style="display: none">Subscribe to continue reading</div>""", false)]
    [InlineData("""<div class="newsletter">Subscribe to continue reading our newsletter</div>""", false)]
    [InlineData("""<div class="paywall-free">Enjoy this free article.</div>""", false)]
    public void A_box_that_asks_to_pay_counts_where_hardly_any_text_is_there(string html, bool isPaid)
    {
        Assert.Equal(isPaid, PageReader.Read(html).IsPaid);
        Assert.False(PageReader.Read(html + Article).IsPaid);
    }

    [Theory]
    [InlineData(Password, true)]
    [InlineData("<meta property=\"og:title\" content=\"Five ways\"><p>Please sign in to read.</p>" + Password, true)]
    [InlineData("<meta property=\"og:title\" content=\"Five ways\"><title>Log in | Town Hospital</title>" + Password, true)]
    [InlineData("<meta property=\"og:title\" content=\"Five ways\"><title>Five ways</title>" + Password, false)]
    [InlineData("<input type=\"text\"><p>Please sign in to read.</p>", false)]
    [InlineData("<meta property=\"og:title\" content=\"Five ways\"><title>Sign in to continue</title>" + Password, true)]
    [InlineData("<meta property=\"og:title\" content=\"Five ways\"><h2>Log in to continue</h2>" + Password, true)]
    [InlineData("<div class=\"modal\" role=\"dialog\"><h2>Create a free account</h2> to keep reading</div>", true)]
    public void A_form_that_asks_for_a_password_counts_where_it_stands_for_the_article(string html, bool asks)
    {
        Assert.Equal(asks, PageReader.Read(html).AsksToLogIn);
        Assert.False(PageReader.Read(html + Article).AsksToLogIn);
    }

    [Theory]
    [InlineData("<title>Page not found</title>", true)]
    [InlineData("<title>404 | Town Hospital</title>", true)]
    [InlineData("<title>Town Hospital - P\u00e1gina no encontrada</title>", true)]
    [InlineData("<title>Ours</title><meta property=\"og:title\" content=\"Oops! Page not found!\">", true)]
    [InlineData("<title>Sorry, this article is no longer available | Town News</title>", true)]
    [InlineData("<title>The page you are looking for has been removed.</title>", true)]
    [InlineData("<title>Lo sentimos, esta p\u00e1gina ya no existe</title>", true)]
    [InlineData("<title>Why a page not found can scare patients</title>", false)]
    [InlineData("<title>The story of a drug that is no longer available</title>", false)]
    [InlineData("<title>Room 404: a nurse tells</title>", false)]
    public void A_title_can_say_that_the_page_is_not_there(string html, bool isMissing) => Assert.Equal(isMissing, PageReader.Read(html).IsMissing);

    [Theory]
    [InlineData("0;url=https://other.example/a", "https://other.example/a")]
    [InlineData("5; URL='/login'", "/login")]
    [InlineData("0, https://other.example/a", "https://other.example/a")]
    [InlineData("600; url=/a", null)]
    [InlineData("300", null)]
    public void A_page_can_lead_on_by_itself(string content, string? to)
    {
        Assert.Equal(to, PageReader.Read($"""<meta http-equiv="refresh" content="{content}">""").LeadsTo);
        Assert.Null(PageReader.Read($"""<noscript><meta http-equiv="refresh" content="{content}"></noscript>""").LeadsTo);
    }

    [Theory]
    [InlineData("""window.location.replace("https://other.example/a")""", "https://other.example/a")]
    [InlineData("location.href = '/login';", "/login")]
    [InlineData("if (location.href == '/login') go()", null)]
    [InlineData("const allocation = '/a'", null)]
    public void A_script_can_lead_on_where_there_is_nothing_to_read(string script, string? to)
    {
        Assert.Equal(to, PageReader.Read($"<script>{script}</script><p>One moment.</p>").LeadsTo);
        Assert.Null(PageReader.Read($"<script>{script}</script>{Article}").LeadsTo);
    }

    [Theory]
    [InlineData("""<link rel="canonical" href="/own">""", "/own")]
    [InlineData("""<link rel="canonical" href="/own"><meta property="og:url" content="https://other.example/a">""", "https://other.example/a")]
    [InlineData("", null)]
    public void A_page_names_its_own_address(string html, string? address) => Assert.Equal(address, PageReader.Read(html).OwnAddress);
}

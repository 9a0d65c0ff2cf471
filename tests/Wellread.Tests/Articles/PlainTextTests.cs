using System.Text.Json;
using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class PlainTextTests
{
    private static string Text(string? markup) => PlainText.From(markup, PlainText.MaxSummaryLength);

    [Theory]
    [InlineData("<p>Drink <b>water</b>.</p><p>Rest.</p>", "Drink water.\nRest.")]
    [InlineData("One<br>two<br/>three", "One\ntwo\nthree")]
    [InlineData("<ul><li>Walk</li><li>Sleep</li></ul>", "Walk\nSleep")]
    [InlineData("A&nbsp;&amp; B &#8217;s &eacute;", "A & B ’s é")]
    [InlineData("Pressure &lt;120 is fine", "Pressure <120 is fine")]
    [InlineData("Pressure <120 is fine", "Pressure <120 is fine")]
    [InlineData("a<script>alert('<p>')</script>b<style>p{}</style>c", "a b c")]
    [InlineData("a<!-- hidden -->b", "ab")]
    [InlineData("<svg><svg></svg><text>x</text></svg>kept", "kept")]
    [InlineData("<figure><img src=x alt=y><figcaption>Photo</figcaption></figure>Kept", "Kept")]
    [InlineData("&lt;p&gt;Encoded &lt;b&gt;twice&lt;/b&gt;&lt;/p&gt;", "Encoded twice")]
    [InlineData("  lots \t\n of   \r\n space ", "lots of space")]
    [InlineData(null, "")]
    public void Markup_becomes_text(string? markup, string expected) => Assert.Equal(expected, Text(markup));

    [Theory]
    [InlineData("zero\u200Bwidth\uFEFF soft\u00ADhyphen", "zerowidth softhyphen")]
    [InlineData("turned\u202Earound\u202C", "turnedaround")]
    [InlineData("nul\u0000 and\u0007 bell", "nul and bell")]
    [InlineData("half\uD800pair\uFFFF", "halfpair")]
    [InlineData("family \U0001F468\u200D\U0001F469\u200D\U0001F467 stays", "family \U0001F468\u200D\U0001F469\u200D\U0001F467 stays")]
    [InlineData("j\u200Doined", "joined")]
    [InlineData("tags \U000E0041\U000E0042 go", "tags go")]
    [InlineData("cafe\u0301", "café")]
    public void Characters_that_no_one_sees_are_gone(string markup, string expected) => Assert.Equal(expected, Text(markup));

    [Theory]
    [InlineData("Walking helps. Continue reading…")]
    [InlineData("Walking helps. <a href='x'>Read more »</a>")]
    [InlineData("<p>Walking helps. [&hellip;]</p><p>The post Walk More appeared first on Some Site.</p>")]
    [InlineData("<p>Walking helps.</p><p>La entrada Camina más se publicó primero en Un Sitio.</p>")]
    [InlineData("Walking helps. Leer más")]
    [InlineData("Walking helps.<div>Advertisement</div>")]
    public void Boilerplate_is_left_out(string markup) => Assert.Equal("Walking helps.", Text(markup));

    [Theory]
    [InlineData("Ask your nurse to learn more.")]
    [InlineData("Her blog is for those who like to read more.")]
    [InlineData("The post office in town sells stamps.")]
    public void Sentences_that_look_like_boilerplate_stay(string text) => Assert.Equal(text, Text(text));

    [Fact]
    public void A_long_text_ends_at_a_sentence()
    {
        var text = PlainText.From("First sentence here. Second one follows. Third is cut off somewhere.", 45);
        Assert.Equal("First sentence here. Second one follows.", text);
    }

    [Fact]
    public void Without_a_sentence_it_ends_behind_a_word_with_an_ellipsis()
    {
        Assert.Equal("one two three…", PlainText.From("one two three fourteen", 18));
        Assert.Equal("aaaaaaaaa…", PlainText.From(new string('a', 50), 10));
        Assert.Equal("\U0001F600\U0001F600…", PlainText.From(string.Concat(Enumerable.Repeat("\U0001F600", 9)), 6));
    }

    [Theory]
    [InlineData("Salt &amp; sugar", "Salt & sugar")]
    [InlineData("Salt &amp;amp; sugar&amp;#8217;s", "Salt & sugar’s")]
    [InlineData("Fish & chips", "Fish & chips")]
    [InlineData("Two\n<br>lines", "Two lines")]
    public void A_title_is_one_line_decoded(string markup, string expected) => Assert.Equal(expected, PlainText.Line(markup, 100));

    [Fact]
    public void Work_grows_with_the_text_and_not_faster()
    {
        string[] floods =
        [
            "<b>", "<b>x</b>", "&amp;", "&", "<", "<a ", "<a href='", "<!--", "<svg>", "[", "read more ", "The post ", "a. ", "<script>", "&lt;p&gt;", "e\u0301\u0301\u0301\u0301",
        ];
        foreach (var flood in floods)
        {
            var text = Text(string.Concat(Enumerable.Repeat(flood, 300_000 / flood.Length)));
            Assert.True(text.Length <= PlainText.MaxSummaryLength);
        }
    }

    [SkippableTheory]
    [InlineData("hostile/xss_payloads.jsonl", "payload")]
    [InlineData("hostile/naughty_strings.jsonl", "string")]
    [InlineData("hostile/own_strings.jsonl", "string")]
    public void Hostile_strings_become_clean_text(string file, string name)
    {
        foreach (var line in File.ReadLines(SharedData.Path(file)))
        {
            using var row = JsonDocument.Parse(line);
            var text = Text(LooseJson.StringOf(row.RootElement.GetProperty(name)));
            Assert.True(text.Length <= PlainText.MaxSummaryLength);
            Assert.True(text.IsNormalized());
            Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        }
    }
}

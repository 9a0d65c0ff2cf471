using Wellread.Sharing;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>Which sentences of an article a post keeps.</summary>
public sealed class ShareBodyTests
{
    [Theory]
    [InlineData("Doctors warn against drinking a bleach 'cure' sold online", "Sellers say to drink the solution twice a day. It is industrial bleach. It can burn the throat and kill.", 5)]
    [InlineData("Aspirin or Tylenol for a fever?", "For adults either is fine. For children and teens, only Tylenol. Aspirin can cause Reye syndrome in them.", 5)]
    [InlineData("Does insulin need to stay cold?", "Unopened insulin belongs in the refrigerator. A pen in use can stay at room temperature for 28 days. Never freeze it.", 8)]
    [InlineData("Chocolate before bed helps you sleep, small study suggests", "People who ate it slept longer. The study was paid for by a chocolate maker. Experts were not convinced.", 8)]
    [InlineData("Guys: check yourself in the shower", "Roll each side between your fingers. Look for lumps. Call your doctor if you find one.", 5)]
    public void An_article_that_is_easy_as_a_whole_stays_whole(string title, string summary, double grade) =>
        Assert.Contains(summary, Offer(Article(title, summary), ShareTone.Plain, grade: grade).CopyText, StringComparison.Ordinal);

    [Fact]
    public void A_target_that_can_t_be_reached_makes_no_text_harder()
    {
        var article = Article(
            "Cardiovascular rehabilitation interventions reduce premature mortality among patients who walk",
            "Here is why. A short walk can help the hearts of many patients who walk little. Read on to know more.");
        var (atEight, atTwo) = (Offer(article, ShareTone.Plain), Offer(article, ShareTone.Plain, grade: 2));
        Assert.True(atTwo.Draft.IsTooHard);
        Assert.Equal(FirstLine(atEight), FirstLine(atTwo));
    }

    [Fact]
    public void What_warns_stays_with_what_it_is_about_where_the_rest_is_too_hard()
    {
        const string Hard = "Cardiovascular rehabilitation interventions demonstrate considerable physiological improvements throughout heterogeneous populations.";
        var text = Offer(Article("A walk a day", $"A walk a day helps. {Hard} Never walk with chest pain. Call 911 if it comes."), ShareTone.Plain, grade: 5).CopyText;
        Assert.Contains("Never walk with chest pain. Call 911 if it comes.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("rehabilitation", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_reassures_does_not_stay_where_the_warning_finds_no_room()
    {
        var warning = $"No strip makes a drug safe {string.Concat(Enumerable.Repeat("whatever anybody may have told you about it ", 4))}at all.";
        var text = Offer(Article("Strips that test a drug", $"A strip can show what is in a drug. {warning}"), ShareTone.Plain, "x").CopyText;
        Assert.DoesNotContain("can show", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Know the signs of a stroke", "Is one side of the face drooping? Is one arm weak? Is speech slurred? Call 911 right away. Note the time when it began.")]
    [InlineData("When love hurts", "Does your partner check your phone? It is not your fault. Call 1-800-799-7233.")]
    public void Signs_that_are_asked_for_stay_with_what_to_do(string title, string summary)
    {
        var call = summary[summary.IndexOf("Call", StringComparison.Ordinal)..].Split('.')[0];
        foreach (var channel in ShareChannel.All) Assert.Contains(call, Offer(Article(title, summary), ShareTone.Plain, channel.Slug).CopyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Myth: lemons cure colds", "There is no proof that lemons cure colds. Rest helps.", true)]
    [InlineData("Myth or fact? You are too old to give blood", "Myth. There is no age limit.", true)]
    [InlineData("\"Vaccines cause colds\": why this claim is false", "A paper of 1998 said so. It was retracted.", true)]
    [InlineData("Mito: el limón cura la gripe", "No hay pruebas de que el limón cure la gripe.", true)]
    [InlineData("Five myths about colds", "No, lemons cure colds. Rest helps.", false)]
    [InlineData("Myth: lemons cure colds", "Lemons are sour. Rest helps.", false)]
    public void A_myth_is_posted_with_its_answer(string title, string summary, bool isAnswered)
    {
        var text = Offer(Article(title, summary, title.StartsWith("Mito", StringComparison.Ordinal) ? "es" : "en"), ShareTone.Plain).CopyText;
        Assert.Equal(isAnswered, text.Contains(summary.Split(". ")[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Brush twice https://bad.example/login and floss", "Brush well. Visit https://bad.example now. Floss each night.")]
    [InlineData("Brush twice http://192.0.2.1:8080/x and floss", "Brush well. Write to someone@bad.example now. Floss each night.")]
    public void A_strangers_address_is_in_no_text(string title, string summary)
    {
        foreach (var channel in ShareChannel.All)
        {
            var offer = Offer(Article(title, summary), ShareTone.Plain, channel.Slug);
            Assert.StartsWith("Brush twice and floss", offer.CopyText, StringComparison.Ordinal);
            Assert.DoesNotContain("bad.example", offer.CopyText + Uri.UnescapeDataString(offer.ShareUrl), StringComparison.Ordinal);
            Assert.DoesNotContain("192.0.2.1", offer.CopyText, StringComparison.Ordinal);
        }
    }
}

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
    [InlineData("Myth: lemons cure colds", "False. Colds come from viruses.", true)]
    [InlineData("Myth: lemons cure colds", "Not true. Colds come from viruses.", true)]
    [InlineData("Myth: lemons cure colds", "Fact: Colds come from viruses.", true)]
    [InlineData("Fact or myth: lemons cure colds", "Myth. Colds come from viruses.", true)]
    [InlineData("Mito: el limón cura la gripe", "Falso. La gripe viene de un virus.", true)]
    [InlineData("¿Mito o verdad? El limón cura la gripe", "Mito. La gripe viene de un virus.", true)]
    [InlineData("Myth: lemons cure colds", "Lemons do not cure colds. Rest helps.", true)]
    [InlineData("Is it a myth that lemons help a sore throat?", "No, it is so. A warm drink helps.", true)]
    [InlineData("Is it a myth that lemons cure colds?", "Yes, it is. Rest helps.", true)]
    [InlineData("Myth: lemons cure colds", "Many say that lemons never fail. Rest helps.", false)]
    [InlineData("Five myths about colds", "No, lemons cure colds. Rest helps.", false)]
    [InlineData("Myth: lemons cure colds", "Lemons are sour. Rest helps.", false)]
    public void A_myth_is_posted_with_its_answer(string title, string summary, bool isAnswered)
    {
        var text = Offer(Article(title, summary, title.StartsWith("Mito", StringComparison.Ordinal) ? "es" : "en"), ShareTone.Plain).CopyText;
        Assert.Equal(isAnswered, text.Contains(isAnswered ? summary : summary.Split(". ")[0], StringComparison.Ordinal));
        Assert.StartsWith(title, text, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("Honey and a sore eye: does it work?", "Some people put honey in the eye. Don't. Wash with clean water. See a doctor.")]
    [InlineData("Old car seats: still good?", "Yes. Many seats last ten years.")]
    [InlineData("Old car seats: still good?", "No! Foam breaks down with age.")]
    [InlineData("Old car seats", "Is an old seat still good? No. Foam breaks down with age. Should you buy one? Never. Ask a fitter.")]
    [InlineData("Old car seats", "Foam breaks down with age. Is an old seat still good? No.")]
    [InlineData("What to pack for a hot day", "Light clothes. Drinks. A hat with a wide brim.")]
    [InlineData("Signs of a bad infection", "Fever. Chills. A stiff neck and a rash.")]
    [InlineData("How often to floss", "How often should people floss? Daily. Brush as well.")]
    [InlineData("Asientos viejos: ¿sirven aún?", "Sí. Muchos duran diez años.", "es")]
    [InlineData("Lemon water and fat", "False. Lemon water burns no fat.")]
    public void A_short_answer_stays_where_it_stood(string title, string summary, string language = "en")
    {
        foreach (var channel in ShareChannel.All) Assert.Contains(summary, Offer(Article(title, summary, language), ShareTone.Plain, channel.Slug, grade: 9).CopyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Put honey in the eye each night. Don't. See a doctor.")]
    [InlineData("Put honey in the eye each night. No. It stings.")]
    [InlineData("Put honey in the eye each night. False. It stings.")]
    public void What_is_denied_is_no_tip(string summary) =>
        Assert.DoesNotContain("Tip: Put", Offer(Article("A sore eye", summary), ShareTone.Tip).CopyText, StringComparison.Ordinal);

    [Fact]
    public void What_reassures_goes_where_all_that_limits_it_finds_no_room()
    {
        var limit = $"No strip makes a drug safe {string.Concat(Enumerable.Repeat("whatever anybody may have told you ", 5))}at all.";
        var text = Offer(Article("Strips that test a drug", $"A strip can show what is in a drug. It cannot show how much. {limit}"), ShareTone.Plain, "x").CopyText;
        Assert.DoesNotContain("can show", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_are_not_thinned_in_their_middle()
    {
        var hard = $"Turn the baby over and give five thrusts {string.Concat(Enumerable.Repeat("with two fingers of one hand ", 6))}now.";
        var text = Offer(Article("A baby who chokes: what to do", $"Give the baby five back blows. {hard} Call 911 if the baby cannot breathe."), ShareTone.Plain, "x").CopyText;
        Assert.DoesNotContain("back blows", text, StringComparison.Ordinal);
        Assert.Contains("Call 911 if", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Call 1-900-555-0123 for help with sleep.")]
    [InlineData("Call 1-976-555-0123 for help with sleep.")]
    [InlineData("Call our sleep line for $2.50 a minute.")]
    [InlineData("Call our sleep line at 99 cents per minute.")]
    public void A_call_that_costs_by_the_minute_is_in_no_text(string call)
    {
        foreach (var tone in ShareTones.All)
        {
            foreach (var channel in ShareChannel.All) Assert.DoesNotContain(call, Offer(Article("Sleep well", $"{call} Sleep in a dark room."), tone, channel.Slug).CopyText, StringComparison.Ordinal);
        }
        Assert.Contains(Offer(Article(call, "Sleep in a dark room."), ShareTone.Plain).Warnings, warning => warning.Contains("by the minute", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Walk more, says cheap-pills.example.com, and sleep better", "Walk more, says example, and sleep better")]
    [InlineData("Walk more, says cheap-pills.shop, and sleep better", "Walk more, says cheap-pills, and sleep better")]
    [InlineData("Write to me@bad.example or call your nurse", "Write to bad or call your nurse")]
    [InlineData("Is bad.com/pills selling fake pills? FDA.gov warns of Pills.com", "Is bad selling fake pills? FDA.gov warns of Pills")]
    [InlineData("Flu shots & https://bad.example/x", "Flu shots & bad")]
    [InlineData("Visit https://bad.example/x for a quiz", "Visit bad for a quiz")]
    [InlineData("Flu facts: https://bad.example/x", "Flu facts")]
    [InlineData("A cut heals.Rest it", "A cut heals. Rest it")]
    public void A_title_keeps_the_name_where_an_address_would_leave_a_hole(string title, string expected) => Assert.Equal(expected, FirstLine(Offer(Article(title, ""), ShareTone.Plain)));
}

using Wellread.Articles;
using Wellread.Sharing;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>What else a text says, and how hard it is.</summary>
public sealed class ShareTextTests
{
    [Fact]
    public void The_easier_sentences_are_taken_and_none_that_leans_on_a_missing_one()
    {
        var offer = Offer(
            Article(
                "Walking is good for you",
                "Cardiovascular rehabilitation interventions demonstrate considerable physiological improvements throughout heterogeneous populations. They do so in months. "
                + "A short walk each day helps your heart."),
            ShareTone.Plain,
            grade: 6);
        Assert.Contains("A short walk each day helps your heart.", offer.CopyText, StringComparison.Ordinal);
        Assert.DoesNotContain("rehabilitation", offer.CopyText, StringComparison.Ordinal);
        Assert.DoesNotContain("They do so", offer.CopyText, StringComparison.Ordinal);
        Assert.True(offer.Draft.Reading.Grade <= 6, $"{offer.Draft.Reading.Grade}");
        Assert.DoesNotContain(offer.Warnings, warning => warning.Contains("grade", StringComparison.Ordinal));
    }

    [Fact]
    public void An_easier_sentence_that_tells_the_same_opens_where_the_title_is_too_hard()
    {
        var article = Article(
            "Cardiovascular rehabilitation interventions reduce premature mortality among patients who walk",
            "Here is why. A short walk can help the hearts of patients who walk little. Read on to know more.");
        var offer = Offer(article, ShareTone.Plain);
        Assert.Equal("A short walk can help the hearts of patients who walk little.", FirstLine(offer));
        Assert.True(offer.Draft.Reading.Grade <= 8);
        Assert.Equal(article.Title, FirstLine(Offer(article with { Summary = "Here is why patients walk. This helps patients who walk." }, ShareTone.Plain)));
    }

    [Theory]
    [InlineData("Did you know it comes back? Most do not. Much rest helps.", "Much rest helps.")]
    [InlineData("What is the flu? It is a virus. Much rest helps.", "What is the flu? It is a virus. Much rest helps.")]
    [InlineData("Much rest helps. Get the latest stories by mail. Read on to know more.", "Much rest helps.")]
    [InlineData("Much rest helps. Will it come back?", "Much rest helps.")]
    public void A_question_goes_with_its_answer_and_what_speaks_of_the_site_is_left_out(string summary, string body) =>
        Assert.Equal(body, Offer(Article("Rest and the flu", summary), ShareTone.Plain).CopyText.Split("\n\n")[1]);

    [Theory]
    [InlineData("By Ada Example Rest helps with colds. Drink enough, too.", "Drink enough, too.")]
    [InlineData("PARIS, Nov. 20, 2026 /Agency/ -- Rest helps with colds.", "Rest helps with colds.")]
    [InlineData("Nov. 20, 2026 -- Rest helps with colds.", "Rest helps with colds.")]
    [InlineData("Background: Rest helps with colds.", "Rest helps with colds.")]
    [InlineData("Rest helps with colds. Rest helps with colds.", "Rest helps with colds.")]
    [InlineData("Photo Rest helps with colds. Rest is good.", "Rest is good.")]
    [InlineData("A cup of tea in Rome May 13, 2026. Rest is good.", "Rest is good.")]
    [InlineData("and rest helps. Rest is good.", "Rest is good.")]
    [InlineData("(Rest helps.) Rest is good.", "Rest is good.")]
    [InlineData("I love rest. Rest is good.", "Rest is good.")]
    [InlineData("\"Rest helps,\" she said. Rest is good.", "Rest is good.")]
    [InlineData("HAVE A HEALTH OR MEDICAL QUESTION OF YOUR OWN. Rest is good.", "Rest is good.")]
    [InlineData("CALL 911 RIGHT NOW. Rest is good.", "CALL 911 RIGHT NOW. Rest is good.")]
    [InlineData("Jane Q. Doe, M.D. Rest is good.", "Rest is good.")]
    [InlineData("Type I diabetes needs rest. Rest is good.", "Type I diabetes needs rest. Rest is good.")]
    [InlineData("Here are five points on rest. Rest is good.", "Rest is good.")]
    [InlineData("Springfield, Ill. Rest is good.", "Rest is good.")]
    [InlineData("SPRINGFIELD, Ill. -- Rest is good.", "Rest is good.")]
    [InlineData("Springfield, Ohio -- Rest is good.", "Rest is good.")]
    [InlineData("Key points Rest helps with colds.", "Rest helps with colds.")]
    [InlineData("Rest helps, says a study published today. Rest is good.", "Rest is good.")]
    [InlineData("Rest helps (J Rest 2020; 14: 3-9). Rest is good.", "Rest is good.")]
    [InlineData("Five facts on rest that you should know. Rest is good.", "Rest is good.")]
    [InlineData("Our editors tested rest. Rest is good.", "Rest is good.")]
    [InlineData("Some rest well ... The pain can be mild. Rest is good.", "Rest is good.")]
    [InlineData("They found that colds pass. Rest is good.", "Rest is good.")]
    [InlineData("Moreover, rest helps with colds. Rest is good.", "Rest is good.")]
    [InlineData("This time of year colds come. Rest is good.", "Rest is good.")]
    [InlineData("Long rest heals. But what is rest? Rest is good.", "Rest is good.")]
    [InlineData("Signs of Rest The most common one is sleep.", "The most common one is sleep.")]
    [InlineData("Rest and Sleep Rest and sleep help.", "Rest and sleep help.")]
    [InlineData("Yes. Rest is good.", "Rest is good.")]
    [InlineData("Sleep Most rest comes at night.", "Most rest comes at night.")]
    [InlineData("These are the three best ways to rest. Rest is good.", "Rest is good.")]
    [InlineData("Today we will tell you how to rest. Rest is good.", "Rest is good.")]
    [InlineData("Sleep is the official journal of a society. Rest is good.", "Rest is good.")]
    [InlineData("Friday marks Rest Day. Rest is good.", "Rest is good.")]
    [InlineData("The results are published in the journal. They slept well.", "Source: Example Health")]
    [InlineData("The table below shows it. This helps with colds.", "Source: Example Health")]
    public void What_stands_around_a_report_is_left_out_with_what_leans_on_it(string summary, string body) =>
        Assert.Equal(body, Offer(Article("Rest and colds", summary), ShareTone.Plain).CopyText.Split("\n\n")[1].Split('\n')[0]);

    [Fact]
    public void What_only_says_the_title_again_is_left_out() =>
        Assert.Equal("Sleep is good.", Offer(Article("Long rest helps adults with winter colds", "A long rest can help adults who have winter colds. Sleep is good."), ShareTone.Plain).CopyText.Split("\n\n")[1]);

    [Fact]
    public void Behind_what_was_left_out_a_sentence_names_something_of_the_title()
    {
        const string Hard = "Cardiovascular rehabilitation interventions demonstrate considerable physiological improvements throughout heterogeneous populations.";
        var text = Offer(Article("A walk a day", $"{Hard} The town has a new park. Many walks are short."), ShareTone.Plain, grade: 6).CopyText;
        Assert.DoesNotContain("park", text, StringComparison.Ordinal);
        Assert.Contains("Many walks are short.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Below_its_own_question_an_article_answers_from_the_start_or_not_at_all()
    {
        const string Hard = "Cardiovascular rehabilitation interventions demonstrate considerable physiological improvements throughout heterogeneous populations.";
        Assert.DoesNotContain("walk is short", Offer(Article("What is a good walk?", $"{Hard} A walk is short."), ShareTone.Question, grade: 6).CopyText, StringComparison.Ordinal);
        Assert.Contains("good walk?\n\nA walk is short.", Offer(Article("What is a good walk?", "A walk is short."), ShareTone.Question, grade: 6).CopyText, StringComparison.Ordinal);
        Assert.DoesNotContain("What is a walk?", Offer(Article("What is a good walk?", "What is a walk? A walk is short."), ShareTone.Question).CopyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MMR shots and autism", "MMR shots give children autism. That 1998 allegation was retracted after epidemiological investigations demonstrated systematic falsification.")]
    [InlineData("MMR shots and autism", "MMR shots give children autism. However, epidemiological investigations demonstrated systematic falsification of retrospective observational data.")]
    [InlineData("MMR shots and autism", "MMR shots give children autism. But that was retr ...")]
    [InlineData("Five myths on MMR shots", "MMR shots give children autism. It is good to know what they do.")]
    [InlineData("Las vacunas y el autismo", "MMR shots give children autism. Sin embargo, las investigaciones epidemiológicas demostraron una falsificación sistemática de los datos.")]
    public void What_the_article_takes_back_is_never_said_alone(string title, string summary)
    {
        foreach (var tone in ShareTones.All)
            Assert.DoesNotContain("give children autism", Offer(Article(title, summary, title.StartsWith("Las", StringComparison.Ordinal) ? "es" : "en"), tone, grade: 6).CopyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Choking: how to help", "Ask the person to cough. Call 911. Give five back blows.", "Ask the person to cough. Call 911. Give five back blows.")]
    [InlineData("Heart attack signs in women", "Do not wait. Call 911.", "Do not wait. Call 911.")]
    [InlineData("Is aspirin safe for a child with the flu?", "Never. Many parents keep it at home for pain.", "Never. Many parents keep it at home for pain.")]
    [InlineData("Signs to know when you expect a baby", "Bad headache. Blurred vision. Swelling of the face.", "Bad headache. Blurred vision. Swelling of the face.")]
    [InlineData("A quiet night", "Sleep in a dark room. Jane Doe. Reuters. Read more.", "Sleep in a dark room.")]
    [InlineData("Poisoned? What to do", "Call 1-800-222-1222.", "Call 1-800-222-1222.")]
    public void A_short_sentence_stays_beside_the_one_that_it_belongs_to(string title, string summary, string body) =>
        Assert.Equal(body, Offer(Article(title, summary), ShareTone.Plain).CopyText.Split("\n\n")[1]);

    [Theory]
    [InlineData("How we used to put babies to sleep", "Put babies to sleep on their stomachs. That was the advice until 1992. Today doctors say the back is best.")]
    [InlineData("Babies and sleep", "Put babies to sleep on their stomachs. That was the advice until 1992. Today doctors say the back is best.")]
    public void What_was_advised_once_is_no_tip(string title, string summary) =>
        Assert.DoesNotContain("Tip: Put babies", Offer(Article(title, summary), ShareTone.Tip).CopyText, StringComparison.Ordinal);

    [Fact]
    public void What_a_study_found_is_not_said_without_its_limit()
    {
        var article = Article("Coffee and a long life", "Adults who drank two cups a day were 12% less likely to die. The study was observational and cannot prove cause and effect.");
        foreach (var channel in new[] { "facebook", "x" })
        {
            var text = Offer(article, ShareTone.Plain, channel, grade: 14).CopyText;
            Assert.Equal(text.Contains("12%", StringComparison.Ordinal), text.Contains("cannot prove", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_sentence_on_them_does_not_open_in_the_title_s_place()
    {
        const string title = "Adolescents who sustain concussions during competitive play should discontinue participation immediately, pediatric neurologists recommend again";
        Assert.StartsWith("Adolescents", FirstLine(Offer(Article(title, "Do not let them play again that day. See a doctor."), ShareTone.Plain)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_back_is_said_with_it_where_both_are_easy() => Assert.Contains(
        "Some say that cold air makes you sick. But it does not.",
        Offer(Article("Cold air", "Some say that cold air makes you sick. But it does not."), ShareTone.Plain).CopyText,
        StringComparison.Ordinal);

    [Fact]
    public void What_has_no_easier_words_is_said_to_be_too_hard()
    {
        var offer = Offer(
            Article("Cardiovascular rehabilitation interventions demonstrate considerable physiological improvements throughout heterogeneous populations", ""), ShareTone.Plain);
        Assert.True(offer.Draft.Reading.Grade > 8);
        Assert.Contains(offer.Warnings, warning => warning.Contains("above your grade 8. Its title is hard by itself", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_that_stays_hard_comes_with_plainer_words_for_an_editor_to_choose_from()
    {
        var article = Article("Idiopathic thrombocytopenia necessitates comprehensive haematological investigation and individualised pharmacological intervention", "");
        Assert.Contains(Offer(article, ShareTone.Plain).Warnings, warning => warning.StartsWith("Plainer words that may fit: \"of unknown cause\" for \"Idiopathic\"", StringComparison.Ordinal));
        var unchanged = Offer(article with { Link = "https://kffhealthnews.org/a" }, ShareTone.Plain);
        Assert.Contains(unchanged.Warnings, warning => warning.EndsWith("Its publisher wants its words left as they are.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sunburn symptoms: how sunburn makes your skin grow old", "How sunburn makes your skin grow old")]
    [InlineData("Explained: Why your sunscreen fails on the beach by noon", "Why your sunscreen fails on the beach by noon")]
    [InlineData("Sunburn can hit vaccinated people too: 7 signs of sunburn to watch for if you had the jab", null)]
    [InlineData("World Prostate Day 2020: Check your skin for signs of sunburn at home", null)]
    [InlineData("Sunscreen: 7 signs to watch out for at the beach", null)]
    [InlineData("Sunburn care at home for families: Study", null)]
    [InlineData("Study: How sunburn makes your skin grow old", null)]
    [InlineData("Dr Example: How sunburn makes your skin grow old", null)]
    [InlineData("Sunburn: 7 cures for sunburn that work at home?", null)]
    [InlineData("Sunburn myths: how sunburn makes your skin grow old", null)]
    [InlineData("How sunburn makes your skin grow old", null)]
    public void A_label_can_be_left_out_where_it_says_no_more_than_the_rest(string title, string? expected) => Assert.Equal(expected, TitleParts.WithoutLabel(Article(title, "")));

    [Theory]
    [InlineData("Untreated hypertension harms the heart.", "en", "Untreated high blood pressure harms the heart.")]
    [InlineData("Hypertension is common.", "en", "High blood pressure is common.")]
    [InlineData("Ask about portal hypertension.", "en", "Ask about portal hypertension.")]
    [InlineData("Myocardial infarction (MI) is common.", "en", "Myocardial infarction (MI) is common.")]
    [InlineData("Doctors call it hypertension, a term few know.", "en", "Doctors call it hypertension, a term few know.")]
    [InlineData("It is extra-hepatic.", "en", "It is extra-hepatic.")]
    [InlineData("Hypertension Canada says so.", "en", "Hypertension Canada says so.")]
    [InlineData("It is the Journal of Hypertension.", "en", "It is the Journal of Hypertension.")]
    [InlineData("Many have hypertension, or high blood pressure.", "en", "Many have hypertension, or high blood pressure.")]
    [InlineData("It may lead to cardiovascular disease.", "en", "It may lead to heart and blood vessel disease.")]
    [InlineData("Neurologists see more of it.", "en", "Brain and nerve doctors see more of it.")]
    [InlineData("Hypothyroidism makes people tired.", "en", "Underactive thyroid makes people tired.")]
    [InlineData("It may end in cardiac arrest.", "en", "It may end in cardiac arrest.")]
    [InlineData("Eosinophils fight worms.", "en", "Eosinophils fight worms.")]
    [InlineData("La hipertensión daña el corazón.", "es", "La presión alta daña el corazón.")]
    [InlineData("La hipertensión portal daña el hígado.", "es", "La hipertensión portal daña el hígado.")]
    [InlineData("Bluthochdruck ist Hypertension.", "de", "Bluthochdruck ist Hypertension.")]
    public void A_term_is_swapped_only_for_another_name_of_the_same(string sentence, string language, string expected) =>
        Assert.Equal(expected, PlainSwaps.In(sentence, language));

    [Theory]
    [InlineData("medlineplus.gov", null, "en", "Information from MedlinePlus.gov")]
    [InlineData("news.example", "medlineplus.gov", "es", "Información de MedlinePlus.gov")]
    [InlineData("notmedlineplus.gov", null, "en", "Source: Example Health")]
    [InlineData("kffhealthnews.org", null, "en", "Source: KFF Health News")]
    [InlineData("theconversation.com", null, "es", "Fuente: The Conversation")]
    public void The_source_is_named_as_its_terms_ask(string host, string? feedHost, string language, string expected) =>
        Assert.Contains(expected, Offer(Article("The flu", "It is here.", language, host), ShareTone.Plain, feedHost: feedHost).CopyText, StringComparison.Ordinal);

    [Fact]
    public void The_words_of_a_publisher_that_wants_them_unchanged_stay() => Assert.Contains(
        "Hypertension is common.", Offer(Article("The flu", "Hypertension is common.", host: "kffhealthnews.org"), ShareTone.Plain).CopyText, StringComparison.Ordinal);

    [Fact]
    public void Such_words_stay_in_one_piece_too()
    {
        var title = $"How to sleep better {string.Concat(Enumerable.Repeat("each and every night ", 15))}".Trim();
        const string hard = "Cardiovascular rehabilitation interventions demonstrate considerable physiological improvements throughout heterogeneous populations.";
        var article = Article(title, $"Rest is good. {hard} Go to bed at ten each night.", host: "kffhealthnews.org");
        Assert.Equal(ShareTone.Plain, Assert.Single(Offer(article, ShareTone.Question).Draft.Tones));
        var offer = Offer(article, ShareTone.Plain, "x");
        Assert.Equal(title, FirstLine(offer));
        Assert.Contains(offer.Warnings, warning => warning.StartsWith("It is too long", StringComparison.Ordinal));
        Assert.DoesNotContain("Go to bed", Offer(article with { Title = "Sleep" }, ShareTone.Plain, grade: 5).CopyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Colleagues_get_the_articles_own_words_whatever_their_grade()
    {
        var technical = Article("Hypertension in adults", "Pharmacological antihypertensive interventions demonstrate considerable cardiovascular risk reductions.") with
        {
            Assessment = new Assessment(0.1, 16, ArticleAudience.Colleagues, [], "m1"),
        };
        var offer = Offer(technical, ShareTone.Plain, "linkedin");
        Assert.StartsWith("For health professionals: Hypertension in adults", offer.CopyText, StringComparison.Ordinal);
        Assert.Contains("Pharmacological", offer.CopyText, StringComparison.Ordinal);
        Assert.Null(offer.Draft.TargetGrade);
    }

    [Fact]
    public void Every_tone_fits_every_network()
    {
        var article = Article(
            "How to keep your skin safe in the sun when you are out all day with your friends and family",
            string.Concat(Enumerable.Repeat("What does sunscreen do? It blocks the rays that burn. Put on sunscreen every two hours, and wear a hat with a wide brim. ", 4)));
        foreach (var channel in ShareChannel.All)
        {
            foreach (var tone in ShareTones.All)
            {
                var offer = Offer(article, tone, channel.Slug);
                Assert.Equal(tone, offer.Draft.Tone);
                Assert.True(offer.Counted <= channel.Comfortable + (channel.LinkInText ? 0 : offer.Link.Length), $"{channel.Slug} {tone}: {offer.Counted}");
                Assert.Equal(channel.Hashtags, offer.CopyText.Contains('#', StringComparison.Ordinal));
            }
        }
    }
}

using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Sharing;

namespace Wellread.Tests.Sharing;

public sealed class ShareTonesTests
{
    private static readonly Practice Practice = new() { Id = "green-lane", Languages = ["en", "es"] };

    private static Article Article(string title, string summary, string language = "en", string host = "news.example") => new()
    {
        Id = "art_1",
        Link = $"https://{host}/a",
        Title = title,
        Summary = summary,
        Language = language,
        Topics = ["sun-and-skin", "vaccines"],
        Source = new ArticleSource("feed_1", "Example Health", PublisherType.News, FeedAudience.Consumer),
        Published = DateTimeOffset.UnixEpoch,
        FirstSeen = DateTimeOffset.UnixEpoch,
    };

    private static ShareOffer Offer(Article article, ShareTone tone, string channel = "facebook", double grade = 8, string? feedHost = null) => ShareLinks.For(
        article, new ShareWish(ShareChannel.Find(channel)!, Practice with { TargetGrade = grade }) { Tone = tone, FeedHost = feedHost })!;

    private static string FirstLine(ShareOffer offer) => offer.CopyText.Split('\n')[0];

    [Theory]
    [InlineData("How much water do you need?", "Most people need six cups a day.", "en", "How much water do you need?")]
    [InlineData("Flu shots", "Can a flu shot give you the flu? No, it can't.", "en", "Can a flu shot give you the flu?")]
    [InlineData("How to sleep better", "Go to bed at the same time each night.", "en", "Do you know how to sleep better?")]
    [InlineData("How to Prevent Lyme Disease", "Check your skin for ticks.", "en", "How to Prevent Lyme Disease: do you know?")]
    [InlineData("What to do about hay fever", "Close the windows in the morning.", "en", "Do you know what to do about hay fever?")]
    [InlineData("Hay fever season", "What is hay fever? It is an allergy to pollen.", "en", "What is hay fever?")]
    [InlineData("Cómo dormir mejor", "Acuéstese a la misma hora cada noche.", "es", "¿Sabe usted cómo dormir mejor?")]
    [InlineData("How much water do you need?", "", "en", "How much water do you need?")]
    [InlineData("Diaper rash: What causes it?", "", "en", "Diaper rash: What causes it?")]
    [InlineData("Dental phobia: How to overcome fear of the dentist", "None of us like it.", "en", "Do you know how to overcome fear of the dentist?")]
    [InlineData("La gripe: ¿qué es?", "", "es", "La gripe: ¿qué es?")]
    [InlineData("La alergia", "¿Qué es la alergia? Es una reacción del cuerpo.", "es", "¿Qué es la alergia?")]
    public void A_question_is_the_articles_own(string title, string summary, string language, string expected)
    {
        var offer = Offer(Article(title, summary, language), ShareTone.Question);
        Assert.Equal(ShareTone.Question, offer.Draft.Tone);
        Assert.Equal(expected, FirstLine(offer));
    }

    [Theory]
    [InlineData("Do you have diabetes?", "Get tested.")]
    [InlineData("Hay fever", "Are you always sneezing? It may be pollen.")]
    [InlineData("Hay fever", "\"Why me?\" she asked. It is the pollen.")]
    [InlineData("Hay fever", "Why did my doctor say no? I never asked.")]
    [InlineData("Hay fever", "It comes in spring. What can be done?")]
    [InlineData("Can coffee cure hay fever?", "A new study looks at coffee.")]
    [InlineData("Hay fever", "How many times have you sneezed today? It may be pollen.")]
    [InlineData("Why this fruit is so good", "It has many vitamins.")]
    [InlineData("Hay fever comes early", "Pollen counts are high.")]
    [InlineData("Why are so many people sick", "The flu is here.")]
    [InlineData("When it's not long, but medium COVID?", "It lasts for weeks.")]
    [InlineData("How to live longer: the best sport - what is it?", "It is tennis.")]
    [InlineData("How to make a mask after new rules revealed", "Take a cloth.")]
    [InlineData("My three losses: why is it so hidden?", "Nobody speaks of it.")]
    [InlineData("Study: Which message won over most people?", "It was a short one.")]
    [InlineData("¿Tiene usted diabetes?", "Hágase una prueba.")]
    public void Without_a_question_that_fits_everyone_the_text_is_plain_and_says_so(string title, string summary)
    {
        var offer = Offer(Article(title, summary, title.StartsWith('¿') ? "es" : "en"), ShareTone.Question);
        Assert.Equal(ShareTone.Plain, offer.Draft.Tone);
        Assert.Equal(title, FirstLine(offer));
        Assert.Contains(offer.Warnings, warning => warning.StartsWith("The article has no question", StringComparison.Ordinal));
        Assert.DoesNotContain(ShareTone.Question, offer.Draft.Tones);
    }

    [Theory]
    [InlineData("Flu season is here. Wash your hands often.", "en", "Tip: Wash your hands often.")]
    [InlineData("Talk to your doctor about a flu shot.", "en", "Tip: Talk to your doctor about a flu shot.")]
    [InlineData("Do not share cups or forks.", "en", "Tip: Do not share cups or forks.")]
    [InlineData("Adults should sleep at least seven hours.", "en", "Tip: Adults should sleep at least seven hours.")]
    [InlineData("Breathe in slowly through your nose.", "en", "Tip: Breathe in slowly through your nose.")]
    [InlineData("Offer your child water with meals.", "en", "Tip: Offer your child water with meals.")]
    [InlineData("Let your child pick a fruit.", "en", "Tip: Let your child pick a fruit.")]
    [InlineData("Don't share towels at the gym.", "en", "Tip: Don't share towels at the gym.")]
    [InlineData("Get a flu shot this winter.", "en", "Tip: Get a flu shot this winter.")]
    [InlineData("Remember that a burn can come through clouds.", "en", "Tip: Remember that a burn can come through clouds.")]
    [InlineData("Walk every day after meals.", "en", "Tip: Walk every day after meals.")]
    [InlineData("La gripe llega en otoño. Lávese las manos con agua y jabón.", "es", "Consejo: Lávese las manos con agua y jabón.")]
    [InlineData("No fume en casa.", "es", "Consejo: No fume en casa.")]
    public void A_tip_is_a_sentence_of_advice_from_the_article(string summary, string language, string expected)
    {
        var offer = Offer(Article(language == "es" ? "La gripe" : "The flu", summary, language), ShareTone.Tip);
        Assert.Equal(ShareTone.Tip, offer.Draft.Tone);
        Assert.Equal(expected, FirstLine(offer));
        Assert.Contains(language == "es" ? "Lea más: La gripe" : "Read more: The flu", offer.CopyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The flu", "Exercise lowers blood pressure.", "en")]
    [InlineData("The flu", "Sleep is good for the heart.", "en")]
    [InlineData("The flu", "Use of opioids is rising.", "en")]
    [InlineData("The flu", "Exercise in old age keeps people well.", "en")]
    [InlineData("The flu", "Call to protect nurses grows.", "en")]
    [InlineData("The flu", "Men should have one drink, say new rules.", "en")]
    [InlineData("The flu", "Wash your hands and then ...", "en")]
    [InlineData("The flu", "Get the latest stories by mail.", "en")]
    [InlineData("Wash your hands now", "It is flu season.", "en")]
    [InlineData("The flu", "Learn more on the next page.", "en")]
    [InlineData("The flu", "Get our newsletter every week.", "en")]
    [InlineData("The flu", "Try these five ideas.", "en")]
    [InlineData("The flu", "\"Drink bleach,\" a man said.", "en")]
    [InlineData("The flu", "It is a myth. Take garlic for the flu.", "en")]
    [InlineData("Five myths about the flu", "Take garlic every day.", "en")]
    [InlineData("The flu", "Don't expect a baby boom now.", "en")]
    [InlineData("The flu", "Don't let the flu get you down.", "en")]
    [InlineData("The flu", "Avoid him like the plague!", "en")]
    [InlineData("The flu", "Try this face pack at home.", "en")]
    [InlineData("The flu", "Pour that cup down the drain.", "en")]
    [InlineData("The flu", "Eat salt with your food if you are dizzy: Dr Example.", "en")]
    [InlineData("The flu", "Take garlic each day. That is not true.", "en")]
    [InlineData("The flu", "Take garlic each day. But there is no proof that it hel ...", "en")]
    [InlineData("The flu", "Researchers should look into it.", "en")]
    [InlineData("La gripe", "Reduce el riesgo de infarto.", "es")]
    [InlineData("La gripe", "Coma diabético: qué es y qué no.", "es")]
    public void What_is_no_advice_is_no_tip(string title, string summary, string language)
    {
        var offer = Offer(Article(title, summary, language), ShareTone.Tip);
        Assert.Equal(ShareTone.Plain, offer.Draft.Tone);
        Assert.Contains(offer.Warnings, warning => warning.StartsWith("The article gives no advice", StringComparison.Ordinal));
    }

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
        Assert.Equal(body, Offer(Article("The flu is here", summary), ShareTone.Plain).CopyText.Split("\n\n")[1]);

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
        Assert.Contains(offer.Warnings, warning => warning.Contains("above your grade 8", StringComparison.Ordinal));
    }

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

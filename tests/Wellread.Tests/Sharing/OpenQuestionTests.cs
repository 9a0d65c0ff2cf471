using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Practices;
using Wellread.Scoring;
using Wellread.Sharing;
using Wellread.Sharing.Questions;

namespace Wellread.Tests.Sharing;

public sealed class OpenQuestionTests
{
    private static Article Article(string title, string topic, string summary = "", string language = "en", string id = "art_1") => new()
    {
        Id = id,
        Link = "https://news.example/a",
        Title = title,
        Summary = summary,
        Language = language,
        Topics = [topic],
        Source = new ArticleSource("feed_1", "Example Health", PublisherType.News, FeedAudience.Consumer),
        Published = DateTimeOffset.UnixEpoch,
        FirstSeen = DateTimeOffset.UnixEpoch,
    };

    private static ShareOffer Offer(Article article, string channel = "facebook", ShareTone tone = ShareTone.Question) =>
        ShareLinks.For(article, new ShareWish(ShareChannel.Find(channel)!, new Practice { Id = "green-lane", Languages = ["en", "es"] }) { Tone = tone })!;

    private static string[] Paragraphs(ShareOffer offer) => offer.CopyText.Split("\n\n");

    [Theory]
    [InlineData("Simple ways to sleep better", "sleep", "en", "What helps people sleep well?|What makes for a good night?|How can people get more rest?")]
    [InlineData("Small changes may improve sleep", "sleep", "en", "What shapes how people sleep?|Why is sleep worth a closer look?|What should people know about sleep?")]
    [InlineData("Walking may lower the risk of a heart attack", "heart", "en", "What should people know about the risk of a heart attack?|What is worth knowing about the risk of a heart attack?|What is there to know about the risk of a heart attack?")]
    [InlineData("Tea and stroke risk: a new study", "stroke", "en", "What did one study find out about the risk of a stroke?|What does one study say about the risk of a stroke?")]
    [InlineData("A new way of treating heart attacks", "heart", "en", "What should people know about heart attacks?|What is worth knowing about heart attacks?|What is there to know about heart attacks?")]
    [InlineData("Un derrame cerebral puede dañar", "stroke", "es", "¿Qué conviene saber sobre los derrames cerebrales?|¿Qué hay que saber sobre los derrames cerebrales?|¿Qué vale la pena saber sobre los derrames cerebrales?")]
    [InlineData("Caminar baja el riesgo de sufrir un infarto", "heart", "es", "¿Qué conviene saber sobre el riesgo de un infarto?|¿Qué hay que saber sobre el riesgo de un infarto?|¿Qué vale la pena saber sobre el riesgo de un infarto?")]
    [InlineData("Heart attack: the warning signs", "heart", "en", "What are the signs of a heart attack?|What signs of a heart attack should people know?")]
    [InlineData("Short naps may help memory, study finds", "sleep", "en", "What did one study find out about naps?|What does one study say about naps?")]
    [InlineData("Review of studies: tea and blood pressure", "blood-pressure", "en", "What do studies say about blood pressure?|What have studies found out about blood pressure?")]
    [InlineData("Researchers look at new ways to spot dementia", "memory-and-dementia", "en", "What are researchers finding out about dementia?|What are scientists learning about dementia?")]
    [InlineData("Five ways to ease migraines", "headaches", "en", "What can help people with migraines?|What helps people cope with migraines?")]
    [InlineData("Easy steps to prevent a stroke", "stroke", "en", "What can help prevent a stroke?|How can people guard against a stroke?")]
    [InlineData("Consejos para dormir mejor", "sleep", "es", "¿Qué ayuda a dormir bien?|¿Cómo descansar mejor?|¿Qué hace falta para una buena noche?")]
    [InlineData("Ictus: los síntomas que conviene conocer", "stroke", "es", "¿Cuáles son los síntomas de un derrame cerebral?|¿Qué síntomas de un derrame cerebral conviene conocer?")]
    [InlineData("Síntomas del asma en los niños", "lungs", "es", "¿Cuáles son los síntomas de el asma?|¿Qué síntomas de el asma conviene conocer?")]
    public void A_question_follows_what_the_title_gives(string title, string topic, string language, string expected)
    {
        var offer = Offer(Article(title, topic, language: language));
        Assert.Equal(ShareTone.Question, offer.Draft.Tone);
        Assert.Contains(Paragraphs(offer)[0], expected.Replace(" de el ", " del ", StringComparison.Ordinal).Split('|'));
        Assert.Equal(title, Paragraphs(offer)[1]);
    }

    [Theory]
    [InlineData("Three dead after flu outbreak at school", "colds-and-flu", "deaths")]
    [InlineData("Flu outbreak spreads across the state", "colds-and-flu", "outbreak")]
    [InlineData("Spinach recalled over listeria worries, experts explain", "food-safety", "alarm")]
    [InlineData("Governor signs bill on heart screening in schools", "heart", "politics or business")]
    [InlineData("Woman shares how walking helps with her diabetes", "diabetes", "story")]
    [InlineData("Ada Example enjoys tea for better sleep", "sleep", "name")]
    [InlineData("'I could not sleep': how the clinic helps", "sleep", "story")]
    [InlineData("New drug helps mice sleep better", "sleep", "tests in animals")]
    [InlineData("Five sleep myths that may hurt", "sleep", "myths")]
    [InlineData("Do you have diabetes?", "diabetes", "asks readers")]
    [InlineData("Correction: How to sleep better", "sleep", "correction")]
    [InlineData("Win tickets to the better sleep show!", "sleep", "exclamation mark")]
    [InlineData("How to keep calm", "sleep", "does not name its subject")]
    [InlineData("Smog in the valley", "environment", "no word, such as how")]
    [InlineData("This spice may lower blood sugar", "diabetes", "\"This spice\"")]
    [InlineData("And no, better sleep is not a waste", "sleep", "middle of a sentence")]
    [InlineData("Shocking fact: poor sleep may raise blood sugar", "sleep", "\"Shocking\"")]
    [InlineData("They're better at sleep and it may help", "sleep", "middle of a sentence")]
    [InlineData("Most of 's better sleep tips", "sleep", "lost some of its words")]
    [InlineData("How it may help to sleep better, from .", "sleep", "lost some of its words")]
    [InlineData("Pfizer says what may help people sleep", "sleep", "politics or business")]
    [InlineData("See what may help you sleep better", "sleep", "advertisement")]
    public void Above_bad_news_and_what_it_does_not_fit_stands_no_question(string title, string topic, string why)
    {
        var article = Article(title, topic);
        if (Question.From(title, "en", null) is not null) article = article with { Title = title.Replace("How to", "Ways to", StringComparison.Ordinal) };
        var offer = Offer(article);
        Assert.Equal(ShareTone.Plain, offer.Draft.Tone);
        var missing = Assert.Single(offer.Draft.Missing, missing => missing.Tone == ShareTone.Question);
        Assert.True(missing.Reason.Contains(why, StringComparison.Ordinal), missing.Reason);
        Assert.Contains(offer.Warnings, warning => warning.StartsWith(missing.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sensitive_article_and_one_for_colleagues_have_none()
    {
        var article = Article("What helps people sleep after a loss", "sleep") with { Title = "Sleep and low mood may be linked" };
        Assert.Contains("sensitive", NoQuestion(article with { SensitiveTopics = ["suicide"] }), StringComparison.Ordinal);
        Assert.Contains("health workers", NoQuestion(article with { Assessment = new Assessment(0.1, 16, ArticleAudience.Colleagues, [], "m1") }), StringComparison.Ordinal);
        Assert.Contains("neither English nor Spanish", NoQuestion(article with { Language = "de" }), StringComparison.Ordinal);

        static string NoQuestion(Article article) => Offer(article).Draft.Missing.First(missing => missing.Tone == ShareTone.Question).Reason;
    }

    [Fact]
    public void An_article_keeps_its_question_and_others_have_others()
    {
        var questions = Enumerable.Range(0, 40).Select(i => Paragraphs(Offer(Article("Simple ways to sleep better", "sleep", id: $"art_{i}")))[0]).ToList();
        Assert.Equal(questions, Enumerable.Range(0, 40).Select(i => Paragraphs(Offer(Article("Simple ways to sleep better", "sleep", id: $"art_{i}")))[0]));
        Assert.Equal(3, questions.Distinct().Count());
    }

    [Fact]
    public void A_title_that_asks_itself_keeps_its_own_question() =>
        Assert.Equal("Do you know how to sleep better?", Paragraphs(Offer(Article("How to sleep better", "sleep")))[0]);

    [Fact]
    public void Where_a_network_has_no_room_the_reason_says_so()
    {
        var title = $"Small changes may improve sleep {string.Concat(Enumerable.Repeat("in the long nights of winter ", 8))}".Trim();
        var missing = Offer(Article(title, "sleep"), "x").Draft.Missing;
        Assert.Contains(missing, one => one.Tone == ShareTone.Question && one.Reason == "There is no room for a question on X.");
        Assert.DoesNotContain(Offer(Article(title, "sleep"), "email").Draft.Missing, one => one.Tone == ShareTone.Question);
    }

    [Fact]
    public void Every_topic_has_a_place_in_the_list_and_every_subject_a_topic()
    {
        var listed = EmbeddedText.Read("Questions.topic-questions.txt").Split('\n').Where(line => line.StartsWith('[')).Select(line => line[1..line.IndexOf(']', StringComparison.Ordinal)]);
        Assert.Equal(TopicCatalog.All.Select(topic => topic.Slug).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.All(TermLexicon.Parse(EmbeddedText.Read("Questions.subjects.txt")).Sections, subject => Assert.NotNull(TopicCatalog.Find(subject.Slug)));
        Assert.All(TermLexicon.Parse(EmbeddedText.Read("Questions.subjects.txt")).Sections, subject => Assert.InRange(subject.Names.Length, 2, 5));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_question_is_easy_open_and_asks_nobody_about_themselves(string language)
    {
        foreach (var question in AllQuestions(language))
        {
            Assert.EndsWith("?", question, StringComparison.Ordinal);
            Assert.Equal(language == "es", question.StartsWith('¿'));
            Assert.DoesNotMatch(@"(?i)\b(you|your|i|my|usted|su|tu|tus|tiene|tienes)\b|^(Is|Are|Do|Does|Can)\b| (de|a) el |\{", question);
            Assert.InRange(question.Split(' ').Length, 3, 14);
        }
        // A formula says little of six words of which one is the illness, so they are graded together.
        var together = string.Join(' ', AllQuestions(language));
        Assert.True(GradeOf(together, language) <= 6, $"{GradeOf(together, language):0.0}");
    }

    private static double GradeOf(string question, string language)
    {
        if (language == "es") return SpanishFormula.Level(SpanishFormula.Count(question, "")).RoughGrade;
        EnglishFormula.Probability(question, "", out var counts);
        return ReadingLevel.English(counts).RoughGrade;
    }

    private static IEnumerable<string> AllQuestions(string language) =>
        TopicCatalog.All.SelectMany(topic => Enum.GetValues<QuestionKind>().SelectMany(kind => TopicQuestions.Of(topic.Slug, language, kind)));
}

using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class TopicTaggerTests
{
    private static string[] Tag(string title, string text = "", string language = "en", string[]? feed = null) =>
        [.. TopicTagger.Tag(title, text, language, [], feed ?? [])];

    [Fact]
    public void The_catalog_has_a_name_in_both_languages_for_every_topic()
    {
        Assert.True(TopicCatalog.All.Length >= 40);
        Assert.All(TopicCatalog.All, topic =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", topic.Slug);
            Assert.NotEmpty(topic.English);
            Assert.NotEmpty(topic.Spanish);
        });
        Assert.Equal(TopicCatalog.All.Length, TopicCatalog.All.Select(topic => topic.Slug).Distinct().Count());
        Assert.Null(TopicCatalog.Find("no-such-topic"));
    }

    [Theory]
    [InlineData("How to choose a sunscreen for your child", "sun-and-skin")]
    [InlineData("Why am I always tired? Try these sleep habits", "sleep")]
    [InlineData("Five foods that help lower blood pressure", "blood-pressure")]
    [InlineData("Getting your flu shot: what to know", "colds-and-flu")]
    [InlineData("Brushing twice a day keeps cavities away", "dental")]
    public void An_english_title_gives_its_topic(string title, string topic) => Assert.Contains(topic, Tag(title));

    [Theory]
    [InlineData("Cómo elegir un protector solar para los niños", "sun-and-skin")]
    [InlineData("Cinco hábitos para dormir mejor", "sleep")]
    [InlineData("Qué comer con la presión arterial alta", "blood-pressure")]
    [InlineData("La diabetes tipo 2 se puede prevenir", "diabetes")]
    public void A_spanish_title_gives_its_topic(string title, string topic) => Assert.Contains(topic, Tag(title, language: "es"));

    [Theory]
    [InlineData("en", "Eat more fruit", "nutrition")]
    [InlineData("en", "Drink more water", "nutrition")]
    [InlineData("en", "Walk every day", "exercise")]
    [InlineData("en", "Sleep eight hours", "sleep")]
    [InlineData("en", "No miracle cure for the common cold", "colds-and-flu")]
    [InlineData("en", "Your child ate a laundry pod: what to do", "first-aid")]
    [InlineData("en", "Rats and hantavirus: how to protect your family", "infections")]
    [InlineData("en", "How to get your child to brush twice a day", "dental")]
    [InlineData("en", "If your partner hits you: how to stay safe", "violence")]
    [InlineData("es", "Lávese las manos", "infections")]
    [InlineData("es", "Coma más fruta", "nutrition")]
    [InlineData("es", "Su hijo bebió lejía: qué hacer", "first-aid")]
    [InlineData("es", "Si su pareja le pega: cómo pedir ayuda", "violence")]
    public void A_plain_line_gives_its_topic(string language, string title, string topic) => Assert.Contains(topic, Tag(title, language: language));

    [Fact]
    public void Whom_it_is_for_does_not_hide_what_it_is_about() =>
        Assert.Contains("dental", Tag("Tips for your child", "Visit the dentist twice a year. Use a soft toothbrush. Floss your teeth."));

    [Fact]
    public void Feet_are_no_joints_where_diabetes_is_the_reason() =>
        Assert.Equal(["diabetes"], Tag("Check your feet every day if you have diabetes", "Look for cuts and sores on your feet."));

    [Theory]
    [InlineData("en", "Lonely evenings are worse than smoking", "mental-health", "smoking")]
    [InlineData("es", "Dolor en el pecho al subir escaleras", "heart", "womens-health")]
    public void A_word_in_passing_gives_none(string language, string title, string topic, string other)
    {
        Assert.Contains(topic, Tag(title, language: language));
        Assert.DoesNotContain(other, Tag(title, language: language));
    }

    [Fact]
    public void Where_nothing_says_enough_the_foremost_of_the_title_is_taken() =>
        Assert.Equal(["digestion"], Tag("The little helpers in your gut that you have never heard anything about", "Scientists count them."));

    [Fact]
    public void Everyday_words_give_a_topic_where_something_else_says_that_it_is_of_health()
    {
        const string Title = "Lentil salad with roasted peppers";
        Assert.Empty(Tag(Title));
        Assert.Equal(["nutrition"], [.. TopicTagger.TagOfHealth(FoldedWords.From(Title), FoldedWords.From(""), "en", [])]);
        Assert.Empty(TopicTagger.TagOfHealth(FoldedWords.From("Shares fall as the bank cuts jobs"), FoldedWords.From(""), "en", []));
    }

    [Fact]
    public void What_kind_of_study_it_is_takes_no_topic_away()
    {
        const string Title = "Association of statin therapy with incident type 2 diabetes mellitus";
        Assert.Equal(Tag(Title), Tag($"{Title}: an individual participant data meta-analysis"));
    }

    [Theory]
    [InlineData("Senate votes on the budget after a long night")]
    [InlineData("Striker scores twice as City win at home")]
    [InlineData("A stroke of luck for the market's heart of gold")]
    [InlineData("Shares fall as the bank cuts jobs")]
    [InlineData("Viral video shows a dancing bear")]
    public void General_news_gives_none(string title) => Assert.Empty(Tag(title));

    [Fact]
    public void The_strongest_topic_comes_first()
    {
        var topics = Tag("Exercise and type 2 diabetes", "Diabetes raises blood sugar. Walking after meals lowers blood sugar.");
        Assert.Equal("diabetes", topics[0]);
        Assert.Contains("exercise", topics);
    }

    [Fact]
    public void A_feeds_own_topic_needs_less() =>
        Assert.Equal(["heart"], Tag("News from our clinic", "What the heart needs.", feed: ["heart"]));

    [Fact]
    public void A_text_without_a_title_says_by_itself_what_it_is_about()
    {
        const string Text = "Ask your doctor about hay fever if your eyes itch every spring.";
        Assert.Contains("allergies", Tag("", Text));
        Assert.DoesNotContain("allergies", Tag("Our clinic opens a second door", Text));
    }

    [Fact]
    public void No_term_reaches_across_a_sentence() => Assert.DoesNotContain("heart", Tag("She lost heart. Attack ads ran on."));
}

using Wellread.Sharing;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>Why a text has no question or tip: each reason can be seen in the article that it is given for.</summary>
public sealed class MissingTonesTests
{
    private const string Own = "The article has no question of its own that we can use, and ";
    private const string NoTip = "The article gives no tip that we can use: ";

    [Theory]
    [InlineData("Do you have sunburn?", "sun-and-skin", "its title asks readers about themselves.")]
    [InlineData("Is your heart in good shape?", "heart", "its title asks readers about themselves.")]
    [InlineData("Does salt really raise your blood pressure?", "blood-pressure", "its title asks a question itself, and two in a row sound odd.")]
    [InlineData("Are eggs bad for your heart?", "heart", "its title asks a question itself, and two in a row sound odd.")]
    [InlineData("Do braces hurt?", "dental", "its title asks a question itself, and two in a row sound odd.")]
    [InlineData("Type 2 diabetes", "diabetes", "its title has no word, such as how, why or signs, that tells what readers would learn.")]
    [InlineData("Flu shots at the town hall", "vaccines", "its title has no word, such as how, why or signs, that tells what readers would learn.")]
    [InlineData("Three dead of flu at a school", "colds-and-flu", "it says \"dead\", and a question above deaths or harm would sound careless.")]
    [InlineData("Spinach recall: what to know about food safety", "food-safety", "its title says \"recall\", and a question above an alarm would sound careless.")]
    [InlineData("New drug helps mice sleep better", "sleep", "its title says \"mice\", so it may tell of tests in animals or in a lab.")]
    [InlineData("Five sleep myths", "sleep", "its title says \"myths\", so a question above it could be answered wrongly.")]
    [InlineData("Senate looks at sleep and health", "sleep", "its title says \"Senate\", so it may be news on politics or business.")]
    [InlineData("A nurse on better sleep", "sleep", "its title says \"A nurse\", so it may tell one person's story.")]
    [InlineData("Ada Example enjoys better sleep", "sleep", "its title begins with what may be somebody's name.")]
    [InlineData("Better sleep helps the heart, a doctors' group claims", "sleep", "its title says \"claims\", so it may give somebody's words or story.")]
    [InlineData("'Better sleep' is what helps", "sleep", "its title may quote somebody.")]
    [InlineData("Sleep better tonight!", "sleep", "its title has an exclamation mark, as an advertisement has.")]
    [InlineData("Watch: better sleep", "sleep", "its title says \"Watch\", so it may speak of its own site.")]
    [InlineData("Ways to better sleep and...", "sleep", "its title is cut off.")]
    [InlineData("A better night", "heart", "its title does not name its subject in words that we know.")]
    public void A_question_is_missing_for_a_reason_that_can_be_seen(string title, string topic, string reason) => Assert.Equal(Own + reason, Why(title, "", topic, "en", ShareTone.Question));

    [Theory]
    [InlineData("La diabetes tipo 2", "diabetes", "its title has no word, such as how, why or signs, that tells what readers would learn.")]
    [InlineData("¿Tiene usted diabetes?", "diabetes", "its title asks readers about themselves.")]
    [InlineData("¿Es bueno el café para la presión alta?", "blood-pressure", "its title asks a question itself, and two in a row sound odd.")]
    [InlineData("Mi vida con diabetes", "diabetes", "its title says \"Mi\", so it may tell one person's story.")]
    [InlineData("Siete muertos por la gripe", "colds-and-flu", "it says \"muertos\", and a question above deaths or harm would sound careless.")]
    [InlineData("El ministro y la gripe", "colds-and-flu", "its title says \"ministro\", so it may be news on politics or business.")]
    public void So_it_is_in_Spanish(string title, string topic, string reason) => Assert.Equal(Own + reason, Why(title, "", topic, "es", ShareTone.Question));

    [Theory]
    [InlineData("Why your knees crack and when to see a doctor", "bones-and-joints", "en")]
    [InlineData("What these heart letters mean", "heart", "en")]
    [InlineData("Aspirin: why not to take it without a doctor", "medicines", "en")]
    [InlineData("Tips on how to stop snoring tonight", "sleep", "en")]
    [InlineData("What your son needs for healthy teeth", "dental", "en")]
    [InlineData("Cuide los dientes de leche de su hijo: consejos", "dental", "es")]
    [InlineData("¿Cuáles son los síntomas de la diabetes?", "diabetes", "es")]
    public void What_tells_nobodys_story_may_have_a_question(string title, string topic, string language) =>
        Assert.Contains(ShareTone.Question, Offer(Article(title, "", language) with { Topics = [topic] }, ShareTone.Plain).Draft.Tones);

    [Theory]
    [InlineData("The flu", "The flu comes in winter.", "en", "we found no sentence that is clearly advice and makes sense alone, and we never make one up.")]
    [InlineData("The flu", "", "en", "its feed gives no whole sentence beside the title that we can use, and the title is not clearly advice.")]
    [InlineData("Five mistakes in the flu season", "Take garlic every day.", "en", "its title says \"mistakes\", so what looks like advice may be what it warns of.")]
    [InlineData("The flu", "Eat garlic each day. That is not true.", "en", "what it advises is doubted or taken back in the sentence beside it.")]
    [InlineData("Die Grippe", "Waschen Sie die Hände.", "de", "it is in neither English nor Spanish.")]
    [InlineData("La gripe", "La gripe llega en otoño.", "es", "we found no sentence that is clearly advice and makes sense alone, and we never make one up.")]
    public void A_tip_is_missing_for_a_reason_that_can_be_seen(string title, string summary, string language, string reason) =>
        Assert.Equal(NoTip + reason, Why(title, summary, "colds-and-flu", language, ShareTone.Tip));

    [Fact]
    public void A_publisher_who_wants_its_words_unchanged_and_health_workers_are_reasons_too()
    {
        var article = Article("The flu", "Wash your hands often.", host: "www.kffhealthnews.org") with { Topics = ["colds-and-flu"] };
        Assert.Equal($"{NoTip}its publisher wants its words left as they are.", Why(article, ShareTone.Tip));
        var forColleagues = article with { Link = "https://news.example/a", Source = article.Source with { Audience = Wellread.Feeds.FeedAudience.Professional } };
        Assert.Equal($"{NoTip}it is for health workers, and advice to them is none to patients.", Why(forColleagues, ShareTone.Tip));
        Assert.Equal($"{Own}it is for health workers.", Why(forColleagues, ShareTone.Question));
    }

    [Fact]
    public void A_tip_never_stands_without_its_title()
    {
        var article = Article($"A hard season {string.Concat(Enumerable.Repeat("in the long nights of winter ", 8))}".Trim(), "Wash your hands often.") with { Topics = ["colds-and-flu"] };
        Assert.Equal("There is no room for a tip and its title on X.", Why(article, ShareTone.Tip, "x"));
        var hard = Article("Cardiovascular rehabilitation interventions demonstrate considerable physiological improvements", "Take a short walk each day.");
        Assert.Contains($"Read more: {hard.Title}", Offer(hard, ShareTone.Tip, grade: 5).CopyText, StringComparison.Ordinal);
    }

    private static string Why(string title, string summary, string topic, string language, ShareTone tone) => Why(Article(title, summary, language) with { Topics = [topic] }, tone);

    private static string Why(Wellread.Articles.Article article, ShareTone tone, string channel = "facebook") =>
        Assert.Single(Offer(article, tone, channel).Draft.Missing, one => one.Tone == tone).Reason;
}

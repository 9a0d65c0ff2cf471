using Wellread.Articles;
using Wellread.Sharing;
using Wellread.Sharing.Hashtags;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>Which hashtags a post has.</summary>
public sealed class PostHashtagsTests
{
    [Theory]
    [InlineData("Vaccines don't cause autism, doctors say", "autism-and-adhd,vaccines", "#Vaccines")]
    [InlineData("HPV vaccine cuts cervical cancer", "vaccines,womens-health", "#HPVVaccine #CervicalCancer")]
    [InlineData("Vitamin D pills do not prevent broken bones", "vitamins,bones-and-joints", "#VitaminD")]
    [InlineData("Can't sleep? What the clock has to do with it", "sleep,nutrition", "#SleepHealth")]
    [InlineData("Maker cuts the price of Ozempic", "weight,diabetes", "#GLP1")]
    [InlineData("Coffee drinkers may live longer", "nutrition,healthy-ageing", "#Coffee #Longevity")]
    [InlineData("Sunburn in children: what helps", "children,sun-and-skin", "#Sunburn #ChildrensHealth")]
    [InlineData("Heart attacks and a healthy heart", "heart,blood-pressure", "#HeartAttack")]
    [InlineData("Diet soda and your teeth", "nutrition,dental", "#OralHealth")]
    [InlineData("COVID-19 vaccine and the skeptics", "covid,vaccines", "#COVID19Vaccines")]
    [InlineData("The virus could burn out, a doctor hopes", "stress", "#Health")]
    [InlineData("Patients come off supplemental oxygen", "vitamins", "#Health")]
    [InlineData("Benign tumors are common", "cancer", "#Health")]
    [InlineData("A story to warm your heart", "heart", "#Health")]
    [InlineData("Smoking pot can change a brain", "smoking,addiction", "#Cannabis")]
    [InlineData("Fidgeting burns calories", "first-aid", "#Health")]
    [InlineData("A warm cup of bone broth", "bones-and-joints", "#Health")]
    [InlineData("Hearts mend at home with cardiac rehab", "addiction,heart", "#HeartHealth")]
    [InlineData("Nasal cavity cancer", "cancer,dental", "#Cancer")]
    [InlineData("Tea is safer than HIV drugs", "sexual-health,nutrition", "#Health")]
    [InlineData("Antidepressants and sleep", "depression-and-anxiety,sleep", "#Antidepressants #SleepHealth")]
    [InlineData("A quiet day in the garden", "cancer,blood", "#Health")]
    public void A_hashtag_is_what_the_title_is_about(string title, string topics, string expected) => Assert.Equal(expected, LastLine(title, "", "en", topics));

    [Theory]
    [InlineData("Cómo dormir mejor en el embarazo", "sleep,pregnancy", "#DormirBien #Embarazo")]
    [InlineData("La vacuna de la gripe llega en otoño", "vaccines,colds-and-flu", "#VacunaDeLaGripe")]
    [InlineData("El infarto en la mujer", "womens-health,heart", "#Infarto #SaludDeLaMujer")]
    [InlineData("Un día en el campo", "heart", "#Salud")]
    public void So_it_is_in_Spanish(string title, string topics, string expected) => Assert.Equal(expected, LastLine(title, "", "es", topics));

    [Fact]
    public void Where_the_title_names_nothing_the_first_sentence_may_say_the_strongest_topic()
    {
        Assert.Equal("#FluShots", LastLine("What to know this winter", "A flu shot keeps many people well. Wash your hands.", "en", "vaccines,infections"));
        Assert.Equal("#Health", LastLine("What to know this winter", "Wash your hands. A flu shot helps.", "en", "vaccines"));
        Assert.Equal("#Health", LastLine("What to know this winter", "A flu shot keeps many people well.", "en", "infections,vaccines"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_hashtag_is_one_in_CamelCase(string language)
    {
        Assert.All(PostHashtags.Names.Sections, section => Assert.NotNull(TopicCatalog.Find(section.Slug)));
        foreach (var tag in PostHashtags.Names.Sections.Select(section => PostHashtags.TagOf(section, language)))
        {
            Assert.Matches(@"^#(\p{Lu}[\p{Ll}\p{N}]*)+$", tag);
            Assert.Equal(tag, tag[Assert.Single(XHashtags.Find(tag))]);
            Assert.InRange(tag.Length, 3, 32);
        }
    }

    private static string LastLine(string title, string summary, string language, string topics) =>
        Offer(Article(title, summary, language) with { Topics = [.. topics.Split(',')] }, ShareTone.Plain).Draft.Text.Split('\n')[^1];
}

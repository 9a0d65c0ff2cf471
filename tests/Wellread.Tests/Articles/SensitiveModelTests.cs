using Wellread.Articles;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class SensitiveModelTests
{
    [Theory]
    [InlineData("Afraid to go home", "en", "abuse")]
    [InlineData("He checks her phone and counts the miles on her car", "en", "abuse")]
    [InlineData("She slit her wrists at fourteen", "en", "suicide")]
    [InlineData("She pushes food around her plate and says she has already eaten", "en", "eating-disorders")]
    [InlineData("No come para no engordar", "es", "eating-disorders")]
    [InlineData("Dice que se cayó otra vez por las escaleras", "es", "abuse")]
    public void What_is_told_without_its_name_is_held(string title, string language, string subject)
    {
        Assert.Empty(SensitiveTopics.FindByTerms(FoldedWords.From(title), language));
        Assert.Contains(subject, SensitiveTopics.In(title, "", language));
    }

    [Theory]
    [InlineData("How to choose a cutting board and keep it clean", "en")]
    [InlineData("A shot of vaccine protects babies", "en")]
    [InlineData("My child is afraid of needles", "en")]
    [InlineData("How much sleep does your child need?", "en")]
    [InlineData("Starving cancer cells of sugar: does it work?", "en")]
    [InlineData("An abortive migraine treatment works when taken early", "en")]
    [InlineData("Cómo dormir mejor en verano", "es")]
    [InlineData("Dieta mediterránea y memoria", "es")]
    [InlineData("Vacunarse en el embarazo protege al bebé", "es")]
    public void What_only_sounds_so_is_not(string title, string language) => Assert.Empty(SensitiveTopics.In(title, "", language));

    [Fact]
    public void What_only_the_model_finds_is_a_guess_and_what_words_say_is_not()
    {
        Assert.True(SensitiveTopics.IsGuess(Make.Article("Afraid to go home"), "abuse"));
        Assert.False(SensitiveTopics.IsGuess(Make.Article("Afraid to go home") with { Summary = "Domestic violence has many faces." }, "abuse"));
        Assert.False(SensitiveTopics.IsGuess(Make.Article("Afraid to go home"), "overdose"));
    }

    [Fact]
    public void The_place_is_the_sentence()
    {
        var article = Make.Article("News from the clinic") with { Summary = "We are open. He pinned me against the wall. Call us." };
        var span = Assert.Single(SensitiveTopics.PlacesOf(article, "abuse"));
        Assert.Equal("He pinned me against the wall", article.Summary[span.Start..span.End]);
    }

    [Fact]
    public void A_sentence_ends_at_a_full_stop_and_a_long_one_at_a_clause()
    {
        var words = FoldedWords.From($"One two. Version 2.5 is out, they say! {string.Concat(Enumerable.Repeat("word ", 45))}, end");
        Assert.Equal([2, 7, 45, 1], SensitiveSentences.In(words).Select(place => Enumerable.Range(place.Start, place.End - place.Start).Count(at => !words[at].IsEmpty)));
    }

    [Fact]
    public void Other_languages_are_left_alone() => Assert.Empty(SensitiveTopics.In("Afraid to go home", "", "de"));

    [Fact]
    public void A_model_is_what_was_written()
    {
        var features = SensitiveFeatures.Of(FoldedWords.From("afraid"), 0, 1, [], "en");
        var model = SensitiveModel.Read(SensitiveModel.Write([(Assert.Single(features.All), [-3f, 0, 0, 2, 0, 0, 0])], [1f, 0, 0, 0, 0, 0, 0]));
        var (likely, subject) = model.Judge(features);
        var sensitive = Math.Exp(2) + 5;
        Assert.Equal(sensitive / (sensitive + Math.Exp(-2)), likely, 4);
        Assert.Equal(2, subject);
    }

    [Fact]
    public void Half_a_model_is_none() => Assert.Throws<FormatException>(() => SensitiveModel.Read(new byte[70]));
}

using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("Five easy ways to lower your blood pressure", "en")]
    [InlineData("Cómo dormir mejor cuando hace calor", "es")]
    [InlineData("Los beneficios de caminar para el corazón", "es")]
    [InlineData("Les bienfaits de la marche pour le cœur et les poumons", "fr")]
    [InlineData("Warum Schlaf für die Gesundheit so wichtig ist", "de")]
    [InlineData("Por que dormir bem é importante para a sua saúde", "pt")]
    [InlineData("Perché il sonno è importante per la salute del cuore", "it")]
    [InlineData("Почему важен сон", "ru")]
    [InlineData("睡眠が大切な理由", "ja")]
    [InlineData("为什么睡眠很重要", "zh")]
    public void A_language_is_told_by_its_small_words_and_letters(string text, string expected) =>
        Assert.Equal(expected, LanguageDetector.Detect(text, fallback: null));

    [Theory]
    [InlineData("Vitamina D", "es-MX", "es")]
    [InlineData("Melanoma", "en_US", "en")]
    [InlineData("Melanoma", null, "en")]
    public void Too_short_a_text_has_its_feeds_language(string text, string? feed, string expected) =>
        Assert.Equal(expected, LanguageDetector.Detect(text, feed));

    [Fact]
    public void A_feed_that_names_the_wrong_language_is_not_believed() =>
        Assert.Equal("es", LanguageDetector.Detect("Qué comer para cuidar el corazón y la presión", "en"));

    [Theory]
    [InlineData("en", "A healthy heart")]
    [InlineData("en", "Flu shots")]
    [InlineData("en", "")]
    [InlineData("en", "💧💧")]
    [InlineData("en", "No smoking")]
    [InlineData("en", "No sugar added")]
    [InlineData("en", "Back pain")]
    [InlineData("en", "Melanoma")]
    [InlineData("en", "Diabetes")]
    [InlineData("en", "Stop smoking: no excuses")]
    [InlineData("es", "Gripe")]
    [InlineData("es", "No fumar")]
    [InlineData("es", "Dolor de espalda")]
    [InlineData("es", "Vacunas gratis")]
    [InlineData("es", "Embarazo")]
    [InlineData("es", "Dientes sanos")]
    [InlineData("es", "No deje sus medicinas")]
    [InlineData("en", "Ha, what a good day!")]
    [InlineData("en", "No-show list: Peterson at 9, Walsh at 10:30")]
    [InlineData("en", "See you Thursday!")]
    [InlineData("es", "Adiós, caries")]
    [InlineData("es", "Se busca enfermera. Mande su solicitud a la oficina")]
    [InlineData("pt", "Obrigada, Seu Carlos, a consulta correu bem")]
    [InlineData("fr", "Merci Jeanne, votre genou va mieux")]
    [InlineData("nl", "Bedankt, de knie is weer goed")]
    [InlineData("es", "Salud para todos")]
    [InlineData("es", "Corazón sano")]
    [InlineData("es", "Camine diez minutos cada día")]
    [InlineData("de", "Wie viel Wasser soll man am Tag trinken und was ist gut für das Herz?")]
    [InlineData("ar", "مرحبا")]
    public void A_text_of_which_nobody_says_anything_is_in_a_language_that_is_scored_unless_another_is_plain(string language, string text) =>
        Assert.Equal(language, LanguageDetector.DetectScored(text));
}

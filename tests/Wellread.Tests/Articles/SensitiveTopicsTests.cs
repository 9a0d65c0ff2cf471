using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class SensitiveTopicsTests
{
    [Theory]
    [InlineData("Warning signs of suicide in teens", "en", "suicide")]
    [InlineData("Anorexia: when food is the enemy", "en", "eating-disorders")]
    [InlineData("Help for victims of domestic violence", "en", "abuse")]
    [InlineData("Naloxone can reverse an opioid overdose", "en", "overdose")]
    [InlineData("What to expect after an abortion", "en", "abortion")]
    [InlineData("Prevención del suicidio en jóvenes", "es", "suicide")]
    [InlineData("Ayuda contra la violencia de género", "es", "abuse")]
    public void A_single_word_is_enough(string title, string language, string topic) =>
        Assert.Contains(topic, SensitiveTopics.In(title, "", language));

    [Theory]
    [InlineData("How to talk to a teenager who wants to die", "en", "suicide")]
    [InlineData("She took her own life at 19: what her parents want you to know", "en", "suicide")]
    [InlineData("When teens cut: understanding self-injury", "en", "suicide")]
    [InlineData("Starving herself for likes", "en", "eating-disorders")]
    [InlineData("Binge-eating is the most common of them", "en", "eating-disorders")]
    [InlineData("What to do when your partner hits you", "en", "abuse")]
    [InlineData("Elder abuse is hard to see", "en", "abuse")]
    [InlineData("After rape: where to find care", "en", "sexual-assault")]
    [InlineData("He was sexually abused as a boy", "en", "sexual-assault")]
    [InlineData("Fentanyl test strips save lives", "en", "overdose")]
    [InlineData("He overdosed twice before he found help", "en", "overdose")]
    [InlineData("What mifepristone does in the body", "en", "abortion")]
    [InlineData("Se quitó la vida con 16 años", "es", "suicide")]
    [InlineData("Cuando comer da miedo: los trastornos alimentarios", "es", "eating-disorders")]
    [InlineData("Malos tratos en la pareja: señales", "es", "abuse")]
    [InlineData("Qué hacer tras una violación", "es", "sexual-assault")]
    [InlineData("Sobredosis de paracetamol: actuar rápido", "es", "overdose")]
    [InlineData("Aborto: qué esperar después", "es", "abortion")]
    [InlineData("Heroin deaths rise again", "en", "overdose")]
    [InlineData("Sex offenders and the schools near them", "en", "sexual-assault")]
    [InlineData("Una orden de alejamiento, paso a paso", "es", "abuse")]
    [InlineData("Salas de consumo supervisado", "es", "overdose")]
    public void What_can_hurt_is_found_in_other_words_too(string title, string language, string topic) => Assert.Contains(topic, SensitiveTopics.In(title, "", language));

    [Theory]
    [InlineData("A case of political suicide", "en")]
    [InlineData("Alcohol abuse and your liver", "en")]
    [InlineData("How to eat well this winter", "en")]
    [InlineData("She is killing it at 90: a runner's secrets", "en")]
    [InlineData("Abuse of power at the hospital trust", "en")]
    [InlineData("Food for thought: what to put in a lunchbox", "en")]
    [InlineData("Cutting down on salt", "en")]
    [InlineData("Crew aborted takeoff after warning light", "en")]
    [InlineData("Grooming your dog at home", "en")]
    [InlineData("A sugar overdose at the fair", "en")]
    [InlineData("Cooking with rapeseed oil", "en")]
    [InlineData("Suicide bomber kills ten", "en")]
    [InlineData("Binge-watching and your sleep", "en")]
    [InlineData("Abuso de pantallas y miopía", "es")]
    [InlineData("El suicidio político de un ministro", "es")]
    [InlineData("Una violación de datos en el hospital", "es")]
    [InlineData("Sobredosis de azúcar en Navidad", "es")]
    [InlineData("Aborto espontáneo: cuándo volver a intentarlo", "es")]
    [InlineData("Pelo maltratado por el sol", "es")]
    [InlineData("Un fármaco para abortar la migraña", "es")]
    [InlineData("Anorexia cachexia in lung cancer", "en")]
    public void Figures_of_speech_are_not_flagged(string title, string language) => Assert.Empty(SensitiveTopics.In(title, "", language));

    [Fact]
    public void Every_sensitive_subject_has_a_help_line_in_both_languages()
    {
        foreach (var subject in new[] { "suicide", "eating-disorders", "abuse", "sexual-assault", "overdose", "abortion" })
        {
            Assert.NotNull(SensitiveTopics.NameOf(subject));
            foreach (var language in new[] { "en", "es" })
            {
                var line = HelpLines.For(subject, language)[0];
                Assert.Matches("[0-9]{3}", line.Text);
                Assert.EndsWith(".", line.Text);
                Assert.StartsWith("https://", line.Url);
            }
            Assert.NotEqual(HelpLines.For(subject, "en")[0], HelpLines.For(subject, "es")[0]);
        }
    }
}

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
    [InlineData("A case of political suicide")]
    [InlineData("Alcohol abuse and your liver")]
    [InlineData("How to eat well this winter")]
    public void Figures_of_speech_are_not_flagged(string title) => Assert.Empty(SensitiveTopics.In(title, "", "en"));
}

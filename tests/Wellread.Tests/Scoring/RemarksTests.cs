namespace Wellread.Tests.Scoring;

public sealed class RemarksTests
{
    [Theory]
    [InlineData("This miracle pill melts fat", "en", "miracle pill|melts fat")]
    [InlineData("A breakthrough in the fight against cancer", "en", "breakthrough")]
    [InlineData("Could this spice cure diabetes? It could cure it, fans say.", "en", "could cure")]
    [InlineData("The app is a game-changer for sleep", "en", "game-changer")]
    [InlineData("Not for the faint: this miracle pill works", "en", "miracle pill")]
    [InlineData("Do not miss this breakthrough", "en", "breakthrough")]
    [InlineData("Don't wait: a miracle pill is here", "en", "miracle pill")]
    [InlineData("No se pierda este remedio milagroso", "es", "remedio milagroso")]
    [InlineData("Garlic cures most infections that need treatment", "en", "cures")]
    [InlineData("A pill may cure diabetes", "en", "may cure")]
    [InlineData("Una cura para la diabetes", "es", "Una cura")]
    [InlineData("A simple blood test, the first of its kind", "en", "simple blood test|first of its kind")]
    [InlineData("One simple trick that doctors hate", "en", "One simple trick|doctors hate")]
    [InlineData("Un remedio milagroso que cura el cáncer", "es", "remedio milagroso|cura el cáncer")]
    [InlineData("Un tratamiento revolucionario y sin efectos secundarios", "es", "revolucionario|sin efectos secundarios")]
    public void Hype_is_pointed_out(string text, string language, string words) =>
        Assert.Equal(words.Split('|'), ScoringSamples.Explainer.Explain(text, "", language).Hype.Select(hype => hype.Word));

    [Theory]
    [InlineData("There is no miracle cure for a cold", "en")]
    [InlineData("Miracle diets do not work", "en")]
    [InlineData("Myth: a miracle pill melts fat", "en")]
    [InlineData("Don't fall for a miracle pill", "en")]
    [InlineData("Breakthrough infections are mild in most people", "en")]
    [InlineData("Keep cured ham in a secure, cool place", "en")]
    [InlineData("Doctors have no cure yet, but the drug eases the pain", "en")]
    [InlineData("The procurement office obscures its figures", "en")]
    [InlineData("It is too early to speculate on a cure", "en")]
    [InlineData("Firm ordered to stop claiming its tea cures colds", "en")]
    [InlineData("Chlamydia can be cured with one week of pills", "en")]
    [InlineData("Most ear infections that need treatment can be cured", "en")]
    [InlineData("Skin cancer can be cured when it is found early", "en")]
    [InlineData("Hay una cura para la hepatitis C", "es")]
    [InlineData("Walk the Miracle Mile with your kids", "en")]
    [InlineData("No hay dietas milagro, dicen los médicos", "es")]
    [InlineData("Jamón curado: cómo guardarlo", "es")]
    public void Sober_use_is_no_hype(string text, string language) => Assert.Empty(ScoringSamples.Explainer.Explain(text, "", language).Hype);

    [Fact]
    public void A_cure_that_there_is_for_what_the_title_names_is_no_hype() =>
        Assert.Empty(ScoringSamples.Explainer.Explain("Hepatitis C: get tested", "Pills for 12 weeks can cure it.", "en").Hype);

    [Theory]
    [InlineData("Coffee may protect the liver, a new study finds", "", "en", "single-study")]
    [InlineData("A diet slowed ageing in mice", "The work was done in the lab.", "en", "animal-study")]
    [InlineData("Drug helps memory", "Researchers found that monkeys learned faster.", "en", "single-study|animal-study")]
    [InlineData("Firm presents new lens", "BOSTON, Jan. 5 /PRNewswire/ -- The firm makes lenses for the eye. They are soft.", "en", "press-release")]
    [InlineData("New lens helps people see - EurekAlert", "The lens is soft. It was tested by many people.", "en", "press-release")]
    [InlineData("El café protege el hígado, según un estudio", "", "es", "single-study")]
    [InlineData("New study: tea is good for you", "Earlier studies had said so.", "en", "single-study")]
    [InlineData("Una dieta frena la vejez en ratones", "", "es", "animal-study")]
    [InlineData("Un fármaco mata el virus in vitro", "", "es", "animal-study")]
    public void Labels_say_what_kind_of_news_it_is(string title, string text, string language, string codes) =>
        Assert.Equal(codes.Split('|'), ScoringSamples.Explainer.Explain(title, text, language).Labels.Select(label => label.Code));

    [Theory]
    [InlineData("A review of studies finds that walking helps", "Dozens of studies were looked at. The study team was large.")]
    [InlineData("How to get rid of mice in your home", "Close holes. Mice can spread germs.")]
    [InlineData("A study room of one's own", "How to make a quiet place for school work.")]
    [InlineData("A computer mouse can hurt your wrist", "Rest your hand now and then.")]
    [InlineData("Press the lemon and release the juice", "It tastes good with fish.")]
    [InlineData("In vitro fertilization (IVF): what to expect", "Most people need more than one try.")]
    [InlineData("How to use a home test tube kit", "Spit in the tube and mail it.")]
    public void What_is_no_study_news_has_no_label(string title, string text) => Assert.Empty(ScoringSamples.Explainer.Explain(title, text, "en").Labels);
}

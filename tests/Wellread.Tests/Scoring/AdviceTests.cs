using Wellread.Articles;

namespace Wellread.Tests.Scoring;

/// <summary>What a text tells its reader to do, and where it speaks to them.</summary>
public sealed class AdviceTests
{
    [Theory]
    [InlineData("Book a visit", "Meet Dr. Lena Ortiz. She sees children on Mondays.")]
    [InlineData("Meet Dr. Lena Ortiz, who treats children", "She sees children on Mondays.")]
    [InlineData("New at the clinic", "Meet our new nurse. She speaks three languages.")]
    [InlineData("Falls at home", "Exercise and good lights do help.")]
    [InlineData("Falls at home", "Exercise can help.")]
    [InlineData("Clean hands save lives", "Germs are all around.")]
    [InlineData("Sleep and the heart", "The heart beats slower at night.")]
    [InlineData("Sleep apnea in short", "The airway closes at night.")]
    [InlineData("Exercise for older adults", "It is good for the bones.")]
    [InlineData("Use of salt rises", "Cooks like it.")]
    [InlineData("Never too late to quit", "The lungs get better.")]
    [InlineData("Flu in short", "Read more at the end of this page.")]
    public void A_statement_a_heading_or_a_call_to_read_on_is_no_advice(string title, string text) => Assert.Null(Advice(title, text, "en"));

    [Theory]
    [InlineData("Eye drops called back", "Stop using the drops. Throw them away.", "Stop using the drops")]
    [InlineData("Food for the heart", "• Eat oats\n• Eat beans\n• Walk each day", "Eat oats")]
    [InlineData("Food for the heart", "Good for you:\nEat oats\nEat beans", "Eat oats")]
    [InlineData("Food for the heart", "These foods help • Choose oats • Choose beans", "Choose oats")]
    [InlineData("Food for the heart", "Eat more oats,\nbeans and nuts.", "Eat more oats, beans and nuts")]
    [InlineData("A child with a fever: call the nurse line", "", "call the nurse line")]
    [InlineData("Where to learn more", "Visit cdc.gov for free tips.", "Visit cdc.gov for free tips")]
    [InlineData("Shots", "Ask Dr. Ortiz about the shots.", "Ask Dr. Ortiz about the shots")]
    [InlineData("Back pain", "Exercise and eat well.", "Exercise and eat well")]
    [InlineData("Back pain", "Walk for 20 minutes a day.", "Walk for 20 minutes a day")]
    [InlineData("Back pain", "Call to get help at night.", "Call to get help at night")]
    public void Advice_is_quoted_to_the_end_of_its_line_or_clause(string title, string text, string words) => Assert.Equal(words, Advice(title, text, "en"));

    [Theory]
    [InlineData("La gripe", "Lave sus manos con jabón. Descanse.", "Lave sus manos con jabón")]
    [InlineData("La gripe", "Lávese las manos con jabón.", "Lávese las manos con jabón")]
    [InlineData("La gripe: vacúnese este otoño", "", "vacúnese este otoño")]
    [InlineData("La gripe", "Si tiene fiebre alta, llame a la clínica.", "llame a la clínica")]
    [InlineData("La gripe", "No salga de casa con fiebre.", "No salga de casa con fiebre")]
    [InlineData("La gripe", "No se automedique. Nunca deje la ventana cerrada.", "No se automedique")]
    [InlineData("La gripe", "Dele mucha agua al niño.", "Dele mucha agua al niño")]
    [InlineData("La gripe", "• Beban agua\n• Duerman bien", "Beban agua")]
    [InlineData("Cuida tus pulmones", "El humo daña.", "Cuida tus pulmones")]
    [InlineData("Los pulmones", "Camina media hora. Tus pulmones lo notan.", "Camina media hora")]
    [InlineData("Los pulmones", "¡Siéntate derecho!", "Siéntate derecho")]
    [InlineData("Los pulmones", "No fumes en la cama.", "No fumes en la cama")]
    public void Spanish_advice_is_found(string title, string text, string words)
    {
        var reasons = ScoringSamples.Explainer.Explain(title, text, "es").Reasons;

        Assert.Equal(words, Advice(title, text, "es"));
        Assert.Contains(reasons, reason => reason.Code == "speaks-to-reader");
    }

    [Theory]
    [InlineData("La delantera se recupera de su lesión", "Su club espera que coma bien y duerma más.")]
    [InlineData("El ministro presentó su plan", "Camina cada día y come poco, dice su equipo.")]
    [InlineData("El virus y sus variantes", "Toma de muestras en tres ciudades.")]
    [InlineData("Coma etílico en las fiestas", "Los médicos lo ven cada año.")]
    [InlineData("Enjuague bucal", "Hay muchas marcas.")]
    [InlineData("Nuestro plan", "Nos reunimos el lunes en nuestra sala.")]
    public void Spanish_words_for_his_her_and_their_speak_to_nobody(string title, string text) =>
        Assert.DoesNotContain(ScoringSamples.Explainer.Explain(title, text, "es").Reasons, reason => reason.Code is "speaks-to-reader" or "gives-advice");

    [Theory]
    [InlineData("Cuando usted cuida su piel, ella dura más.", "usted|su")]
    [InlineData("Descanse y beba agua. Su hija trajo sus libros.", "Descanse|beba")]
    [InlineData("Descubra nuestra nueva sala.", "Descubra")]
    public void A_spanish_reader_is_spoken_to_beside_usted_or_a_verb_to_them(string text, string words)
    {
        var reason = Assert.Single(ScoringSamples.Explainer.Explain("", text, "es").Reasons, reason => reason.Code == "speaks-to-reader");

        Assert.Equal(words.Split('|'), reason.Spans.Select(span => text[span.Start..span.End]));
    }

    [Theory]
    [InlineData("Ready to quit?", "Call 1-800-QUIT-NOW today.", null)]
    [InlineData("Ready to quit?", "Call 1 (800) QUIT-NOW today.", null)]
    [InlineData("Need to talk?", "Text HELLO to 55555 at any hour.", null)]
    [InlineData("The ABCDE rule for moles", "A is for asymmetry, B for border, C for color, D for size and E for change.", null)]
    [InlineData("Know FAST", "F stands for face. A stands for arm.", null)]
    [InlineData("Your BMI", "The body mass index, or BMI, is weight for height.", null)]
    [InlineData("New hope in COPD", "Chronic obstructive pulmonary disease can be slowed.", null)]
    [InlineData("New hope in COPD", "About 300 COPD centers took part.", "Uses short forms that it does not explain: \"COPD\".")]
    public void Phone_numbers_and_what_is_spelled_out_are_no_unexplained_short_forms(string title, string text, string? words) =>
        Assert.Equal(words, ScoringSamples.Explainer.Explain(title, text, "en").Reasons.SingleOrDefault(reason => reason.Code == "short-forms")?.Text);

    private static string? Advice(string title, string text, string language)
    {
        var reason = ScoringSamples.Explainer.Explain(title, text, language).Reasons.SingleOrDefault(reason => reason.Code == "gives-advice");
        if (reason is null) return null;
        var quoted = reason.Text.Split('"')[1];
        var span = Assert.Single(reason.Spans);
        Assert.Equal(quoted, (span.Part == TextPart.Title ? title : text)[span.Start..span.End].Replace("\n", " ", StringComparison.Ordinal));
        return quoted;
    }
}

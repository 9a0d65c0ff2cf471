using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class SpanishExplanationTests
{
    [Theory]
    [InlineData("La hipertensión daña los riñones.", "hipertensión = presión alta")]
    [InlineData("Sufrió un infarto de miocardio.", "infarto de miocardio = ataque al corazón")]
    [InlineData("Dos biopsias dieron negativo.", "biopsias = muestras pequeñas de tejido")]
    [InlineData("Los pacientes con EPOC tosen más.", "EPOC = enfermedad duradera de los pulmones")]
    [InlineData("Lesiones cutáneas en bebés", "Lesiones cutáneas = daños en la piel")]
    [InlineData("Toma losartán y omeprazol.", "losartán = medicamento para la presión|omeprazol = medicamento contra la acidez")]
    [InlineData("Se toma por vía oral.", "por vía oral = por la boca")]
    [InlineData("Una infección aguda del oído", "aguda = repentino")]
    public void Spanish_terms_come_with_plain_words(string text, string terms) =>
        Assert.Equal(terms.Split('|'), ScoringSamples.Explainer.Explain("", text, "es").Jargon.Select(term => $"{term.Term} = {term.PlainWords}"));

    [Theory]
    [InlineData("Camine cada día y beba agua.")]
    [InlineData("El ángulo agudo mide menos de noventa grados.")]
    [InlineData("La escasez crónica de viviendas preocupa.")]
    [InlineData("La nostalgia de la academia y la epidemia de gripe")]
    [InlineData("El acuerdo bilateral se firmó en Madrid.")]
    public void Everyday_spanish_words_are_no_terms(string text) => Assert.Empty(ScoringSamples.Explainer.Explain("", text, "es").Jargon);

    [Theory]
    [InlineData("Tenía disnea (falta de aire) al subir la escalera.")]
    [InlineData("Falta de glóbulos rojos, llamada anemia, es frecuente.")]
    [InlineData("La hipertensión, o presión alta, no duele.")]
    public void What_a_spanish_text_explains_is_not_held_against_it(string text) =>
        Assert.True(Assert.Single(ScoringSamples.Explainer.Explain("", text, "es").Jargon).Explained);

    [Theory]
    [InlineData(90, "very easy")]
    [InlineData(80, "fairly easy")]
    [InlineData(65, "normal")]
    [InlineData(55, "normal")]
    [InlineData(54.9, "somewhat hard")]
    [InlineData(40, "somewhat hard")]
    [InlineData(39.9, "very hard")]
    public void The_inflesz_scale_has_five_bands(double ease, string band) => Assert.Equal(band, SpanishFormula.BandOf(ease));

    [Fact]
    public void The_spanish_reading_level_follows_the_published_formulas()
    {
        // 20 words, 2 sentences, 40 syllables: 206.84 - 60 × 2 - 1.02 × 10 and 206.835 - 62.3 × 2 - 10.
        var level = SpanishFormula.Level(new SpanishCounts { Words = 20, Sentences = 2, Syllables = 40 });

        Assert.Equal(76.6, level.FernandezHuerta);
        Assert.Equal(72.2, level.Inflesz);
        Assert.Equal("fairly easy", level.InfleszBand);
        Assert.Null(level.FleschKincaid);
    }

    [Fact]
    public void Spanish_reasons_point_to_places()
    {
        const string text = "Beba agua y camine con su perro cada mañana. La hipertensión no duele, pero daña el corazón y los riñones con los años.";

        var explanation = ScoringSamples.Explainer.Explain("Cuide su corazón", text, "es");

        Assert.Contains(explanation.Reasons, reason => reason.Code == "medical-terms");
        Assert.All(explanation.Reasons, reason => Assert.NotEmpty(reason.Spans));
        Assert.NotNull(explanation.Reading.Grade);
    }
}

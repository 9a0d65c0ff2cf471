using Wellread.Articles;
using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class SpanishFormulaTests
{
    [Theory]
    [InlineData("Cómo dormir mejor cada noche", "Apague la tele una hora antes. No tome café por la tarde. Si no duerme bien, hable con su médico.")]
    [InlineData("Diez ideas para comer más fruta", "Lleve una manzana al trabajo. Ponga fruta en la mesa. A los niños les gusta cortada.")]
    [InlineData("¿Cuánta agua hay que beber al día?", "Beba agua cuando tenga sed. Con calor hace falta más.")]
    public void A_plain_spanish_text_is_for_patients(string title, string text)
    {
        var explanation = ScoringSamples.Explainer.Explain(title, text, "es");

        Assert.Equal(ArticleAudience.Patients, explanation.Verdict);
        Assert.InRange(explanation.Reading.RoughGrade, 3, 8.5);
        Assert.Equal(SpanishFormula.Version, explanation.ModelVersion);
        Assert.InRange(explanation.Reasons.Length, 2, 5);
    }

    [Theory]
    [InlineData("Eficacia de la anticoagulación en la fibrilación auricular no valvular: estudio de cohorte retrospectivo",
        "Se evaluó la incidencia de complicaciones tromboembólicas mediante regresión multivariante, con ajuste por comorbilidad y mortalidad intrahospitalaria en pacientes con insuficiencia renal.")]
    [InlineData("Prevalencia de osteoporosis y sarcopenia en pacientes con artritis reumatoide",
        "Estudio observacional transversal. Los resultados mostraron una asociación estadísticamente significativa entre densitometría y marcadores de inflamación sistémica.")]
    public void A_spanish_study_is_for_colleagues(string title, string text) =>
        Assert.Equal(ArticleAudience.Colleagues, ScoringSamples.Committed.Score(title, text, "es").Verdict);

    [Theory]
    [InlineData("casa", 2)]
    [InlineData("día", 2)]
    [InlineData("agua", 2)]
    [InlineData("que", 1)]
    [InlineData("ciudad", 2)]
    [InlineData("leer", 2)]
    [InlineData("corazón", 3)]
    [InlineData("hipertensión", 4)]
    [InlineData("muy", 1)]
    public void Spanish_syllables_are_counted(string word, int syllables) => Assert.Equal(syllables, Syllables.Spanish(word));
}

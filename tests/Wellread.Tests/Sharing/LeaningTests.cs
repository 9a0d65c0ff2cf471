using Wellread.Sharing;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>Which sentences say too little without the one before them.</summary>
public sealed class LeaningTests
{
    [Theory]
    [InlineData("It helps prevent birth defects.", "en")]
    [InlineData("Do not let them play again that day.", "en")]
    [InlineData("Doctors say it helps with pain.", "en")]
    [InlineData("Doctors treat it with cream.", "en")]
    [InlineData("If they are red, see a doctor.", "en")]
    [InlineData("In this group, sleep got worse.", "en")]
    [InlineData("The study followed 200 adults.", "en")]
    [InlineData("Men who eat fish have less of this kind of stroke.", "en")]
    [InlineData("The salts in the blood may also be low.", "en")]
    [InlineData("Most of all, he likes his garden.", "en")]
    [InlineData("Ayuda a prevenir defectos del cerebro y de la columna del bebé.", "es")]
    [InlineData("No causa dolor.", "es")]
    [InlineData("Se transmite por el aire.", "es")]
    [InlineData("Es una enfermedad de la piel.", "es")]
    [InlineData("El estudio siguió a 200 adultos.", "es")]
    [InlineData("Además, ayuda al corazón.", "es")]
    public void It_leans_where_what_it_speaks_of_is_not_in_it(string sentence, string language) => Assert.True(Leaning.OnThePrevious(sentence, language));

    [Theory]
    [InlineData("A short walk each day helps your heart.", "en")]
    [InlineData("Children like to choose their own fruit.", "en")]
    [InlineData("Parents can ask when they pick up a child.", "en")]
    [InlineData("A flu shot this year can help.", "en")]
    [InlineData("Make it easy to reach for fruit.", "en")]
    [InlineData("Experts say it is safe to walk each day.", "en")]
    [InlineData("Ask your doctor when she has time for you.", "en")]
    [InlineData("El ácido fólico ayuda a prevenir defectos.", "es")]
    [InlineData("Es importante dormir bien.", "es")]
    [InlineData("Se recomienda caminar cada día.", "es")]
    [InlineData("Evita el sol y usa tu sombrero.", "es")]
    [InlineData("Tome ácido fólico cada día.", "es")]
    public void It_stands_where_it_is(string sentence, string language) => Assert.False(Leaning.OnThePrevious(sentence, language));

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void A_sentence_whose_subject_was_left_out_is_left_out_too(double grade)
    {
        var article = Article(
            "Embarazo y ácido fólico", "Tome suplementos farmacológicos de cuatrocientos microgramos de ácido fólico diariamente durante la planificación. Ayuda a prevenir defectos del cerebro.", "es");
        var text = Offer(article, ShareTone.Plain, grade: grade).CopyText;
        Assert.True(!text.Contains("Ayuda a", StringComparison.Ordinal) || text.Contains("Tome suplementos", StringComparison.Ordinal));
    }
}

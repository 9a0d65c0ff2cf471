using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Tests.Articles;

public sealed class HealthGateTests
{
    [Theory]
    [InlineData("Five ways to lower your blood pressure", "Walking and less salt can help your heart.", "en")]
    [InlineData("No miracle cure for the common cold", "Rest and drink plenty of fluids. See your doctor if you feel worse.", "en")]
    [InlineData("No hay cura milagrosa para el resfriado", "Descanse y beba líquidos. Consulte a su médico si empeora.", "es")]
    [InlineData("Cómo dormir mejor", "Consejos para conciliar el sueño cada noche.", "es")]
    public void What_a_patient_can_use_passes(string title, string summary, string language)
    {
        var verdict = HealthGate.Judge(Article(title, summary, language));
        Assert.True(verdict.Passes, verdict.Reason);
    }

    [Theory]
    [InlineData("Senate votes to cut Medicaid funding for hospitals", "Republicans passed the bill over protests from Democrats.", "politics")]
    [InlineData("Heart surgeon who taught thousands dies at 91", "Tributes were paid to the doctor after his funeral.", "obituary")]
    [InlineData("Drugmaker's shares rose on diabetes pill profit", "The company's quarterly results beat Wall Street.", "business")]
    [InlineData("Nurse arrested and charged with murder of patients", "Police said the hospital had called them.", "crime")]
    [InlineData("Goalkeeper to miss World Cup match after knee injury", "The coach says the team will cope.", "sport")]
    public void What_is_about_something_else_is_held_back_with_the_reason(string title, string summary, string code)
    {
        var verdict = HealthGate.Judge(Article(title, summary, "en"));
        Assert.False(verdict.Passes);
        Assert.Equal(code, verdict.Code);
        Assert.NotEmpty(verdict.Reason);
    }

    /// <summary>A reason that does not fit is worse than a plain one.</summary>
    [Theory]
    [InlineData("Meet Dr. Amara Cole, our new eye doctor", "She joined our clinic in May and speaks French.", "en", "own")]
    [InlineData("We are hiring two nurses", "", "en", "own|profession")]
    [InlineData("Conozca al doctor Peña, nuestro nuevo dentista", "", "es", "own")]
    [InlineData("AI tool reads scans faster than doctors", "", "en", "no-advice|lab")]
    [InlineData("Hormone makes female rats live longer", "", "en", "lab|no-advice")]
    public void A_refusal_fits_the_text(string title, string summary, string language, string codes)
    {
        var verdict = HealthGate.Judge(Article(title, summary, language));
        Assert.False(verdict.Passes);
        Assert.Contains(verdict.Code, codes.Split('|'));
    }

    [Fact]
    public void One_word_of_a_subject_gives_no_more_than_a_plain_reason()
    {
        var (faint, clear) = (HealthGate.Judge(Article("Mayor at the opening of a dental museum", "", "en")), HealthGate.Judge(Article("Senator and mayor fight over the election", "", "en")));
        Assert.Equal("Not about what a patient can do to stay well", faint.Reason);
        Assert.Equal("About health politics, not about staying well", clear.Reason);
    }

    [Theory]
    [InlineData("Icy morning: salt your steps and hold the rail", "en")]
    [InlineData("Trying to have a baby? Take folic acid each day", "en")]
    [InlineData("Pick your health plan before January: compare what it pays for your medicines", "en")]
    [InlineData("Hágase un análisis de orina si le arde al orinar", "es")]
    public void An_order_to_the_reader_about_health_passes(string title, string language) => Assert.True(HealthGate.Judge(Article(title, "", language)).Passes);

    [Theory]
    [InlineData("Senate votes on hospital budget", "", "en", "Senate votes")]
    [InlineData("El paciente «cero»: el Senado vota sobre los hospitales", "", "es", "Senado")]
    [InlineData("Hospital news", "Two patients’ families sue the hospital’s chief executive.", "en", "chief executive")]
    public void The_places_that_gave_it_away_are_named(string title, string summary, string language, string place)
    {
        var article = Article(title, summary, language);
        var places = HealthGate.PlacesOf(article, HealthGate.Judge(article)).Select(span => (span.Part == TextPart.Title ? title : summary)[span.Start..span.End]);
        Assert.Contains(places, found => place.Contains(found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Five ways to lower your blood pressure", "Walking and less salt can help your heart.", "en", "ways to")]
    [InlineData("Cómo dormir mejor", "Consejos para conciliar el sueño cada noche.", "es", "Consejos")]
    public void The_places_that_let_it_pass_are_named(string title, string summary, string language, string place)
    {
        var article = Article(title, summary, language);
        var places = HealthGate.PlacesOf(article, HealthGate.Judge(article)).Select(span => (span.Part == TextPart.Title ? title : summary)[span.Start..span.End]).ToList();
        Assert.Contains(places, found => found.Contains(place, StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_nothing_to_do_with_health_says_so() =>
        Assert.Equal("not-health", HealthGate.Judge(Article("A garden full of roses", "", "en")).Code);

    internal static Article Article(string title, string summary, string language) => new()
    {
        Id = "art_1",
        Link = "https://example.org/1",
        Title = title,
        Summary = summary,
        Language = language,
        Topics = TopicTagger.Tag(title, summary, language, [], []),
        Source = new ArticleSource("feed_1", "Example", PublisherType.News, FeedAudience.Consumer),
        Published = DateTimeOffset.UnixEpoch,
        FirstSeen = DateTimeOffset.UnixEpoch,
    };
}

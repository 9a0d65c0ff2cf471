using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class HarmfulCallsTests
{
    [Theory]
    [InlineData("Quit your insulin today", "", "en", "Quit your insulin today")]
    [InlineData("Ditch chemo: nature heals", "", "en", "Ditch chemo")]
    [InlineData("A talk in the town hall", "Say no to vaccines. Bring friends.", "en", "Say no to vaccines")]
    [InlineData("Never vaccinate your baby", "", "en", "Never vaccinate your baby")]
    [InlineData("You won't hear it at the clinic: come off your heart pills today", "", "en", "come off your heart pills today")]
    [InlineData("Trade your radiation for kombucha", "", "en", "Trade your radiation for kombucha")]
    [InlineData("Celery juice melts tumors", "", "en", "juice melts tumors")]
    [InlineData("A mother's story", "I threw away my statins and live on seeds.", "en", "I threw away my statins and")]
    [InlineData("The shots are pure poison, a radio host tells listeners", "", "en", "shots are pure poison")]
    [InlineData("Beating a brain tumor with carrot juice", "Six glasses a day.", "en", "Beating a brain tumor with carrot juice")]
    [InlineData("Gargle bleach every morning", "", "en", "Gargle bleach")]
    [InlineData("COVID at home? Order ivermectin now and beat the virus.", "", "en", "Order|ivermectin|virus")]
    [InlineData("Deje la quimio ya", "Hay otro camino.", "es", "Deje la quimio ya")]
    [InlineData("Las vacunas son veneno, dice un curandero", "", "es", "vacunas son veneno")]
    [InlineData("No se vacune", "", "es", "No se vacune")]
    [InlineData("Tome gotas de cloro en ayunas", "", "es", "Tome gotas de cloro")]
    [InlineData("Cómo vencí el cáncer con jugo de limón", "", "es", "vencí el cáncer con jugo")]
    [InlineData("Bote su insulina", "", "es", "Bote su insulina")]
    [InlineData("Dejé la quimio y me curé con hierbas", "", "es", "Dejé la quimio y me curé")]
    [InlineData("Cloroquina: pida este remedio contra la COVID", "", "es", "Cloroquina|pida|COVID")]
    public void A_call_against_what_is_proven_or_for_what_harms_never_passes(string title, string text, string language, string places)
    {
        var article = HealthGateTests.Article(title, text, language);
        var verdict = HealthGate.Judge(article);
        Assert.Equal("harmful", verdict.Code);
        Assert.False(verdict.IsHarmless || verdict.MayBeCare);
        Assert.Equal(places.Split('|'), HealthGate.PlacesOf(article, verdict).Select(span => (span.Part == TextPart.Title ? title : text)[span.Start..span.End]));
    }

    [Theory]
    [InlineData("Never stop your insulin without a word with your nurse", "", "en")]
    [InlineData("Skip your flu shot? Think again", "", "en")]
    [InlineData("Skip the line: book your vaccine online", "", "en")]
    [InlineData("Get your shots now", "", "en")]
    [InlineData("Stop taking the antibiotics and call your doctor if you get a rash", "", "en")]
    [InlineData("Throw out your old medicines safely", "", "en")]
    [InlineData("Do vaccines cause autism? No", "", "en")]
    [InlineData("Eight vaccine myths", "\"Vaccines are poison\" is one of them.", "en")]
    [InlineData("Can you cure cancer with diet?", "", "en")]
    [InlineData("Never drink bleach", "", "en")]
    [InlineData("Ivermectin does not help against COVID", "Take it only if your doctor says so.", "en")]
    [InlineData("Some women with early breast cancer can skip chemo", "A test tells who.", "en")]
    [InlineData("Chemo kills fast growing cells: why hair falls out", "", "en")]
    [InlineData("Skip your meds and your blood pressure may climb", "", "en")]
    [InlineData("Say no to drugs", "", "en")]
    [InlineData("Skip the pills: stretches that ease back pain", "", "en")]
    [InlineData("Get off your antidepressants safely when your doctor agrees", "", "en")]
    [InlineData("Bleach kills norovirus: clean with it, never drink it", "", "en")]
    [InlineData("Use cloro para limpiar, nunca lo beba", "", "es")]
    [InlineData("Vacúnese y vacune a sus hijos", "", "es")]
    [InlineData("No deje su tratamiento sin hablar con su médico", "", "es")]
    [InlineData("¿Las vacunas causan autismo?", "No: lo han visto muchos estudios.", "es")]
    [InlineData("Bulo: el limón cura el cáncer", "", "es")]
    [InlineData("No tome antibióticos para un resfriado", "", "es")]
    [InlineData("Su hijo bebió lejía: qué hacer", "", "es")]
    public void What_asks_denies_or_warns_of_it_is_no_call(string title, string text, string language) =>
        Assert.False(HarmfulCalls.Has(HealthGateTests.Article(title, text, language), FoldedWords.From(title), FoldedWords.From(text)));
}

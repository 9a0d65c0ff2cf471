using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class AdvertsTests
{
    [Theory]
    [InlineData("Sponsored: Breathe easier with the AirBud mask", "", "en", "Sponsored")]
    [InlineData("A gentler way to whiten teeth (advertisement)", "", "en", "advertisement")]
    [InlineData("Lower your blood sugar the natural way", "Order today and save 30 percent.", "en", "Order today|save 30 percent")]
    [InlineData("Better sleep in seven nights", "Our gummies help. Use code DREAM at the till.", "en", "Our gummies|Use code")]
    [InlineData("Knee sleeves that ease arthritis: get 20% off", "", "en", "get 20% off")]
    [InlineData("Ofertas: almohadas para dormir mejor", "", "es", "Ofertas")]
    [InlineData("Publirreportaje: adiós al dolor de espalda", "", "es", "Publirreportaje")]
    [InlineData("Duerma mejor desde hoy", "Compre ahora, envío gratis.", "es", "Compre ahora|envío gratis")]
    public void What_sells_is_no_health_information_and_shows_where_it_does(string title, string text, string language, string places)
    {
        var article = HealthGateTests.Article(title, text, language);
        var verdict = HealthGate.Judge(article);
        Assert.Equal("advert", verdict.Code);
        Assert.False(verdict.IsHarmless || verdict.MayBeCare);
        Assert.Equal(places.Split('|'), HealthGate.PlacesOf(article, verdict).Select(span => (span.Part == TextPart.Title ? title : text)[span.Start..span.End]));
    }

    [Theory]
    [InlineData("Flu shots are here: get yours this week", "Many pharmacies offer them for free.", "en")]
    [InlineData("Study sponsored by a drug maker finds statins safe", "Read who paid before you trust a result.", "en")]
    [InlineData("Miracle hair pills: how to spot a scam", "\"Order today\" and \"limited time offer\" are warning signs.", "en")]
    [InlineData("Cheaper medicines: how to get the best deals at the pharmacy", "A brand may cost twice the price of another.", "en")]
    [InlineData("Fast food at half price: a worry for doctors", "", "en")]
    [InlineData("Health promotion: five habits that keep you well", "", "en")]
    [InlineData("La publicidad de bebidas dulces llega a los niños", "Qué pueden hacer los padres.", "es")]
    [InlineData("La oferta de dentistas crece en los pueblos", "", "es")]
    [InlineData("Cuidado con las píldoras que prometen adelgazar", "«Oferta limitada» suele ser un engaño.", "es")]
    public void What_only_speaks_of_it_is_none(string title, string text, string language) =>
        Assert.False(Adverts.Has(FoldedWords.From(title), FoldedWords.From(text), language));
}

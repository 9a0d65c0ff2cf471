using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class TextSpanTests
{
    [Fact]
    public void Places_that_overlap_are_given_as_one()
    {
        TextSpan[] spans = [new(TextPart.Text, 0, 4), new(TextPart.Title, 13, 17), new(TextPart.Title, 10, 17), new(TextPart.Title, 10, 12), new(TextPart.Title, 17, 20)];
        TextSpan[] apart = [new(TextPart.Title, 10, 17), new(TextPart.Title, 17, 20), new(TextPart.Text, 0, 4)];
        Assert.Equal<TextSpan>(apart, TextSpan.Apart(spans));
    }

    [Fact]
    public void A_reason_of_the_gate_names_no_place_twice()
    {
        var article = HealthGateTests.Article("New study in mice finds cells that age", "Researchers gave mice a drug. The mice in the lab lived longer.", "en");
        var places = HealthGate.PlacesOf(article, HealthGate.Judge(article));
        Assert.True(places.Length > 1);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First.Part < pair.Second.Part || pair.First.End <= pair.Second.Start));
    }
}

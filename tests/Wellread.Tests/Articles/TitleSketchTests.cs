using Wellread.Articles;

namespace Wellread.Tests.Articles;

public sealed class TitleSketchTests
{
    [Theory]
    [InlineData("Sunscreen tips for summer 2025", "Sunscreen tips for summer 2026")]
    [InlineData("How to choose the right sunscreen", "Choosing the right sunscreen: a guide")]
    [InlineData("Washing your hands the right way", "Wash your hands: the right way")]
    [InlineData("Protect kids' teeth at Halloween", "Protecting your children's teeth this Halloween")]
    [InlineData("Consejos para proteger la piel del sol", "Cómo proteger tu piel del sol: consejos")]
    [InlineData("Stress", "Stress")]
    public void The_same_piece_under_another_headline_is_a_repeat(string a, string b)
    {
        Assert.True(TitleSketch.Of(a).Repeats(TitleSketch.Of(b)));
        Assert.True(TitleSketch.Of(b).Repeats(TitleSketch.Of(a)));
    }

    [Theory]
    [InlineData("How to treat a sunburn", "How to prevent a sunburn")]
    [InlineData("Recall: lettuce sold in three states", "Recall: onions sold in three states")]
    [InlineData("Flu season is here", "Flu season: who is at risk")]
    [InlineData("Week 5: what happens in pregnancy", "Week 6: what happens in pregnancy")]
    [InlineData("Signs of a stroke", "Signs of a heart attack")]
    [InlineData("Eating well with diabetes", "Moving more with diabetes")]
    [InlineData("", "")]
    public void Another_piece_on_the_same_theme_is_not(string a, string b) => Assert.False(TitleSketch.Of(a).Repeats(TitleSketch.Of(b)));

    [Fact]
    public void Likeness_goes_from_nothing_to_all()
    {
        var sketch = TitleSketch.Of("Sunscreen for children");
        Assert.Equal(1, sketch.Likeness(sketch), 6);
        Assert.Equal(0, sketch.Likeness(TitleSketch.Of("Lowering cholesterol")), 6);
        Assert.InRange(sketch.Likeness(TitleSketch.Of("Sunscreen for athletes")), 0.2, 0.8);
    }
}

using Wellread.Sharing.Questions;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>What once made an open question sound odd above a title.</summary>
public sealed class QuestionCausesTests
{
    private static readonly TitleSubject Sunburn = new("sun-and-skin", "sunburn", IsIllness: true, IsWhole: false);

    [Fact]
    public void A_circumstance_is_no_subject()
    {
        Assert.Null(TitleSubject.Of(Article("4 tips to avoid tech neck during COVID-19", "") with { Topics = ["covid"] }));
        Assert.NotNull(TitleSubject.Of(Article("4 tips to avoid COVID-19", "") with { Topics = ["covid"] }));
        Assert.Null(TitleSubject.Of(Article("A cancer-fighting tomato", "") with { Topics = ["cancer"] }));
        Assert.Null(TitleSubject.Of(Article("Your partner shapes everything from meals to blood pressure", "") with { Topics = ["blood-pressure"] }));
        Assert.Null(TitleSubject.Of(Article("Tea is safer than HIV drugs", "") with { Topics = ["sexual-health"] }));
        Assert.NotNull(TitleSubject.Of(Article("More than 1 in 9 people have HIV", "") with { Topics = ["sexual-health"] }));
        Assert.Null(TitleSubject.Of(Article("Cholesterol lowering drugs", "") with { Topics = ["cholesterol"] }));
        Assert.Null(TitleSubject.Of(Article("Women's eggs choose", "") with { Topics = ["sleep"] }));
    }

    [Fact]
    public void Two_questions_never_stand_in_a_row() =>
        Assert.Contains("two in a row", Unfit.For(Article("Can a hat prevent sunburn?", ""), Sunburn), StringComparison.Ordinal);

    [Theory]
    [InlineData("Sunburn ages skin, study says", QuestionKind.Study)]
    [InlineData("Dermatologists study sunburn, offer checklist", QuestionKind.Know)]
    [InlineData("Advice on sunburn from research psychologists", QuestionKind.Know)]
    [InlineData("5 ways to prevent sunburn", QuestionKind.Prevent)]
    [InlineData("Your tan can be a sign of sunburn", QuestionKind.Know)]
    [InlineData("Sunburn can be a sign of thin skin", QuestionKind.Know)]
    [InlineData("Signs of sunburn", QuestionKind.Signs)]
    [InlineData("Cancer research on sunburn gets a boost", QuestionKind.Know)]
    [InlineData("Doctors find ways to prevent sunburn among workers", QuestionKind.Know)]
    public void The_kind_follows_what_a_word_does_in_its_title(string title, object kind) => Assert.Equal(kind, QuestionKinds.Of(Article(title, ""), Sunburn));
}

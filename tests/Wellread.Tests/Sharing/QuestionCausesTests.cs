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

    [Theory]
    [InlineData("Green tea may ease anxiety", "nutrition,depression-and-anxiety", "What is there to know about {0}?", "tea and anxiety")]
    [InlineData("Anxiety and the role of black tea", "nutrition,depression-and-anxiety", "What is there to know about {0}?", "anxiety and tea")]
    [InlineData("Stroke risk is lower with coffee", "stroke,nutrition", "What is there to know about {0}?", "coffee and the risk of a stroke")]
    [InlineData("A flu shot may help", "colds-and-flu,vaccines", "What is there to know about {0}?", "flu shots")]
    [InlineData("Vitamins may not prevent cancer", "cancer,vitamins", "What is there to know about {0}?", "vitamins and cancer")]
    [InlineData("HIV drug may help against hepatitis C", "sexual-health,liver", "What is there to know about {0}?", "HIV and hepatitis C")]
    [InlineData("Asthma drug may slow aging", "lungs", "What is there to know about {0}?", "medicine for asthma")]
    [InlineData("Fear of tinnitus is greater than of gout, asthma or anxiety", "hearing,lungs,bones-and-joints", "What is there to know about {0}?", "tinnitus")]
    [InlineData("Healthy skin while washing your hands", "infections,skin-conditions", "What is there to know about {0}?", "skin health")]
    [InlineData("Salmonella may lurk in your spices: food safety", "infections,food-safety", "What should people know about {0}?", "food poisoning")]
    [InlineData("Don't ignore a rash, it may be shingles", "infections,skin-conditions", "What is there to know about {0}?", "shingles")]
    [InlineData("Sleep may help teeth", "dental,sleep", "What is there to know about {0}?", "teeth and gums")]
    [InlineData("El café puede reducir la ansiedad", "nutrition,depression-and-anxiety", "¿Qué conviene saber sobre {0}?", "el café y la ansiedad")]
    public void What_a_title_names_is_asked_about_both_of_two_things(string title, string topics, string question, string name)
    {
        var article = Article(title, "", question[0] == '¿' ? "es" : "en") with { Topics = [.. topics.Split(',')] };
        Assert.Contains(question.Replace("{0}", name, StringComparison.Ordinal), OpenQuestion.For(article, TitleSubject.Of(article)!));
    }

    [Fact]
    public void Of_many_things_none_is_asked_about()
    {
        var article = Article("Coffee may help with anxiety, asthma and gout", "") with { Topics = ["nutrition", "depression-and-anxiety", "lungs", "bones-and-joints"] };
        Assert.Contains("more than two things", Unfit.For(article, TitleSubject.Of(article)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Easy steps to prevent back pain", "What can help prevent back pain?")]
    [InlineData("Easy steps for back pain", "What helps when the back hurts?")]
    public void A_whole_topic_that_is_an_illness_can_be_prevented(string title, string question)
    {
        var article = Article(title, "") with { Topics = ["back-pain"] };
        Assert.Contains(question, OpenQuestion.For(article, TitleSubject.Of(article)!));
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
    [InlineData("A leaf can prevent the symptoms of sunburn", QuestionKind.Know)]
    [InlineData("Cancer research on sunburn gets a boost", QuestionKind.Know)]
    [InlineData("Doctors find ways to prevent sunburn among workers", QuestionKind.Know)]
    public void The_kind_follows_what_a_word_does_in_its_title(string title, object kind) => Assert.Equal(kind, QuestionKinds.Of(Article(title, ""), Sunburn));
}

using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Scoring;
using Wellread.Tests.Support;

namespace Wellread.Tests.Scoring;

public sealed class ArticleScoringTests
{
    private const string Plain = "Walk a little every day to help your heart";
    private const string PlainText = "A short walk each day can help your heart and your blood pressure. Start with ten minutes. Ask your doctor if you are not sure.";
    private static readonly ArticleScoring Scoring = new(ScoringSamples.Committed, ScoringSamples.Explainer);

    [Fact]
    public void Plain_advice_is_for_patients()
    {
        var assessment = Assess(Plain, PlainText);
        Assert.Equal((ArticleAudience.Patients, false), (assessment.Audience, assessment.SecondChoice));
    }

    [Theory]
    [InlineData(PublisherType.Journal, FeedAudience.Unknown)]
    [InlineData(PublisherType.News, FeedAudience.Professional)]
    internal void What_a_source_for_health_workers_writes_stays_with_colleagues_however_plain(PublisherType publisher, FeedAudience audience) =>
        Assert.Equal(ArticleAudience.Colleagues, Assess(Plain, PlainText, publisher, audience).Audience);

    [Fact]
    public void Technical_health_texts_go_to_colleagues() => Assert.Equal(
        ArticleAudience.Colleagues,
        Assess(
            "Sacubitril-valsartan in chronic heart failure with reduced ejection fraction: a multicentre randomised trial",
            "Patients were randomised to sacubitril-valsartan or enalapril. The hazard ratio for cardiovascular mortality was 0.80 (95% CI 0.73-0.87; P<0.001).").Audience);

    [Fact]
    public void Politics_is_for_nobody_and_says_so()
    {
        var assessment = Assess("Senate votes on hospital budget after party leaders clash", "Senators and the president argued over the election and the hospital budget bill.");
        Assert.Equal(ArticleAudience.Neither, assessment.Audience);
        Assert.EndsWith(".", assessment.Reasons[0].Text);
    }

    private static Assessment Assess(string title, string text, PublisherType publisher = PublisherType.News, FeedAudience audience = FeedAudience.Consumer)
    {
        var article = Make.Article("a", publisher: publisher, feedAudience: audience) with { Title = title, Summary = text, Assessment = null };
        return Scoring.Assess(article with { Topics = TopicTagger.Tag(title, text, "en", [], []) }).Assessment!;
    }
}

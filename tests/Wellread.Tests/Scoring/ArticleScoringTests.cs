using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Scoring;
using Wellread.Tests.Feeds.Parsing;
using Wellread.Tests.Support;
using Xunit.Abstractions;

namespace Wellread.Tests.Scoring;

public sealed class ArticleScoringTests(ITestOutputHelper output)
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

    [Theory]
    [InlineData("Evolution of Potato virus X", "not-medical")]
    [InlineData("Phylogenomic analyses of mud dragons (Kinorhyncha)", "not-medical")]
    [InlineData("Sedimentology of a river delta", "not-medical")]
    [InlineData("Editorial Board", "issue-notice")]
    [InlineData("Call for papers: annual meeting of the editorial board", "issue-notice")]
    [InlineData("Corrigendum to: Statins in older adults", "issue-notice")]
    [InlineData("Issue Information", "issue-notice")]
    public void A_journals_item_that_is_not_on_medicine_is_for_nobody(string title, string code)
    {
        var assessment = Assess(title, "Publication date: February 2022", PublisherType.Journal);
        Assert.Equal((ArticleAudience.Neither, code), (assessment.Audience, assessment.Reasons[0].Code));
    }

    [Theory]
    [InlineData("Dupilumab in children with moderate atopic dermatitis")]
    [InlineData("Correction of scoliosis in adolescents: ten years on")]
    [InlineData("Laparoscopic nephrectomy in a district hospital")]
    [InlineData("Soil-transmitted infections in schoolchildren: a randomised trial of deworming")]
    public void A_journals_item_on_medicine_is_for_colleagues_and_nobody_is_told_to_aim_lower(string title)
    {
        var assessment = Assess(title, "", PublisherType.Journal);
        Assert.Equal(ArticleAudience.Colleagues, assessment.Audience);
        Assert.DoesNotContain(assessment.Reasons, reason => reason.Text.Contains("aim for", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(PublisherType.Government, "City Council", true)]
    [InlineData(PublisherType.NonProfit, "Town Clinic", true)]
    [InlineData(PublisherType.News, "Evening Post: Wellness", true)]
    [InlineData(PublisherType.News, "Evening Post", false)]
    [InlineData(PublisherType.Other, "My blog", false)]
    internal void What_says_little_is_a_second_choice_from_health_sources_only(PublisherType publisher, string source, bool isOffered)
    {
        var assessment = Assess("A talk on heart health", "", publisher, source: source);
        Assert.Equal((isOffered ? ArticleAudience.Patients : ArticleAudience.Neither, isOffered), (assessment.Audience, assessment.SecondChoice));
        Assert.Equal(isOffered ? ["second-choice", "no-advice"] : ["no-advice"], assessment.Reasons.Take(isOffered ? 2 : 1).Select(reason => reason.Code));
    }

    [Theory]
    [InlineData("Stop smoking today", "")]
    [InlineData("Eye drops called back after infections", "Stop using the drops. Throw them away.")]
    [InlineData("Labor: when to go to the hospital", "Go when the pains come every five minutes.")]
    public void No_list_says_both_what_to_do_and_that_there_is_too_little_to_use(string title, string text)
    {
        var reasons = Assess(title, text, PublisherType.NonProfit).Reasons;
        Assert.Contains(reasons, reason => reason.Code == "gives-advice");
        Assert.DoesNotContain(reasons, reason => reason.Text.Contains("too little", StringComparison.Ordinal) || reason.Text.Contains("has little", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("What to do if you feel like ending your life", "You are not alone. Tell someone how you feel.")]
    [InlineData("Rape: what to do first and where to get care", "Go to a safe place. A nurse can check your health.")]
    [InlineData("My daughter cuts her arms", "Talk with her in a calm way. Ask your doctor for help.")]
    public void Health_advice_on_a_sensitive_subject_reaches_the_person_who_looks(string title, string text) =>
        Assert.Equal(ArticleAudience.Patients, Assess(title, text, PublisherType.NonProfit).Audience);

    /// <summary>Of front pages, only what the gate lets pass may be suggested; none of it as a second choice.</summary>
    [SkippableFact]
    public void No_general_news_is_a_second_choice_and_no_zoology_is_for_colleagues()
    {
        var news = Captured("general_*.xml", PublisherType.News).Select(Scoring.Assess).ToArray();
        var suggested = news.Where(article => article.Assessment!.Audience == ArticleAudience.Patients).ToArray();
        var zoology = Captured("journal_*.xml", PublisherType.Journal).Select(Scoring.Assess).Where(article => article.Assessment!.Audience != ArticleAudience.Neither).ToArray();
        foreach (var article in suggested.Concat(zoology)) output.WriteLine($"{article.Assessment!.Audience} {string.Join(',', article.Topics)} | {article.Title}");
        output.WriteLine($"{suggested.Length} of {news.Length} general news are for patients, {zoology.Length} of the journals' items for colleagues");
        Assert.All(suggested, article => Assert.True(HealthGate.Judge(article).Passes || !article.SensitiveTopics.IsEmpty, article.Title));
        Assert.All(suggested, article => Assert.False(article.Assessment!.SecondChoice && article.SensitiveTopics.IsEmpty, article.Title));
        Assert.True(suggested.Length <= news.Length * 0.03, $"{suggested.Length} of {news.Length}");
        Assert.True(zoology.Length <= 6, $"{zoology.Length}");
    }

    private static IEnumerable<Article> Captured(string pattern, PublisherType publisher) =>
        Directory.GetFiles(SharedData.Path("feeds/captures"), pattern).Order(StringComparer.Ordinal).SelectMany(file =>
        {
            if (Reading.Result(File.ReadAllBytes(file)) is not FeedParseResult.Parsed { Feed: var feed }) return [];
            var source = new FeedSource { Id = "feed_x", Url = new Uri("https://news.example/"), Title = "The Daily", Publisher = publisher };
            return feed.Entries.Select(entry => ArticleFactory.From(entry, feed, source, DateTimeOffset.UnixEpoch)).OfType<ArticleOutcome.Made>().Select(made => made.Article);
        });

    private static Assessment Assess(
        string title, string text, PublisherType publisher = PublisherType.News, FeedAudience audience = FeedAudience.Consumer, string source = "Example")
    {
        var article = Make.Article("a", publisher: publisher, feedAudience: audience) with { Title = title, Summary = text, Assessment = null };
        return Scoring.Assess(ArticleFactory.Relabel(article with { Source = article.Source with { Name = source } }, [])).Assessment!;
    }
}

using Wellread.Articles;
using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class FriendlinessScorerTests
{
    public static TheoryData<string, string> PlainTexts { get; } = Rows(ScoringSamples.Plain);

    public static TheoryData<string, string> TechnicalTexts { get; } = Rows(ScoringSamples.Technical);

    [Theory]
    [MemberData(nameof(PlainTexts))]
    public void A_plain_text_is_for_patients(string title, string text) =>
        Assert.Equal(ArticleAudience.Patients, ScoringSamples.Committed.Score(title, text, "en").Verdict);

    [Theory]
    [MemberData(nameof(TechnicalTexts))]
    public void A_study_is_for_colleagues(string title, string text) =>
        Assert.Equal(ArticleAudience.Colleagues, ScoringSamples.Committed.Score(title, text, "en").Verdict);

    [Theory]
    [MemberData(nameof(PlainTexts))]
    [MemberData(nameof(TechnicalTexts))]
    public void Without_a_model_formulas_score_and_say_so(string title, string text)
    {
        using var folder = new TemporaryFolder();
        var scorer = ScoringSamples.Scorer(folder.Path);

        var assessment = scorer.Score(title, text, "en");

        Assert.True(scorer.Degraded);
        Assert.Equal(EnglishFormula.Version, assessment.ModelVersion);
        Assert.Equal(title.Length < 55 && !text.Contains("isolates", StringComparison.Ordinal), assessment.Verdict == ArticleAudience.Patients);
    }

    [Fact]
    public void Every_assessment_has_two_to_five_reasons_in_words()
    {
        foreach (var (title, text) in ScoringSamples.Plain.Concat(ScoringSamples.Technical))
        {
            var reasons = ScoringSamples.Explainer.Explain(title, text, "en").Reasons;

            Assert.InRange(reasons.Length, 2, 5);
            Assert.Equal(reasons.Length, reasons.Select(reason => reason.Code).Distinct().Count());
            Assert.All(reasons, reason => Assert.Matches("^[A-Z].*\\.$", reason.Text));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Flu", "")]
    [InlineData("…", "!!! ???")]
    public void Too_few_words_are_for_neither(string title, string text)
    {
        var assessment = ScoringSamples.Explainer.Explain(title, text, "en");

        Assert.Equal(ArticleAudience.Neither, assessment.Verdict);
        Assert.Equal("too-short", assessment.Reasons[^1].Code);
    }

    [Fact]
    public void A_journals_citation_makes_an_item_one_for_colleagues()
    {
        var assessment = ScoringSamples.Explainer.Explain("Walking and the heart", "J Heart Res. 2021 Mar 4;12(3):1-9. doi: 10.1000/1234. Online ahead of print.", "en");

        Assert.Equal(ArticleAudience.Colleagues, assessment.Verdict);
        Assert.Equal("journal", assessment.Reasons[0].Code);
    }

    [Fact]
    public void Another_language_is_for_neither_and_says_so()
    {
        var assessment = ScoringSamples.Explainer.Explain("Wie viel Wasser soll man trinken?", "Sechs bis acht Gläser am Tag.", "de");

        Assert.Equal(ArticleAudience.Neither, assessment.Verdict);
        Assert.Equal("other-language", Assert.Single(assessment.Reasons).Code);
    }

    [Fact]
    public void Predicting_allocates_nothing_however_long_the_text()
    {
        var model = Assert.IsType<ModelLoad.Loaded>(FriendlinessModel.Load(Support.Repository.Path("models"))).Model;
        var text = string.Join(' ', Enumerable.Repeat(ScoringSamples.Technical[0].Text + " " + ScoringSamples.Plain[0].Text, 200));
        // The first runs may allocate for the compiler's own bookkeeping; one that does not is proof.
        var least = Enumerable.Range(0, 10).Min(_ => Allocated(() => model.Predict("Walk more", text, out TextCounts _)));

        Assert.Equal(0, least);
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_good_model_file_that_appears_is_taken_and_a_broken_one_after_it_is_not()
    {
        using var folder = new TemporaryFolder();
        var current = ScoringSamples.Current(folder.Path);
        Assert.Null(current.Model);

        var path = folder.Write(FriendlinessModelFile.Name, FriendlinessModelFile.Write(ScoringSamples.Train()));
        current.Refresh();
        var taken = current.Model;
        Assert.NotNull(taken);
        Assert.Null(current.Problem);

        File.WriteAllText(path, "not a model");
        current.Refresh();
        Assert.Same(taken, current.Model);
        Assert.Contains("not a Wellread model", current.Problem, StringComparison.Ordinal);
    }

    private static TheoryData<string, string> Rows((string Title, string Text)[] texts)
    {
        var rows = new TheoryData<string, string>();
        foreach (var (title, text) in texts) rows.Add(title, text);
        return rows;
    }
}

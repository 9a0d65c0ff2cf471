namespace Wellread.Tests.Scoring;

public sealed class EnglishReasonsTests
{
    [Theory]
    [InlineData("Rest when you are tired", "You can walk each day. You will sleep well.", "speaks-to-reader", "Speaks to the reader.")]
    [InlineData("Good food", "The soup is warm. It is good.", "short-sentences", "Short sentences: 3 words on average.")]
    [InlineData("Eat more fruit and less sugar", "", "gives-advice", "Says what to do: \"Eat more fruit and less sugar\".")]
    [InlineData("Keep moving", "Rest in bed makes most back pain worse. Walk as often as you can.", "gives-advice", "Says what to do: \"Keep moving\".")]
    [InlineData("Back pain", "Rest in bed makes most back pain worse. Take short, brisk walks.", "gives-advice", "Says what to do: \"Take short, brisk walks\".")]
    [InlineData("Sun", "Put on sunscreen at least fifteen minutes before you go out.", "gives-advice", "Says what to do: \"Put on sunscreen at least fifteen minutes …\".")]
    [InlineData("Rest is best? Not for back pain", "Walking is good for it.", "gives-advice", null)]
    [InlineData("A look back", "Remember last year when I lost weight.", "gives-advice", null)]
    [InlineData("A drug after myocardial infarction", "", "medical-terms", "Uses medical terms: \"myocardial infarction\" (heart attack).")]
    [InlineData("A trial of a drug", "The result was 3 (95% CI, 1 to 5).", "study-language", "Written like a study: \"95% CI\".")]
    [InlineData("New hope for people with COPD", "", "short-forms", "Uses short forms that it does not explain: \"COPD\".")]
    [InlineData("Walking is good", "", "title-only", "Only the title could be judged.")]
    public void A_reason_says_what_was_found(string title, string text, string code, string? words)
    {
        var reasons = ScoringSamples.Explainer.Explain(title, text, "en").Reasons;

        Assert.Equal(words, reasons.SingleOrDefault(reason => reason.Code == code)?.Text);
    }

    [Fact]
    public void A_term_within_a_longer_one_is_named_once()
    {
        var explanation = ScoringSamples.Explainer.Explain("Chronic obstructive pulmonary disease and chronic kidney disease", "", "en");

        Assert.Equal(["Chronic obstructive pulmonary disease", "chronic kidney disease"], explanation.Jargon.Select(term => term.Term));
    }
}

using System.Collections.Immutable;
using Wellread.Articles;

namespace Wellread.Tests.Scoring;

public sealed class ExplainerTests
{
    [Fact]
    public void Spans_are_places_in_the_text_as_given()
    {
        const string title = "  Miracle pill for hypertension?  ";
        const string text = "\r\nLONDON (Reuters) - A new study in mice looked at hypertension.\r\nYou can walk more.";

        var explanation = ScoringSamples.Explainer.Explain(title, text, "en");

        var term = Assert.Single(explanation.Jargon);
        Assert.Equal(("hypertension", "high blood pressure"), (term.Term, term.PlainWords));
        Assert.Equal(["hypertension", "hypertension"], Words(term.Spans, title, text));
        Assert.Equal([TextPart.Title, TextPart.Text], term.Spans.Select(span => span.Part));
        Assert.Equal(["Miracle pill"], Words(Assert.Single(explanation.Hype).Spans, title, text));
        Assert.Equal(["single-study", "animal-study"], explanation.Labels.Select(label => label.Code));
        Assert.Equal(["A new study", "in mice"], explanation.Labels.SelectMany(label => Words(label.Spans, title, text)));
        Assert.Equal(["You"], Words(explanation.Reasons.Single(reason => reason.Code == "speaks-to-reader").Spans, title, text));
    }

    [Fact]
    public void Three_words_get_no_grade_and_say_so()
    {
        var reading = ScoringSamples.Explainer.Explain("Walking is good", "", "en").Reading;

        Assert.Null(reading.Grade);
        Assert.Equal("Too few words for a reading grade.", reading.Remark);
    }

    private static IEnumerable<string> Words(ImmutableArray<TextSpan> spans, string title, string text) =>
        spans.Select(span => (span.Part == TextPart.Title ? title : text)[span.Start..span.End]);
}

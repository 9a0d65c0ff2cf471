using System.Text;
using Wellread.Articles;
using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

/// <summary>Whatever the text is: spans lie inside it, on the borders of words, and never cut a character in two.</summary>
public sealed class SpansTests
{
    private static readonly string[] Pieces =
    [
        "hypertension", "COPD", "myocardial infarction", "You", "Ask your doctor.", "miracle", "A new study", "in mice", "p < 0.05", "95% CI", "n = 20", "(", ")", "\"", "“", "”", "…", "?", "!", ".",
        ",", ";", ":", "-", "—", "\r\n", "\n\n", "\t", " ", "  ", "\u00A0", "\u200B", "😀", "👩‍⚕️", "𝐀𝐁", "\uD83D", "\uDE00", "é", "e\u0301", "ñ", "<b>", "</b>", "&amp;", "&#x1F600;", "ABSTRACT",
        "BACKGROUND:", "LONDON (Reuters) -", "J Heart Res. 2021 Mar 4;12(3):1-9. doi: 10.1000/1234.", "- Outlet", "| The Daily", "0", "1,000.5", "don't", "it’s", "l'hôpital", "nephrectomy",
        "hipertensión", "¿Qué es?", "¡milagro!", "según un estudio", "\0", "\uFEFF", "中文", "العربية",
    ];

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Spans_lie_inside_the_text_on_borders_of_tokens(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++)
        {
            var (title, text) = (Mix(random, 12), Mix(random, 60));
            foreach (var language in (string[])["en", "es", "de"]) Check(title, text, ScoringSamples.Explainer.Explain(title, text, language));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", "\r\n")]
    [InlineData("\uD83D", "\uDE00")]
    [InlineData("", "hypertension")]
    [InlineData("hypertension", "")]
    public void Odd_and_empty_texts_are_explained(string title, string text)
    {
        foreach (var language in (string[])["en", "es", "xx"]) Check(title, text, ScoringSamples.Explainer.Explain(title, text, language));
    }

    [Fact]
    public void Line_ends_of_another_kind_change_nothing_but_places()
    {
        const string text = "Hypertension is common.\nYou can walk more.\nA new study in mice (n = 20) says so.";
        var (unix, windows) = (text, text.Replace("\n", "\r\n", StringComparison.Ordinal));
        var (one, other) = (ScoringSamples.Explainer.Explain("", unix, "en"), ScoringSamples.Explainer.Explain("", windows, "en"));

        Assert.Equal(one.Probability, other.Probability);
        Assert.Equal(one.Reasons.Select(reason => reason.Text), other.Reasons.Select(reason => reason.Text));
        Assert.Equal(Spans(one).Select(span => unix[span.Start..span.End]), Spans(other).Select(span => windows[span.Start..span.End].Replace("\r\n", "\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_hundred_thousand_characters_are_explained_with_each_term_named_once()
    {
        var long1 = string.Concat(Enumerable.Repeat("The patient had hypertension (high blood pressure) and COPD. ", 1700));
        var long2 = new string('a', 100_000);
        var long3 = string.Concat(Enumerable.Repeat("((((", 25_000));
        var long4 = string.Concat(Enumerable.Repeat("XQZ ", 25_000));

        Assert.Equal(2, ScoringSamples.Explainer.Explain("", long1, "en").Jargon.Length);
        foreach (var text in (string[])[long2, long3, long4]) Check(text, text, ScoringSamples.Explainer.Explain(text, text, "en"));
    }

    private static string Mix(Random random, int most)
    {
        var text = new StringBuilder();
        for (var left = random.Next(most); left > 0; left--) text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(4) == 0 ? "" : " ");
        return text.ToString();
    }

    private static IEnumerable<TextSpan> Spans(TextExplanation explanation) =>
        explanation.Jargon.SelectMany(term => term.Spans).Concat(explanation.Hype.SelectMany(word => word.Spans))
            .Concat(explanation.Labels.SelectMany(label => label.Spans)).Concat(explanation.Reasons.SelectMany(reason => reason.Spans));

    private static void Check(string title, string text, TextExplanation explanation)
    {
        if (title.Trim().Length + text.Trim().Length > 0) Assert.All(explanation.Reasons, reason => Assert.NotEmpty(reason.Spans));
        Assert.All(explanation.Jargon, term => Assert.NotEmpty(term.Spans));
        foreach (var span in Spans(explanation))
        {
            var whole = span.Part == TextPart.Title ? title : text;
            Assert.InRange(span.Start, 0, span.End - 1);
            Assert.InRange(span.End, 1, whole.Length);
            Assert.False(Cuts(whole, span.Start) || Cuts(whole, span.End), $"{span} cuts a character of '{whole}'");
            Assert.False(char.IsWhiteSpace(whole[span.Start]) || char.IsWhiteSpace(whole[span.End - 1]), $"{span} of '{whole}' starts or ends with white space");
            Assert.False(span.Start > 0 && char.IsLetter(whole[span.Start - 1]) && char.IsLetter(whole[span.Start]), $"{span} of '{whole}' starts within a word");
            Assert.False(span.End < whole.Length && char.IsLetter(whole[span.End - 1]) && char.IsLetter(whole[span.End]), $"{span} of '{whole}' ends within a word");
        }
    }

    private static bool Cuts(string text, int index) => index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]);
}

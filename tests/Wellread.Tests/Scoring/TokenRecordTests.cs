using Wellread.Articles;
using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class TokenRecordTests
{
    private static readonly FriendlinessModel Model = Assert.IsType<ModelLoad.Loaded>(FriendlinessModel.Load(Support.Repository.Path("models"))).Model;

    [Theory]
    [InlineData("  How to sleep better - Example Times", "LONDON, Jan 5 /PRNewswire/ -- You don't need pills. Walk more; it's free!")]
    [InlineData("", "Hypertension (n = 20) was \u2018common\u2019 in 2021\u20132022, 95% CI 1.2\u20133.4.")]
    [InlineData("COVID-19: niño, naïve T-cells & HbA1c", "")]
    [InlineData("Electroencephalographically-unpronounceablemultisyllabicwordsofmorethanfortyeightletters", "Otorhinolaryngological examinations")]
    public void What_was_recorded_while_scoring_is_what_a_reader_finds(string title, string text)
    {
        var trimmed = TrimmedText.Of(title, text);
        using var record = new TokenRecord(trimmed);

        Model.Predict(trimmed.Title, trimmed.Text, out var counts, record);

        Assert.True(record.IsWhole);
        using var titleTokens = TextTokens.Read(TextPart.Title, title, trimmed.Title);
        using var textTokens = TextTokens.Read(TextPart.Text, text, trimmed.Text);
        Assert.Equal(Seen(titleTokens.All), Seen(record.Of(TextPart.Title)));
        Assert.Equal(Seen(textTokens.All), Seen(record.Of(TextPart.Text)));
        Assert.Equal(counts.Words, record.Of(TextPart.Title).Concat(record.Of(TextPart.Text)).Count(token => token.Kind == TokenKind.Word));
    }

    [Fact]
    public void Findings_are_the_same_with_a_record_and_without()
    {
        foreach (var (title, text) in ScoringSamples.Plain.Concat(ScoringSamples.Technical))
        {
            var trimmed = TrimmedText.Of(title, text);
            using var record = new TokenRecord(trimmed);
            Model.Predict(trimmed.Title, trimmed.Text, out _, record);

            TextFindings with = TextFindings.Of(trimmed, LanguageWords.English, record), without = TextFindings.Of(trimmed, LanguageWords.English);

            Assert.Equal(without.Terms, with.Terms);
            Assert.Equal(without.Readers, with.Readers);
            Assert.Equal(without.Everyday, with.Everyday);
            Assert.Equal(without.Hardest.Spans, with.Hardest.Spans);
            Assert.Equal((without.Advice, without.Question, without.Longest), (with.Advice, with.Question, with.Longest));
        }
    }

    private static List<TextToken> Seen(ReadOnlySpan<TextToken> tokens) => [.. tokens.ToArray().Select(token => token with { Syllables = 0, Traits = WordTraits.None })];
}

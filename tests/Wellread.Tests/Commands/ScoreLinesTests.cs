using System.Text;
using System.Text.Json;
using Wellread.Commands;
using Wellread.Scoring;
using Wellread.Tests.Scoring;

namespace Wellread.Tests.Commands;

public sealed class ScoreLinesTests
{
    [Fact]
    public void Each_line_is_answered_with_its_figures_in_their_order()
    {
        var (problem, lines) = Score("""
            {"id": "a", "title": "5 easy ways to walk more each day", "text": "Take the stairs. You will feel better in a week or two."}
            {"text": "The hazard ratio for major adverse cardiovascular events was 0.81 (95% CI, 0.68-0.97; P = .02).", "id": 7}
            """);

        Assert.Null(problem);
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(["id", "probability", "verdict", "grade", "difficulty"], line.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(("a", "patients"), (lines[0].GetProperty("id").GetString(), lines[0].GetProperty("verdict").GetString()));
        Assert.Equal((7, "colleagues"), (lines[1].GetProperty("id").GetInt32(), lines[1].GetProperty("verdict").GetString()));
        Assert.All(lines, line => Assert.InRange(line.GetProperty("probability").GetDouble(), 0, 1));
        Assert.All(lines, line => Assert.InRange(line.GetProperty("difficulty").GetDouble(), 1, 6));
    }

    [Theory]
    [InlineData("""{"title": "Drink more water"}""", "null")]
    [InlineData("""{"id": null, "title": null, "text": null}""", "null")]
    [InlineData("""{"ID": "upper", "Title": "Walk more", "TEXT": "each day"}""", """
        "upper"
        """)]
    [InlineData("""{"id": 12345678901234567890, "text": ""}""", "12345678901234567890")]
    [InlineData("""{"id": 1e400, "text": "x"}""", "1e400")]
    [InlineData("""{"id": "é\u00e9\ud800", "title": "x"}""", """
        "é\u00e9\ud800"
        """)]
    [InlineData("""{"id": {"a": [1, {}]}, "title": "x", "extra": {"title": 5, "id": 6}, "more": [[], null, true]}""", """{"a": [1, {}]}""")]
    [InlineData("""{"title": "one", "id": 1, "title": "two", "id": 2}""", "2")]
    public void An_id_comes_back_as_it_was_whatever_else_there_is(string line, string id)
    {
        var (problem, written) = Write(Encoding.UTF8.GetBytes(line));

        Assert.Null(problem);
        Assert.StartsWith($$"""{"id":{{id}},"probability":""", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON", "is not a JSON object")]
    [InlineData("""{"title": "cut""", "is not a JSON object")]
    [InlineData("""{"title": "a"} {"title": "b"}""", "is not a JSON object")]
    [InlineData("""["title", "text"]""", "is not a JSON object")]
    [InlineData("null", "is not a JSON object")]
    [InlineData("""{"title": "\x"}""", "is not a JSON object")]
    [InlineData("""{"title": 5}""", "has a title that is not a string")]
    [InlineData("""{"text": ["a"]}""", "has a text that is not a string")]
    [InlineData("{}", "has neither a \"title\" nor a \"text\"")]
    [InlineData("""{"id": 1, "headline": "Walk more", "body": "Each day."}""", "has neither a \"title\" nor a \"text\"")]
    [InlineData("""{"title": "Walk more", "language": 5}""", "has a language that is not a string")]
    [InlineData("""{"title": "Walk more", "language": "fr"}""", "has a \"language\" other than \"en\" and \"es\"")]
    public void A_bad_line_is_named_and_all_others_are_answered(string bad, string problem)
    {
        var (said, written) = Write(Encoding.UTF8.GetBytes($"{Good}\n\n{bad}\n{Good}\n"));

        Assert.StartsWith($"Line 3 {problem}", said, StringComparison.Ordinal);
        Assert.Equal(2, written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("""{"id": 1, "title": "", "text": " "}""")]
    [InlineData("""{"id": 1, "title": null}""")]
    public void Of_a_line_without_words_nothing_is_known(string line) =>
        Assert.Equal("""{"id":1,"probability":0.5,"verdict":"neither","grade":null,"difficulty":null}""", Written(line));

    [Fact]
    public void The_language_is_what_the_line_says_then_what_the_command_says_then_what_is_found()
    {
        const string Spanish = """{"text": "Camine diez minutos cada día y pregunte a su médico."}""";
        var english = Difficulty("""{"text": "Camine diez minutos cada día y pregunte a su médico.", "language": "EN"}""");
        Assert.NotNull(english);
        Assert.Null(Difficulty(Spanish));
        Assert.Equal(english, Difficulty(Spanish, "en"));
        Assert.Null(Difficulty("""{"text": "Walk for ten minutes each day and ask your doctor.", "language": "es"}""", "en"));
    }

    [Fact]
    public void Byte_order_mark_line_ends_of_all_kinds_and_blank_lines_make_no_difference()
    {
        var (problem, written) = Write([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{Good}\r\n\r\n   \n\t\n{Good}")]);

        Assert.Null(problem);
        Assert.Equal([Written(Good), Written(Good)], written.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("Line\\nbreaks,\\ttabs, \\\"quotes\\\", \\u00e9, \\\\ and \\/", "Line\nbreaks,\ttabs, \"quotes\", é, \\ and /")]
    [InlineData("A whole pair \\ud83d\\ude00 here", "A whole pair 😀 here")]
    public void Escapes_are_read_as_what_they_mean(string escaped, string meant)
    {
        var problem = ScoreLine.Read(Encoding.UTF8.GetBytes($$"""{"title": "{{escaped}}"}"""), out var line);

        Assert.Null(problem);
        Assert.Equal(meant, line.Title);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_character_like_any_other()
    {
        Assert.Null(ScoreLine.Read("{\"text\": \"Half a pair \\ud83d and the other \\ude00\"}"u8, out var line));
        Assert.Equal("Half a pair \uD83D and the other \uDE00", line.Text);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_passed_over()
    {
        var (problem, written) = Write([.. """{"id": "x","title": "Walk"""u8, 0xFF, 0xC3, .. " more each day\"}"u8]);

        Assert.Null(problem);
        Assert.StartsWith("{\"id\":\"x\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_a_megabyte_is_scored_between_short_ones()
    {
        var large = JsonSerializer.Serialize(new { id = 2, text = string.Join(' ', Enumerable.Repeat("Walk a little more each day, and drink water.", 25_000)) });
        Assert.True(large.Length > 1_000_000);

        var (problem, lines) = Score($"{Good}\n{large}\n{Good}\n");

        Assert.Null(problem);
        Assert.Equal([1, 2, 1], lines.Select(line => line.GetProperty("id").GetInt32()));
    }

    [Fact]
    public void A_line_without_end_is_refused_in_words()
    {
        using var scoring = new ScoreLines(Scoring, Stream.Null);

        List<string> said = [];
        Assert.False(scoring.Run(new EndlessStream(), said.Add));
        Assert.Equal(["Line 1 is longer than 64 MB."], said);
    }

    [Fact]
    public void A_file_of_another_kind_is_not_told_line_by_line()
    {
        var (_, said, written) = Run(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("id,title,text\n", 500)) + Good));

        Assert.Equal(21, said.Count);
        Assert.Equal("500 lines were left out.", said[^1]);
        Assert.Equal(Written(Good), written.TrimEnd('\n'));
    }

    [Fact]
    public void What_is_null_is_empty() =>
        Assert.Equal(
            Written("""{"text": "Walk each day with your children."}"""),
            Written("""{"title": null, "text": "Walk each day with your children."}"""));

    private const string Good = """{"id": 1, "title": "Drink more water each day"}""";

    private static readonly TextScoring Scoring = new(new ArticleScoring(ScoringSamples.Committed, ScoringSamples.Explainer));

    private static double? Difficulty(string line, string? language = null) =>
        JsonElement.Parse(Run(Encoding.UTF8.GetBytes(line), language).Written).GetProperty("difficulty") is { ValueKind: JsonValueKind.Number } known ? known.GetDouble() : null;

    private static string Written(string line) => Write(Encoding.UTF8.GetBytes(line)).Written.TrimEnd('\n');

    private static (string? Problem, string Written) Write(byte[] input)
    {
        var (whole, said, written) = Run(input);
        Assert.Equal(whole, said.Count == 0);
        return (said.FirstOrDefault(), written);
    }

    private static (bool Whole, List<string> Said, string Written) Run(byte[] input, string? language = null)
    {
        using var output = new MemoryStream();
        using var scoring = new ScoreLines(Scoring, output) { Language = language };
        List<string> said = [];
        return (scoring.Run(new MemoryStream(input), said.Add), said, Encoding.UTF8.GetString(output.ToArray()));
    }

    private static (string? Problem, List<JsonElement> Lines) Score(string input)
    {
        var (problem, written) = Write(Encoding.UTF8.GetBytes(input));
        return (problem, [.. written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))]);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'a');
            return count;
        }
    }
}

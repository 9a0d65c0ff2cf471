using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public sealed class TrainingDataTests
{
    [Theory]
    [InlineData("{\"text\":\"cut", "line 2: It is not one JSON object.")]
    [InlineData("{\"text\":\"Walk more.\"} {}", "line 2: It is not one JSON object.")]
    [InlineData("[1, 2]", "line 2: It is not one JSON object.")]
    [InlineData("{\"label\":1}", "line 2: It has neither text nor title.")]
    [InlineData("{\"text\":\"Walk more.\",\"label\":2}", "line 2: label must be a number from 0 to 1, or null.")]
    [InlineData("{\"text\":\"Walk more.\",\"label\":0.4}", "line 2: label must be 0, 1 or null.")]
    [InlineData("{\"text\":\"Walk more.\",\"label\":\"easy\"}", "line 2: label must be a number from 0 to 1, or null.")]
    [InlineData("{\"text\":\"Walk more.\",\"grade\":7}", "line 2: grade must be a number from 1 to 6, or null.")]
    [InlineData("{\"text\":12,\"label\":1}", "line 2: text must be a text.")]
    public void A_line_that_cant_be_used_is_named_with_its_file(string line, string expected)
    {
        using var folder = new TrainingFolder();
        folder.WriteLines("mine.jsonl", ["{\"text\":\"Drink water.\",\"label\":1}", line]);

        var problem = Assert.Throws<InvalidDataException>(() => TrainingData.Read(Path.Combine(folder.Data, "mine.jsonl")).Count()).Message;

        Assert.StartsWith("mine.jsonl, ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_that_is_damaged_is_named()
    {
        using var folder = new TrainingFolder();
        folder.WriteLines("mine.jsonl", ["this is not packed"]);
        var path = Path.Combine(folder.Data, "mine.jsonl.gz");
        File.Move(Path.Combine(folder.Data, "mine.jsonl"), path);

        Assert.StartsWith("mine.jsonl.gz, from line 1 on", Assert.Throws<InvalidDataException>(() => TrainingData.Read(path).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_empty_lines_and_unknown_fields_are_fine()
    {
        using var folder = new TrainingFolder();
        folder.WriteLines("mine.jsonl", ["", "{\"text\":\"Walk more.\",\"title\":null,\"label\":null,\"grade\":null,\"colour\":\"red\"}"]);

        var row = Assert.Single(TrainingData.Read(Path.Combine(folder.Data, "mine.jsonl")));

        Assert.Equal(("Walk more.", "mine", "mine-2"), (row.Text, row.Corpus, row.Group));
        Assert.Null(row.Label);
    }
}

using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public sealed class RatedTextsTests
{
    private static readonly TrainingOptions Options = new() { Bits = 12, Folds = 2, MinExamples = 1 };

    [Fact]
    public void Rows_are_rated_by_corpus_and_id_and_texts_come_with_their_rating()
    {
        using var folder = new TrainingFolder();
        folder.WriteLines("ratings/items.tsv", ["# corpus, id, rating", "feeds\ta-1\t4.5", "feeds\ta-2\t1"]);
        folder.WriteLines("ratings/written.jsonl", ["""{"title":"Drink enough","text":"Water is best.","rating":5,"register":"advice"}"""]);
        folder.WriteLines("ratings/README.md", ["No rating at all."]);

        var rated = RatedTexts.Read(Path.Combine(folder.Data, "ratings"));

        Assert.Equal(4.5, rated.Of(Row("feeds", "a-1")));
        Assert.Equal(1, rated.Of(Row("feeds", "a-2")));
        Assert.Null(rated.Of(Row("others", "a-1")));
        Assert.Null(rated.Of(Row("feeds", "")));
        Assert.Equal(new RatedText("Drink enough", "Water is best.", 5), Assert.Single(rated.Texts));
    }

    [Theory]
    [InlineData("items.tsv", "feeds a-1 4")]
    [InlineData("items.tsv", "feeds\ta-1\t6")]
    [InlineData("items.tsv", "feeds\ta-1\tfour")]
    [InlineData("written.jsonl", "{\"title\":\"A\",\"text\":\"B\"}")]
    [InlineData("written.jsonl", "{\"title\":\"A\",\"text\":\"B\",\"rating\":0}")]
    [InlineData("written.jsonl", "{\"title\":1,\"text\":\"B\",\"rating\":3}")]
    [InlineData("written.jsonl", "no JSON")]
    public void A_line_that_cannot_be_read_is_named(string file, string line)
    {
        using var folder = new TrainingFolder();
        folder.WriteLines("ratings/" + file, ["# first", line]);

        var problem = Assert.Throws<InvalidDataException>(() => RatedTexts.Read(Path.Combine(folder.Data, "ratings"))).Message;

        Assert.StartsWith($"{file}, line 2: ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_committed_ratings_can_be_read_and_use_the_whole_scale()
    {
        var rated = RatedTexts.Read(Support.Repository.Path("models/ratings"));

        Assert.True(rated.Rows.Count > 1000 && rated.Texts.Count > 1000);
        foreach (var ratings in (IEnumerable<double>[])[rated.Rows.Values, rated.Texts.Select(text => text.Rating)])
        {
            Assert.Equal((1, 5), (ratings.Min(), ratings.Max()));
            Assert.All(Enumerable.Range(1, 5), step => Assert.True(ratings.Count(rating => Math.Abs(rating - step) <= 0.5) > 50));
        }
    }

    [Fact]
    public void What_raters_call_plain_is_learnt_from_rows_and_from_texts()
    {
        var rows = ScoringSamples.Rows.Select((row, i) => row with { Id = $"r{i}" }).ToList();
        var byRow = new RatedTexts(rows.ToDictionary(row => (row.Corpus, row.Id), row => row.Label == true ? 4.5 : 1.5), []);
        var byText = RatedTexts.None with { Texts = [.. rows.Select(row => new RatedText(row.Title, row.Text, row.Label == true ? 4.5 : 1.5))] };

        foreach (var rated in (RatedTexts[])[byRow, byText])
        {
            var set = Examples(rows);
            var line = PlainnessTrainer.Fit(set, rated, Options);
            Assert.True(ScoringSamples.Plain.Average(one => Plainness(line, set, one)) > 0);
            Assert.True(ScoringSamples.Technical.Average(one => Plainness(line, set, one)) < 0);
        }
    }

    [Fact]
    public void Without_ratings_nothing_is_plainer_than_anything() =>
        Assert.All(PlainnessTrainer.Fit(Examples(ScoringSamples.Rows), RatedTexts.None, Options).Weights, weight => Assert.Equal(0, weight));

    private static ExampleSet Examples(IReadOnlyList<TrainingRow> rows) => ExampleSet.Build(rows, KnownLists.None, Options);

    private static double Plainness(DenseLine line, ExampleSet set, (string Title, string Text) one)
    {
        var example = FeatureCollector.Collect(Row("", ""), new TextView(one.Title, one.Text, 1), null, Options.Bits, 0);
        ExampleSet.FillDense(example, set.Vocabulary);
        return line.Of(example.Features);
    }

    private static TrainingRow Row(string corpus, string id) => new("A title", "A text.", null, null, corpus, "g", "", "") { Id = id };
}

using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public class DocumentShiftsTests
{
    private const int Sentences = 40;

    [Fact]
    public void A_document_is_what_follows_one_another_from_one_source_of_one_corpus()
    {
        List<Example> rated = [Rated("a", "x"), Rated("a", "x"), Rated("a", "y"), Rated("a", "x"), Rated("b", "x")];

        var documents = DocumentShifts.Documents(rated);

        Assert.Equal([0, 0, 2, 3, 4], rated.Select(example => documents[example]));
    }

    [Fact]
    public void What_a_strict_rater_gave_a_whole_document_is_taken_off_and_what_its_sentences_are_like_is_not()
    {
        List<Example> rated = [.. Enumerable.Range(0, 6 * Sentences).Select(i => Rated("a", $"{i / Sentences}"))];
        for (var i = 0; i < rated.Count; i++) rated[i] = Graded(rated[i], Hardness(i) + (i / Sentences == 0 ? 1 : 0), Hardness(i));

        var level = DocumentShifts.Level(rated, DocumentShifts.Documents(rated), ridge: 1, hold: 5);

        Assert.Equal(1, rated[0].Row.Grade!.Value - rated[Sentences].Row.Grade!.Value - Hardness(0) + Hardness(Sentences), 0.001);
        for (var i = 0; i < Sentences; i++)
        {
            Assert.Equal(Hardness(i) - Hardness(Sentences + i), level[i] - level[Sentences + i], 0.25);
            Assert.Equal(Hardness(i) - Hardness(0), level[i] - level[0], 0.001);
        }
        Assert.Equal(rated.Average(example => example.Row.Grade!.Value), level.Average(), 0.001);
    }

    [Fact]
    public void The_grades_of_one_document_stay_as_they_are()
    {
        List<Example> rated = [.. Enumerable.Range(0, 10).Select(i => Graded(Rated("a", "x"), 1 + (i % 5), i))];

        Assert.Equal(rated.Select(example => example.Row.Grade!.Value), DocumentShifts.Level(rated, DocumentShifts.Documents(rated), ridge: 1, hold: 5));
    }

    // Later documents are harder, each has easy and hard sentences.
    private static double Hardness(int i) => 2 + (i % 7 * 0.25) + (i / Sentences * 0.1);

    private static Example Rated(string corpus, string source) =>
        FeatureCollector.Collect(new TrainingRow("", "A text.", null, 3, corpus, "g", "", source), new TextView("", "A text.", 1), null, 12, 0);

    private static Example Graded(Example like, double grade, double feature)
    {
        var example = FeatureCollector.Collect(like.Row with { Grade = grade }, like.View, null, 12, 0);
        example.Features[0] = (float)feature;
        return example;
    }
}

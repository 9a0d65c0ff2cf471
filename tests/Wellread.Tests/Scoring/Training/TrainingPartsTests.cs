using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public sealed class TrainingPartsTests
{
    [Fact]
    public void Word_lists_with_counts_say_how_common_a_word_is()
    {
        using var folder = new TrainingFolder();
        folder.WriteLines("wordlists/speech.txt", ["the 9000", "doctor 900", "Angina 9", "a line that is none", "bare"]);

        var words = new WordFamiliarity(new byte[WordFamiliarity.Length], FrequencyList.Levels(folder.Data));

        Assert.True(Common("the") > Common("doctor"));
        Assert.True(Common("doctor") > Common("angina"));
        Assert.True(Common("angina") > 0);
        Assert.Equal(0, Common("bare"));

        float Common(string word) => words.General(FeatureHash.Of(word));
    }

    [Fact]
    public void Without_word_lists_no_word_is_common()
    {
        using var folder = new TrainingFolder();

        Assert.All(FrequencyList.Levels(folder.Data), level => Assert.Equal(0, level));
    }

    [Fact]
    public void A_group_stays_in_one_fold_and_neighbours_stay_together()
    {
        var rows = Enumerable.Range(0, 2000).Select(i => new TrainingRow("", "text", true, null, "c", $"g{i / 2}", "", "")).ToList();

        var chosen = rows.Select(new Folds(rows, 4).Of).ToList();

        Assert.All(rows.Zip(chosen).GroupBy(pair => pair.First.Group), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
        Assert.Equal(4, chosen.Distinct().Count());
        Assert.InRange(chosen.Zip(chosen.Skip(1)).Count(pair => pair.First != pair.Second), 1, 2000 / 50);
    }

    [Fact]
    public void Three_words_are_kept_apart_by_how_uncommon_they_are()
    {
        var counts = TextCounts.Empty;
        foreach (var level in (byte[])[72, 24, 96, 0, 48])
        {
            counts.Levels.Add(new WordLevels(72, level, 35, 4, 1));
            counts.Traits.Add(WordFacts.RarityOf(familiarity: 9, level / WordFamiliarity.Step));
        }
        counts.Flush();

        const int Level = WordLevels.Commonness;
        Assert.Equal((0, 24, 48), (counts.Levels.Least(Level), counts.Levels.Second(Level), counts.Levels.Third(Level)));
        Assert.Equal(72 + 24 + 96 + 48, counts.Levels.Sum(Level));
        Assert.Equal((3, 2, 1), (counts.UncommonWords, counts.UnusualWords, counts.UnlistedWords));
    }

    [Fact]
    public void Both_sides_count_the_same_and_the_target_counts_most()
    {
        var options = new TrainingOptions { Target = "feeds", Items = new(TargetWeight: 10, AbstractWeight: 1, TreeShare: 1, PlainShare: 0, HardShare: 0, Bend: 0) };
        List<Example> examples = [.. Enumerable.Range(0, 4).Select(_ => Sample("other", 1)), Sample("feeds", 1), Sample("other", 0), Sample("other", 0.5f)];

        var weights = ExampleWeights.Of(examples, options, options.Items);

        Assert.Equal(14, examples.Where(example => example.Side == 1).Sum(example => weights[example]));
        Assert.Equal(14, examples.Where(example => example.Side == 0).Sum(example => weights[example]), 0.001);
        Assert.Equal(1, weights[examples[^1]]);
    }

    [Fact]
    public void An_abstract_counts_what_the_head_says_beside_other_technical_texts()
    {
        var options = new TrainingOptions { Abstracts = ["journals"], Passages = new(TargetWeight: 1, AbstractWeight: 0.25f, TreeShare: 1, PlainShare: 0, HardShare: 0, Bend: 0) };
        List<Example> examples = [Sample("other", 1), Sample("other", 0), Sample("journals", 0)];

        var weights = ExampleWeights.Of(examples, options, options.Passages);

        Assert.Equal(0.25, weights[examples[2]] / weights[examples[1]], 0.0001);
    }

    [Fact]
    public void Boosted_trees_follow_what_they_learn_and_a_share_of_them_says_a_share()
    {
        var context = new Microsoft.ML.MLContext(1);
        var rows = Enumerable.Range(0, 400).Select(i => new DenseInput { Features = [i % 20, i / 20], Target = 1 + (i % 20 / 4) }).ToList();

        var boosted = TreeTrainer.FitTarget(context, rows, 2, new TreeShape(40, 8, 5, 0.3, 1), 1);
        var share = boosted.Times(0.25f);

        share.Check(2);
        foreach (var row in rows)
        {
            Assert.Equal(row.Target, boosted.Sum(row.Features), 0.3);
            Assert.Equal(boosted.Sum(row.Features) * 0.25, share.Sum(row.Features), 0.0001);
        }
    }

    private static Example Sample(string corpus, float side) =>
        FeatureCollector.Collect(new TrainingRow("", "A text.", null, null, corpus, "g", "", ""), new TextView("", "A text.", 1), side, 12, 0);
}

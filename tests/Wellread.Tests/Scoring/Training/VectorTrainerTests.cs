using Wellread.Scoring;
using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public sealed class VectorTrainerTests
{
    [Fact]
    public void Words_in_like_company_have_like_vectors()
    {
        string[] animals = ["cat", "dog", "horse", "cow"], machines = ["car", "truck", "tractor", "engine"];
        string[] living = ["eats", "sleeps", "breathes", "grows", "drinks", "runs"], running = ["burns", "rusts", "idles", "stalls", "leaks", "hums"];
        var random = new Random(3);
        var rows = Enumerable.Range(0, 800).Select(i => Row(i % 2 == 0 ? Say(animals, living) : Say(machines, running))).ToList();

        var vectors = VectorTrainer.Train(rows, new TrainingOptions());

        Assert.True(Alike("cat", "horse") > Alike("cat", "truck") + 0.3);
        Assert.True(Alike("engine", "car") > Alike("engine", "cow") + 0.3);
        Assert.Equal(vectors.Vectors.ToArray(), VectorTrainer.Train(rows, new TrainingOptions()).Vectors.ToArray());

        string Say(string[] subjects, string[] verbs) => $"The {Any(subjects)} {Any(verbs)} and {Any(verbs)}";

        string Any(string[] words) => words[random.Next(words.Length)];

        double Alike(string first, string second)
        {
            var (a, b) = (vectors.Of(FeatureHash.Of(first)), vectors.Of(FeatureHash.Of(second)));
            return Enumerable.Range(0, WordVectors.Size).Sum(i => a[i] * b[i]) / (127.0 * 127);
        }
    }

    [Fact]
    public void Too_few_words_give_no_vectors() =>
        Assert.DoesNotContain(VectorTrainer.Train([Row("only a few words"), Row("only a few words"), Row("only a few words")], new TrainingOptions()).Words.ToArray(), word => word != 0);

    [Fact]
    public void A_straight_dependence_is_found_by_the_ridge_and_held_back_the_more_it_is_asked_to()
    {
        var random = new Random(8);
        var rows = Enumerable.Range(0, 500).Select(_ => Enumerable.Range(0, DenseFeatures.Count).Select(i => i == 5 ? 7 : random.NextSingle()).ToArray())
            .Select(features => (features, 1 + (2.0 * features[0]) - features[3])).ToList();

        var free = RidgeTrainer.Fit(rows, 1e-6);
        var held = RidgeTrainer.Fit(rows, 500);

        Assert.Equal(2, free.Weights[0], 0.05);
        Assert.Equal(-1, free.Weights[3], 0.05);
        Assert.Equal(0, free.Weights[5]);
        Assert.InRange(held.Weights[0], 0.5, 1.5);
        Assert.Equal(rows.Average(row => row.Item2), rows.Average(row => held.Of(row.features)), 0.01);
    }

    [Fact]
    public void A_list_of_words_by_size_is_read_and_a_wrong_line_is_named()
    {
        using var folder = new TrainingFolder();
        folder.WriteLines("sizes.txt", ["# 10", "the", "of", "# 35", "doctor"]);
        folder.WriteLines("wrong.txt", ["# ten", "the"]);

        var sizes = KnownLists.Read(folder.Data, Path.Combine(folder.Data, "sizes.txt")).Sizes;

        Assert.Equal((10, 10, 35), (sizes.Of(FeatureHash.Of("the")), sizes.Of(FeatureHash.Of("of")), sizes.Of(FeatureHash.Of("doctor"))));
        Assert.Contains("# ten", Assert.Throws<InvalidDataException>(() => KnownLists.Read(folder.Data, Path.Combine(folder.Data, "wrong.txt"))).Message, StringComparison.Ordinal);
    }

    private static TrainingRow Row(string text) => new("", text, null, null, "c", text, "", "");
}

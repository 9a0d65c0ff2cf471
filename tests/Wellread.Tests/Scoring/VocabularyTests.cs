using System.Runtime.Intrinsics;
using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class VocabularyTests
{
    [Fact]
    public void A_word_has_the_size_of_the_smallest_dictionary_that_lists_it()
    {
        var sizes = WordSizes.From([(Hash("the"), 10), (Hash("doctor"), 35), (Hash("doctor"), 60), (Hash("trochanter"), 70)]);

        Assert.Equal((10, 35, 70), (sizes.Of(Hash("the")), sizes.Of(Hash("doctor")), sizes.Of(Hash("trochanter"))));
        Assert.Equal(WordSizes.Unlisted, sizes.Of(Hash("angioplasty")));
        Assert.Equal(WordSizes.Unlisted, WordSizes.None.Of(Hash("the")));
    }

    [Fact]
    public void A_full_list_keeps_its_sizes_and_takes_hardly_any_other_word_for_one()
    {
        var listed = Enumerable.Range(0, 130_000).Select(i => (Word: Hash($"w{i}"), Size: 5 * (1 + (i % 14)))).DistinctBy(word => word.Word).ToList();

        var sizes = WordSizes.From(listed);

        Assert.True(listed.Count(word => sizes.Of(word.Word) != word.Size) < listed.Count / 500);
        Assert.True(Enumerable.Range(0, 10_000).Count(i => sizes.Of(Hash($"x{i}")) != WordSizes.Unlisted) < 30);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(80)]
    public void A_size_that_does_not_fit_is_refused(int size) => Assert.Throws<InvalidDataException>(() => WordSizes.From([(1, size)]));

    [Fact]
    public void Words_have_their_vectors_and_others_have_none()
    {
        float[] vector = [1, -1, 0.5f, .. new float[WordVectors.Size - 3]];
        var vectors = WordVectors.From(Enumerable.Range(0, 40_000).Select(i => (Hash($"w{i}"), vector)).DistinctBy(word => word.Item1).Append((Hash("heart"), [.. vector.Select(x => -x)])));

        Assert.Equal(Vector128.Create(-127, 127, -64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0), vectors.Of(Hash("heart")));
        Assert.Equal(Vector128.Create(127, -127, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0), vectors.Of(Hash("w39999")));
        Assert.Equal(default, vectors.Of(Hash("liver")));
    }

    [Fact]
    public void The_mean_vector_is_of_the_words_that_have_one()
    {
        var vectors = WordVectors.From([(Hash("heart"), Vector(1)), (Hash("lung"), Vector(-0.5f))]);
        var sum = default(VectorSum);
        // Far more than a byte could add up.
        for (var i = 0; i < 3000; i++)
        {
            sum.Add(vectors.Of(Hash("heart")));
            sum.Add(vectors.Of(Hash("lung")));
            sum.Add(vectors.Of(Hash("unknown")));
        }
        var mean = new float[WordVectors.Size];

        sum.Fill(mean);

        Assert.All(mean, value => Assert.Equal((127 - 64) / 254f, value, 1e-6));

        static float[] Vector(float value) => [.. Enumerable.Repeat(value, WordVectors.Size)];
    }

    [Fact]
    public void Levels_are_summed_and_the_three_lowest_kept_however_many_words_there_are()
    {
        var random = new Random(7);
        var words = Enumerable.Range(0, 700).Select(_ => new byte[5].Select(_ => (byte)random.Next(1, 100)).ToArray()).ToList();
        var counts = LevelCounts.Empty;
        foreach (var word in words) counts.Add(new WordLevels(word[0], word[1], word[2], word[3], word[4]));
        counts.Flush();

        Check(WordLevels.Lay, word => word[0]);
        Check(WordLevels.Commonness, word => word[1]);
        Check(WordLevels.Size, word => WordSizes.Unlisted - word[2]);
        Check(WordLevels.Letters, word => 255 - word[3]);
        Check(WordLevels.Syllables, word => 255 - word[4]);
        Assert.Equal(words.Sum(word => Math.Max(0, 91 - word[1])), counts.Sum(WordLevels.Rarity));

        void Check(int level, Func<byte[], int> value)
        {
            var sorted = words.Select(value).Order().ToArray();
            Assert.Equal(sorted.Sum(), counts.Sum(level));
            Assert.Equal((sorted[0], sorted[1], sorted[2]), (counts.Least(level), counts.Second(level), counts.Third(level)));
        }
    }

    [Fact]
    public void A_line_counts_no_feature_beyond_its_bounds()
    {
        float[] weights = new float[DenseFeatures.Count], low = new float[DenseFeatures.Count], high = new float[DenseFeatures.Count];
        (weights[0], low[0], high[0], weights[1], low[1], high[1]) = (2, -1, 3, 1, 0, 10);
        var line = new DenseLine(weights, low, high, 0.5f);
        var features = new float[DenseFeatures.Count];

        Assert.Equal(0.5 + (2 * 3) + 4, Of(100, 4));
        Assert.Equal(0.5 - (2 * 1) + 0, Of(-100, -4));
        Assert.Equal((0.5 + (2 * 2) + 4) / 4, line.Times(0.25f).Of([2, 4, .. features[2..]]), 1e-6);

        double Of(float first, float second)
        {
            (features[0], features[1]) = (first, second);
            return line.Of(features);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(LinearWeights.LargestWeight, 15)]
    [InlineData(-LinearWeights.LargestWeight, 1)]
    [InlineData(-1, 8)]
    public void A_bucket_gives_back_its_weight_and_its_square(int weight, int square)
    {
        var bucket = LinearWeights.Pack(weight, square);

        Assert.Equal((weight, square), (LinearWeights.WeightOf(bucket), LinearWeights.SquareOf(bucket)));
    }

    [Fact]
    public void Every_listed_word_is_found_and_others_are_not()
    {
        foreach (var words in (LanguageWords[])[LanguageWords.English, LanguageWords.Spanish])
        {
            Assert.All(words.Jargon.LastWords, word => Assert.True((words.Of(word).Ends & WordEnds.Term) != 0));
            Assert.All(words.Phrases.LastWords, word => Assert.True((words.Of(word).Ends & WordEnds.Phrase) != 0));
            Assert.All(Enumerable.Range(0, 2000), i => Assert.Equal(default, words.Of(Hash($"x{i}x"))));
        }
        Assert.All(WordList.All, word => Assert.Equal(word.Value, LanguageWords.English.Of(word.Key).Traits));
    }

    private static uint Hash(string word) => FeatureHash.Of(word);
}

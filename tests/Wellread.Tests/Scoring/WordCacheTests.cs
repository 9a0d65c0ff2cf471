using System.Runtime.Intrinsics;
using System.Text;
using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class WordCacheTests
{
    private static readonly FriendlinessModel Model = Assert.IsType<ModelLoad.Loaded>(FriendlinessModel.Load(Support.Repository.Path("models"))).Model;

    [Fact]
    public void Remembered_words_change_no_score()
    {
        var random = new Random(4);
        for (var round = 0; round < 3000; round++)
        {
            string title = Text(random, random.Next(4)), text = Text(random, random.Next(30));
            var plain = Plain(title, text, out var expected);

            var quick = Model.Predict(title, text, out var counts);

            Assert.Equal(Dense(expected), Dense(counts));
            Assert.Equal(plain, quick);
        }
    }

    [Fact]
    public void A_word_is_read_the_same_at_once_and_letter_by_letter()
    {
        var random = new Random(5);
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        for (var round = 0; round < 20_000; round++)
        {
            var text = Text(random, 1 + random.Next(3));
            var tokens = new TokenReader(text, buffer);
            while (tokens.Next())
            {
                if (tokens.Kind != TokenKind.Word) continue;
                Assert.Equal(EndOfWord(text, tokens.Start), tokens.Start + tokens.Raw.Length);
                Assert.Equal(Folded(tokens.Raw), tokens.Lowered.ToString());
                Assert.Equal($" {tokens.Lowered} ", tokens.Padded.ToString());
                Assert.Equal(WordShape.FormOf(tokens.Raw), tokens.Form);
                Assert.Equal(AsciiWord.KeyOf(tokens.Lowered), tokens.Key);
            }
        }
    }

    [Fact]
    public void Threads_that_score_at_once_do_not_disturb_each_other()
    {
        var random = new Random(6);
        var texts = Enumerable.Range(0, 200).Select(_ => Text(random, 20)).ToList();
        var expected = texts.ConvertAll(text => Plain("", text, out _).Probability);

        Parallel.For(0, 32, _ =>
        {
            for (var i = 0; i < texts.Count; i++) Assert.Equal(expected[i], Model.Predict("", texts[i], out TextCounts _).Probability);
        });
    }

    [Fact]
    public void There_are_as_many_caches_as_processors_and_each_comes_back()
    {
        var caches = new WordCaches();
        var rented = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => caches.Rent()).ToList();

        Assert.DoesNotContain(null, rented);
        Assert.Null(caches.Rent());
        caches.Return(rented[0]!);
        Assert.Same(rented[0], caches.Rent());
    }

    [Fact]
    public void Words_that_fall_on_one_place_stay_side_by_side_and_of_more_the_familiar_ones()
    {
        var random = new Random(7);
        var cache = new WordCache();
        List<KnownWord> some = [.. Enumerable.Range(0, 3000).Select(_ => Word(random, familiarity: 10))], many = [.. Enumerable.Range(0, 100_000).Select(_ => Word(random, familiarity: 9))];
        foreach (var word in some) cache.Add(word);

        Assert.InRange(some.Count(IsKnown), 2950, 3000);
        foreach (var word in many) Assert.Equal(word.Key, cache[cache.Add(word)].Key);
        Assert.InRange(some.Count(IsKnown), 2500, 2999);
        Assert.True(IsKnown(many[^1]));

        bool IsKnown(KnownWord word) => cache[cache.Find(word.Key)].Key == word.Key;
    }

    private static KnownWord Word(Random random, byte familiarity) =>
        new() { Key = Vector128.Create(random.NextInt64(), random.NextInt64()).AsByte(), Facts = new WordFacts(default, 1, WordTraits.None, new WordLevels(familiarity, 1, 1, 1, 1)) };

    private static float[] Dense(in TextCounts counts)
    {
        var features = new float[DenseFeatures.Count];
        DenseFeatures.Fill(counts, features);
        return features;
    }

    // The long way: no cache, and trees walked one by one. Both ways add up to the same bits.
    private static Prediction Plain(string title, string text, out TextCounts counts)
    {
        var head = Model.HeadFor(title);
        var sums = new WeightSums(head.Linear);
        Featurizer.Read(title, text, Model.Vocabulary, ref sums, out counts);
        var features = new float[StackedFeatures.Count];
        DenseFeatures.Fill(counts, features);
        var c = head.Constants;
        double linear = sums.Friendliness(head.Linear) + c.Bias;
        var difficulty = Model.DifficultyTrees.Sum(features) + Model.DifficultyLine.Of(features);
        var plainness = Model.PlainnessLine.Of(features);
        features.AsSpan(DenseFeatures.FirstTotal..DenseFeatures.Count).Clear();
        features[StackedFeatures.LinearFriendliness] = (float)linear;
        features[StackedFeatures.Difficulty] = (float)difficulty;
        var margin = c.Margin((head.Trees.Sum(features) * c.TreeShare) + (linear * (1 - c.TreeShare)), plainness, difficulty, counts.Words);
        return new Prediction(1 / (1 + Math.Exp(-((c.Slope * margin) + c.Offset))), Math.Clamp(difficulty, 1, 6), margin);
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && (Part(text[end]) || (text[end] is '\'' or '\u2019' or '\u02BC' && end + 1 < text.Length && char.IsLetter(text[end + 1])))) end++;
        return end;

        static bool Part(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
    }

    private static string Folded(ReadOnlySpan<char> raw)
    {
        var folded = new StringBuilder();
        foreach (var c in raw[..Math.Min(raw.Length, TokenReader.MaxLength)])
        {
            folded.Append(char.IsAsciiDigit(c) ? '0' : c is '\u2018' or '\u2019' or '\u02BC' ? '\'' : char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    // Words of feeds, long ones and odd ones, and any characters between: lone surrogates, combining marks, quotes of all kinds, nulls.
    private static string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            var samples = ScoringSamples.Plain.Concat(ScoringSamples.Technical).ToList();
            var sample = samples[random.Next(samples.Count)].Text.Split(' ');
            var word = sample[random.Next(sample.Length)];
            text.Append(random.Next(8) switch
            {
                0 => $"{word}{(char)random.Next(0x20, 0x3000)}{word}",
                1 => word.ToUpperInvariant(),
                2 => $"{word}{"'’ʼ"[random.Next(3)]}{"sté1' "[random.Next(6)]}",
                3 => string.Concat(word, word, word)[..Math.Min(3 * word.Length, random.Next(1, 60))],
                4 => ((char)random.Next(0x10000)).ToString(),
                5 => $"{word[..(word.Length / 2)]}{random.Next(300)}",
                _ => word,
            });
            text.Append(random.Next(12) switch { 0 => "", 1 => ". ", 2 => "-", 3 => "\n", 4 => ", ", 5 => "? ", _ => " " });
        }
        return text.ToString();
    }
}

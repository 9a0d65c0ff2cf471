using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class TextReadingTests
{
    [Theory]
    [InlineData("walk", 1)]
    [InlineData("water", 2)]
    [InlineData("people", 2)]
    [InlineData("cake", 1)]
    [InlineData("walked", 1)]
    [InlineData("needed", 2)]
    [InlineData("medicine", 3)]
    [InlineData("hypertension", 4)]
    public void English_syllables_are_counted(string word, int syllables) => Assert.Equal(syllables, Syllables.English(word));

    [Theory]
    [InlineData("One. Two! Three?", 3)]
    [InlineData("Dr. Lee saw Mr. J. Smith. He left.", 2)]
    [InlineData("The U.S. spends 2.5 times more. Why?", 2)]
    [InlineData("“Rest,” she said. “Drink.”", 2)]
    [InlineData("The risk was 0. 78 in 2. 5 years. It fell.", 2)]
    [InlineData("It is made by Acme Inc. , of York, in England.", 1)]
    [InlineData("no end in sight", 1)]
    [InlineData("", 0)]
    public void Sentences_are_counted(string text, int sentences)
    {
        var nothing = default(Nothing);
        Featurizer.Read("", text, Vocabulary.None, ref nothing, out var counts);

        Assert.Equal(sentences, counts.Sentences);
    }

    [Theory]
    [InlineData("Sleep better tonight with this trick - Healthline", "Sleep better tonight with this trick")]
    [InlineData("Sleep better tonight | The Daily News", "Sleep better tonight")]
    [InlineData("Sleep better tonight – here is how", "Sleep better tonight – here is how")]
    [InlineData("Heart Attack - Signs", "Heart Attack - Signs")]
    [InlineData("COVID-19 is still here", "COVID-19 is still here")]
    public void An_outlets_name_is_cut_from_a_title(string title, string trimmed) => Assert.Equal(trimmed, TextTrimming.Title(title).ToString());

    [Theory]
    [InlineData("LONDON (Reuters) - A new drug is here.", "A new drug is here.", false)]
    [InlineData("NEW YORK, Jan. 5 (AP) — A new drug is here.", "A new drug is here.", false)]
    [InlineData("BACKGROUND: Little is known.", "Little is known.", false)]
    [InlineData("Abstract Background Little is known.", "Little is known.", false)]
    [InlineData("J Test Med. 2021 Dec 20. doi: 10.1000/abc.123. Online ahead of print. ABSTRACT Little is known.", "Little is known.", true)]
    [InlineData("Publication date: February 2022 Source: Journal of Tests, Volume 1 Author(s): A. Writer, B. Writer", "", true)]
    [InlineData("Methods that work at home.", "Methods that work at home.", false)]
    [InlineData("Walk more - it helps.", "Walk more - it helps.", false)]
    public void What_stands_before_the_first_sentence_is_cut(string text, string trimmed, bool journal)
    {
        Assert.Equal(trimmed, TextTrimming.Text(text, out var found).ToString());
        Assert.Equal(journal, found);
    }

    [Fact]
    public void Grades_follow_the_published_formulas()
    {
        // 10 words, 2 sentences, 13 syllables, 1 word of three, 40 letters.
        var counts = new TextCounts { Words = 10, Sentences = 2, Syllables = 13, Letters = 40 };
        counts.Traits.Add(WordTraits.ThreeSyllables);
        counts.Traits.Flush();

        var grade = ReadingGrade.English(counts);

        Assert.Equal((0.39 * 5) + (11.8 * 1.3) - 15.59, grade.FleschKincaid, 6);
        Assert.Equal((1.0430 * Math.Sqrt(15)) + 3.1291, grade.Smog, 6);
        Assert.Equal((0.0588 * 400) - (0.296 * 20) - 15.8, grade.ColemanLiau, 6);
        Assert.Equal((4.71 * 4) + (0.5 * 5) - 21.43, grade.AutomatedReadability, 6);
        Assert.InRange(grade.Consensus, 1, 18);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(70_000)]
    public void Every_trait_is_counted_for_itself(int words)
    {
        var counts = default(TraitCounts);
        for (var word = 0; word < words; word++) counts.Add(word % 2 == 0 ? WordTraits.Code | WordTraits.Modal : WordTraits.SecondPerson);
        counts.Flush();

        Assert.Equal((words + 1) / 2, counts[WordTraits.Code]);
        Assert.Equal((words + 1) / 2, counts[WordTraits.Modal]);
        Assert.Equal(words / 2, counts[WordTraits.SecondPerson]);
        Assert.All(Enum.GetValues<WordTraits>().Skip(1).Except([WordTraits.Code, WordTraits.Modal, WordTraits.SecondPerson]), trait => Assert.Equal(0, counts[trait]));
    }

    private readonly struct Nothing : IFeatureSink
    {
        public void Word(uint hash) { }

        public void Character(uint hash) { }
    }
}

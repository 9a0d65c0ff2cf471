using Wellread.Articles;
using Wellread.Tests.Support;
using Xunit.Abstractions;

namespace Wellread.Tests.Articles;

/// <summary>
/// How well sensitive subjects are found in sentences as people say them: <c>Data/sensitive-items.tsv</c>. Those called unseen were written when the patterns were done; no
/// pattern was changed for them, and the model did not learn from them.
/// </summary>
public sealed class SensitiveItemsTests(ITestOutputHelper output)
{
    private static readonly (bool IsSeen, string Subject, string Language, string Text)[] Items =
    [
        .. File.ReadLines(Repository.Path("tests", "Wellread.Tests", "Articles", "Data", "sensitive-items.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t'))
            .Select(cells => (cells[0] == "seen", cells[1], cells[2], cells[3])),
    ];

    [Fact]
    public void The_set_has_every_subject_in_both_languages_and_more_that_only_looks_alike()
    {
        Assert.Equal(Items.Length, Items.Select(item => item.Text).Distinct().Count());
        foreach (var isSeen in new[] { true, false })
        {
            var half = Items.Where(item => item.IsSeen == isSeen).ToArray();
            Assert.All(half, item => Assert.True(item.Subject == "none" || SensitiveTopics.NameOf(item.Subject) is not null, item.Subject));
            Assert.Equal(13, half.Select(item => item.Subject == "none" ? item.Subject : $"{item.Subject} {item.Language}").Distinct().Count());
            Assert.True(half.Count(item => item.Subject != "none") >= 70);
            Assert.True(half.Count(item => item.Subject == "none") >= 90);
        }
    }

    [Theory]
    [InlineData(true, 0.99, 0.97)]
    [InlineData(false, 0.92, 0.93)]
    public void What_can_hurt_is_held_and_what_only_looks_alike_is_not(bool isSeen, double leastPrecision, double leastRecall)
    {
        var items = Items.Where(item => item.IsSeen == isSeen).Select(item => (item.Subject, item.Text, Found: SensitiveTopics.In(item.Text, "", item.Language))).ToArray();
        var right = items.Count(item => item.Subject != "none" && !item.Found.IsEmpty);
        var precision = (double)right / items.Count(item => !item.Found.IsEmpty);
        var recall = (double)right / items.Count(item => item.Subject != "none");
        output.WriteLine($"precision {precision:F3}, recall {recall:F3} over {items.Length} sentences");
        Assert.True(precision >= leastPrecision && recall >= leastRecall, $"Precision {precision:F3}, recall {recall:F3}.");
    }

    [Fact]
    public void Everyday_items_are_not_held()
    {
        var items = File.ReadLines(Repository.Path("tests", "Wellread.Tests", "Articles", "Data", "everyday-items.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToArray();
        Assert.True(items.Length >= 80);
        Assert.Equal([], items.Select(cells => (cells[1], Found: string.Join(' ', SensitiveTopics.In(cells[1], cells[2], cells[0])))).Where(item => item.Found.Length > 0));
    }

    [Fact]
    public void What_words_and_patterns_find_is_as_sensitive_in_the_text_as_in_the_title() =>
        Assert.All(Items.Where(item => item.IsSeen && SensitiveTopics.FindByTerms(FoldedWords.From(item.Text), item.Language).Count > 0), item =>
            Assert.Equal(SensitiveTopics.In(item.Text, "", item.Language).AsEnumerable(), SensitiveTopics.In("A title", item.Text, item.Language)));
}

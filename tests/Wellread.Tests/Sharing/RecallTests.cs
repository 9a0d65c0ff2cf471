using Wellread.Sharing;
using static Wellread.Tests.Sharing.ShareMake;

namespace Wellread.Tests.Sharing;

/// <summary>A post on a recall says which product, why, and what to do.</summary>
public sealed class RecallTests
{
    private const string Formula = "Agency recall: infant formula may be contaminated with Cronobacter";

    [Theory]
    [InlineData("Heart pills recalled after wrong tablets found in bottles", true)]
    [InlineData("Example Foods to recall 5,000 jars of nuts", true)]
    [InlineData("Recall alert: baby chairs", true)]
    [InlineData("Retiran un jarabe por un error en la etiqueta", true)]
    [InlineData("Retirada de lotes de leche", true)]
    [InlineData("Sleep helps people with memory recall", false)]
    [InlineData("A nurse recalls her first day", false)]
    [InlineData("Can't recall names? Try a walk", false)]
    public void A_recall_is_told_from_a_memory(string title, bool expected) => Assert.Equal(expected, Recall.IsTold(title));

    [Fact]
    public void What_is_wrong_in_a_recall_is_the_product_and_no_claim()
    {
        var article = Article("Heart pills recalled after wrong tablets found in bottles", "If you take the tablets, do not stop on your own. Ask your pharmacist to check your bottle.");
        Assert.Contains("do not stop on your own", Offer(article, ShareTone.Plain).CopyText, StringComparison.Ordinal);
        var tip = Offer(article, ShareTone.Tip);
        Assert.Equal("Tip: If you take the tablets, do not stop on your own.", FirstLine(tip));
        Assert.Contains("Read more: Heart pills recalled", tip.CopyText, StringComparison.Ordinal);
    }

    [Fact]
    public void It_opens_with_its_title_and_leaves_nothing_out_for_being_hard()
    {
        const string Why = "The manufacturer voluntarily initiated the notification because of potential microbiological contamination affecting infant formula.";
        var text = Offer(Article(Formula, $"{Why} Stop using the formula and throw it away."), ShareTone.Plain, grade: 5).CopyText;
        Assert.StartsWith($"{Formula}\n\n{Why} Stop using the formula and throw it away.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_little_room_what_to_do_goes_first()
    {
        var why = $"The maker found germs in formula cans {string.Concat(Enumerable.Repeat("from its plant in the north ", 4))}last week.";
        var text = Offer(Article(Formula, $"{why} Stop using the formula and throw it away."), ShareTone.Plain, "x").CopyText;
        Assert.Contains("Stop using the formula and throw it away.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("germs", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recall_may_be_longer_than_other_posts_within_the_limit()
    {
        var summary = string.Join(' ', Enumerable.Range(1, 30).Select(i => $"Formula cans of lot {i}00 are part of it."));
        Assert.InRange(Offer(Article(Formula, summary), ShareTone.Plain).CopyText.Length, 600, 1000);
        Assert.InRange(Offer(Article("Infant formula and its cans", summary), ShareTone.Plain).CopyText.Length, 300, 500);
        Assert.True(Offer(Article(Formula, summary), ShareTone.Plain, "x").Counted <= 280);
    }
}

using Wellread.Scoring;

namespace Wellread.Tests.Scoring;

public sealed class HeadConstantsTests
{
    private const int Short = 30, Long = 120;

    private static readonly HeadConstants Bent = new(Bias: 0, TreeShare: 1, PlainShare: 0.2f, HardShare: 0.1f, Bend: 1.5f, Slope: 1, Offset: 0);

    [Fact]
    public void More_evidence_plainer_words_and_less_difficulty_never_lower_a_score()
    {
        foreach (var words in (int[])[1, Short, 90, Long, 500])
        {
            for (var evidence = -8.0; evidence < 8; evidence += 0.5)
            {
                Assert.True(Bent.Margin(evidence + 0.5, 0.3, 0, words) > Bent.Margin(evidence, 0.3, 0, words));
                Assert.True(Bent.Margin(evidence, 0.3, 2, words) >= Bent.Margin(evidence, 0.3, 3, words));
                Assert.True(Bent.Margin(evidence, 0.8, 0, words) >= Bent.Margin(evidence, 0.3, 0, words));
            }
        }
    }

    [Fact]
    public void Plainness_orders_what_is_clearly_on_one_side_and_hardly_moves_what_is_in_doubt()
    {
        Assert.True(Bent.Margin(5, 1, 0, Short) > Bent.Margin(7, 0, 0, Short));
        Assert.True(Bent.Margin(-7, 1, 0, Short) > Bent.Margin(-5, 0, 0, Short));
        Assert.True(Bent.Margin(-0.5, 1, 0, Short) < Bent.Margin(0.5, 0, 0, Short));
    }

    [Fact]
    public void A_text_longer_than_what_was_rated_is_judged_by_evidence_alone()
    {
        Assert.Equal(6, Bent.Margin(6, 1, 0, Long), 1e-9);
        Assert.Equal(Bent.Margin(6, 1, 0, Short), Bent.Margin(6, 1, 0, 60), 1e-9);
        Assert.InRange(Bent.Margin(6, 1, 0, 90), Bent.Margin(6, 1, 0, Short), 6);
    }

    [Fact]
    public void A_head_that_is_not_bent_adds_plainness_to_the_evidence_as_it_is() =>
        Assert.Equal(7.2, (Bent with { Bend = 0 }).Margin(7, 1, 0, Short), 1e-6);
}

using System.Globalization;
using Wellread.Commands;
using Wellread.Scoring.Training;

namespace Wellread.Tests.Scoring.Training;

public sealed class EvaluationTests
{
    [Fact]
    public void A_file_with_grades_only_is_measured_by_them()
    {
        var rows = ScoringSamples.Rows.ConvertAll(row => row with { Label = null });

        var evaluation = Evaluation.Of(ScoringSamples.Train(), rows);

        Assert.Empty(evaluation.Lengths);
        Assert.Equal(rows.Count, evaluation.Ratings!.Texts);
        Assert.True(evaluation.Ratings.Pearson > 0.7);
        Assert.StartsWith("16 rated texts: difficulty Pearson 0.", Assert.Single(EvaluateCommand.Lines(evaluation)), StringComparison.Ordinal);
    }

    [Fact]
    public void Labelled_texts_are_measured_at_each_length_that_a_feed_may_show()
    {
        var rows = ScoringSamples.Rows.ConvertAll(row => row with { Grade = null });

        var evaluation = Evaluation.Of(ScoringSamples.Train(), rows);

        Assert.Null(evaluation.Ratings);
        Assert.Equal(["title only", "title and first sentence", "title and two sentences", "whole text"], evaluation.Lengths.Select(length => length.Shown));
        Assert.All(evaluation.Lengths, length => Assert.Equal((8, 8), (length.Friendly, length.Technical)));
        Assert.All(evaluation.Lengths, length => Assert.True(length.AreaUnderCurve > 0.9, length.AreaUnderCurve.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Nothing_to_measure_with_gives_no_lines()
    {
        var rows = ScoringSamples.Rows.ConvertAll(row => row with { Grade = null, Label = null });

        Assert.Empty(EvaluateCommand.Lines(Evaluation.Of(ScoringSamples.Train(), rows)));
    }

    [Fact]
    public void Ties_count_half_in_the_area_under_the_curve()
    {
        Assert.Equal(0.5, Metrics.AreaUnderCurve([0.3, 0.3], [true, false]));
        Assert.Equal(0.875, Metrics.AreaUnderCurve([0.9, 0.5, 0.5, 0.1], [true, true, false, false]));
        Assert.True(double.IsNaN(Metrics.AreaUnderCurve([0.3, 0.4], [true, true])));
    }

    [Fact]
    public void The_calibration_error_is_the_gap_that_a_bin_shows()
    {
        double[] probabilities = [0.95, 0.95, 0.95, 0.95, 0.05, 0.05, 0.05, 0.05];

        Assert.Equal(0.05, Metrics.CalibrationError(probabilities, [true, true, true, true, false, false, false, false]), 1e-9);
        Assert.Equal(0.45, Metrics.CalibrationError(probabilities, [true, true, false, false, true, true, false, false]), 1e-9);
    }

    [Fact]
    public void Two_parameters_bring_margins_to_the_odds_they_had()
    {
        var random = new Random(3);
        List<double> margins = [];
        List<bool> labels = [];
        for (var i = 0; i < 20_000; i++)
        {
            var margin = (random.NextDouble() * 8) - 4;
            margins.Add(margin);
            labels.Add(random.NextDouble() < 1 / (1 + Math.Exp(-((0.5 * margin) + 1))));
        }

        var (slope, offset) = Calibration.Fit(margins, labels);

        Assert.Equal(0.5, slope, 0.03);
        Assert.Equal(1, offset, 0.08);
    }
}

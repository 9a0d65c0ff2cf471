namespace Wellread.Scoring.Training;

/// <summary>
/// Learns from ratings how plain a text is, as a line over the dense features: points of the raters above or below what they gave on average. It sees no n-grams and no
/// label, so it orders texts of one side, too.
/// </summary>
internal static class PlainnessTrainer
{
    private const int FewestRatings = 20;

    public static DenseLine Fit(ExampleSet set, RatedTexts rated, TrainingOptions options)
    {
        List<(float[] Features, double Target)> rows = [];
        foreach (var example in set.Examples.Where(IsSeenAsRated))
        {
            // What is really published counts more than what was written to be rated.
            if (rated.Of(example.Row) is { } rating) rows.AddRange(Enumerable.Repeat((example.Features, rating), options.RatedItemWeight));
        }
        foreach (var text in rated.Texts) rows.AddRange(Views(text).Select(view => (DenseFeaturesOf(text, view, set, options), text.Rating)));
        if (rows.Count < FewestRatings) return DenseLine.None;
        var mean = rows.Average(row => row.Target);
        return RidgeTrainer.Fit([.. rows.Select(row => (row.Features, row.Target - mean))], options.PlainnessRidge);
    }

    // Raters saw where a text begins, and its title where it has one.
    private static bool IsSeenAsRated(Example example) => !example.View.PassageOnly && (example.View.Title.Length > 0 || example.Row.Title.Length == 0);

    private static TrainingRow RowOf(RatedText text) => new(text.Title, text.Text, null, null, "", "", "", "");

    private static IEnumerable<TextView> Views(RatedText text) =>
        Enumerable.Range(0, 3).Select(sentences => TrainingViews.Shown(RowOf(text), sentences)).Where(view => view.Title.Length + view.Text.Length > 0).Distinct();

    private static float[] DenseFeaturesOf(RatedText text, TextView view, ExampleSet set, TrainingOptions options)
    {
        var example = FeatureCollector.Collect(RowOf(text), view, null, options.Bits, fold: 0);
        ExampleSet.FillDense(example, set.Vocabulary);
        return example.Features;
    }
}

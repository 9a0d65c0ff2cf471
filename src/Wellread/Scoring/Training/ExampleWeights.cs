namespace Wellread.Scoring.Training;

/// <summary>
/// What each example counts. The target counts most, because it alone looks like what is scored. The two sides count the same, or a rare side
/// would be given up.
/// </summary>
internal static class ExampleWeights
{
    public static Dictionary<Example, float> Of(IReadOnlyList<Example> examples, TrainingOptions options, HeadOptions head)
    {
        var weights = examples.ToDictionary(example => example, WeightOf);
        var friendly = examples.Where(example => example.Side == 1).Sum(example => weights[example]);
        var technical = examples.Where(example => example.Side == 0).Sum(example => weights[example]);
        if (friendly == 0 || technical == 0) return weights;
        foreach (var example in examples.Where(example => example.Side == 0)) weights[example] *= friendly / technical;
        return weights;

        float WeightOf(Example example) =>
            example.Side == 0.5f ? example.Weight
            : example.Row.Corpus == options.Target ? example.Weight * head.TargetWeight
            : options.Abstracts.Contains(example.Row.Corpus) ? example.Weight * head.AbstractWeight
            : example.Weight * options.CorpusWeights.GetValueOrDefault(example.Row.Corpus, 1);
    }
}

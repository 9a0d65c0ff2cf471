using Wellread.Articles;

namespace Wellread.Scoring.Training;

/// <summary>How the model does on the kept texts of one topic, title and first sentence.</summary>
internal sealed record TopicResult(string Topic, int Friendly, int Technical, double AreaUnderCurve, double CalibrationError)
{
    /// <summary>Fewer of a side say nothing.</summary>
    private const int FewestOfASide = 5;

    /// <summary>The topics with enough texts, the largest first. A text may have several.</summary>
    public static IReadOnlyList<TopicResult> Of(IReadOnlyList<TrainingRow> rows, IReadOnlyList<double> probabilities)
    {
        var byTopic = Enumerable.Range(0, rows.Count)
            .SelectMany(i => TopicTagger.Tag(rows[i].Title, rows[i].Text, "en", [], []).Select(topic => (Topic: topic, Row: i)))
            .GroupBy(tagged => tagged.Topic, tagged => tagged.Row);
        return
        [
            .. byTopic.Select(topic => Measure(topic.Key, [.. topic.Select(i => probabilities[i])], [.. topic.Select(i => rows[i].Label!.Value)]))
                .Where(result => result.Friendly >= FewestOfASide && result.Technical >= FewestOfASide)
                .OrderByDescending(result => result.Friendly + result.Technical).ThenBy(result => result.Topic, StringComparer.Ordinal),
        ];
    }

    private static TopicResult Measure(string topic, double[] probabilities, bool[] labels)
    {
        var friendly = labels.Count(label => label);
        return new TopicResult(topic, friendly, labels.Length - friendly, Metrics.AreaUnderCurve(probabilities, labels), Metrics.CalibrationError(probabilities, labels));
    }
}

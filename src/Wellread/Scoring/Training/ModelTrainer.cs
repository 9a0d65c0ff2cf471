using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Wellread.Scoring.Training;

/// <summary>
/// Fits the weights with ML.NET's L-BFGS logistic regression over our own features; ML.NET is not needed to score. The same texts and seed give the same model.
/// </summary>
internal static class ModelTrainer
{
    private const float L2 = 1f;
    private const int Iterations = 120;
    private const int Dimensions = TextFeatures.Buckets + TextFeatures.StyleCount;

    /// <summary>A model that is not calibrated yet.</summary>
    public static FriendlinessModel Fit(IReadOnlyList<TrainingText> texts, int seed)
    {
        var styles = texts.Select(text => StyleOf(text.Text)).ToList();
        var (means, scales) = Standardization(styles);
        var rows = texts.Select((text, i) => new TrainingRow
        {
            Label = text.Friendly,
            Weight = text.Weight,
            Features = FeaturesOf(text.Text, styles[i], means, scales),
        }).ToList();

        var ml = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(TrainingRow));
        schema[nameof(TrainingRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Dimensions);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(TrainingRow.Label),
            ExampleWeightColumnName = nameof(TrainingRow.Weight),
            FeatureColumnName = nameof(TrainingRow.Features),
            L1Regularization = 0,
            L2Regularization = L2,
            MaximumNumberOfIterations = Iterations,
            NumberOfThreads = 1,
        });
        var fitted = trainer.Fit(ml.Data.LoadFromEnumerable(rows, schema)).Model.SubModel;
        var weights = fitted.Weights.ToArray();
        return new FriendlinessModel(
            fitted.Bias, slope: 1, offset: 0, threshold: 0.5f, means, scales,
            weights[TextFeatures.Buckets..],
            Array.ConvertAll(weights[..TextFeatures.Buckets], weight => (Half)weight));
    }

    private static float[] StyleOf(string text)
    {
        var style = new float[TextFeatures.StyleCount];
        TextFeatures.Style(text, style);
        return style;
    }

    private static (float[] Means, float[] Scales) Standardization(List<float[]> styles)
    {
        var means = new float[TextFeatures.StyleCount];
        var scales = new float[TextFeatures.StyleCount];
        for (var i = 0; i < means.Length; i++)
        {
            var mean = styles.Average(style => (double)style[i]);
            var deviation = Math.Sqrt(styles.Average(style => (style[i] - mean) * (style[i] - mean)));
            means[i] = (float)mean;
            scales[i] = deviation > 1e-9 ? (float)(1 / deviation) : 0;
        }

        return (means, scales);
    }

    private static VBuffer<float> FeaturesOf(string text, float[] style, float[] means, float[] scales)
    {
        var collector = new Collector([]);
        var count = TextFeatures.Visit(text, ref collector);
        var norm = count == 0 ? 0 : (float)(1 / Math.Sqrt(count));
        var buckets = collector.Counts.OrderBy(pair => pair.Key).ToList();
        var indices = new int[buckets.Count + style.Length];
        var values = new float[indices.Length];
        for (var i = 0; i < buckets.Count; i++) (indices[i], values[i]) = (buckets[i].Key, buckets[i].Value * norm);
        for (var i = 0; i < style.Length; i++) (indices[buckets.Count + i], values[buckets.Count + i]) = (TextFeatures.Buckets + i, (style[i] - means[i]) * scales[i]);
        return new VBuffer<float>(Dimensions, indices.Length, values, indices);
    }

    private readonly struct Collector(Dictionary<int, int> counts) : IFeatureVisitor
    {
        public Dictionary<int, int> Counts { get; } = counts;

        public void Add(int bucket) => Counts[bucket] = Counts.GetValueOrDefault(bucket) + 1;
    }

    private sealed class TrainingRow
    {
        public bool Label { get; set; }

        public float Weight { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}

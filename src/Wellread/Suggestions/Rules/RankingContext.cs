using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions.Observances;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// For whom and when suggestions are ranked, with what the rules ask for often worked out once. All of it holds for the practice's whole day: an order changes
/// with the day, with decisions and with articles, never by the hour.
/// </summary>
internal sealed class RankingContext
{
    /// <summary>A weight below this lowers no further: an eighth is three halvings.</summary>
    private const double LeastWeight = 0.125;

    private readonly double[] _topics = new double[TopicCatalog.All.Length];

    public RankingContext(
        Practice practice, DateTimeOffset now, RankingOptions options, Taste taste, SharedStories shared, ImmutableArray<ObservanceOccurrence> observances)
    {
        (Practice, Now, Options, Taste, Shared) = (practice, now, options, taste, shared);
        Today = practice.Today(now);
        Season = new Seasons(observances, Today);
        RepeatsFrom = new DateTimeOffset(Today.AddMonths(-options.RepeatMonths), TimeOnly.MinValue, TimeSpan.Zero);
        GradeAim = Math.Max(1, practice.TargetGrade + (options.Learning * taste.GradeShift));
        for (var topic = 0; topic < _topics.Length; topic++)
        {
            var weight = practice.TopicWeight(TopicCatalog.All[topic].Slug);
            _topics[topic] = Math.Log2(Math.Max(weight, LeastWeight)) + (options.Learning * taste.Topic(topic) / Math.Log(2));
            if (weight == 0) NeverByItself |= UInt128.One << topic;
        }
    }

    public Practice Practice { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The day on the practice's clock.</summary>
    public DateOnly Today { get; }

    public RankingOptions Options { get; }

    public Taste Taste { get; }

    public SharedStories Shared { get; }

    public Seasons Season { get; }

    /// <summary>What was shared since then is not told again.</summary>
    public DateTimeOffset RepeatsFrom { get; }

    /// <summary>The reading grade aimed for: the practice's target, moved by what it found too technical.</summary>
    public double GradeAim { get; }

    /// <summary>Topics that the practice does not want to see unless it asks for them.</summary>
    public UInt128 NeverByItself { get; }

    /// <summary>How often a topic's weight, times its learned odds, is doubled (or, below zero, halved).</summary>
    public double TopicValue(int topic) => _topics[topic];

    /// <summary>The same for a source: what decisions taught.</summary>
    public double SourceValue(string feedId) => Options.Learning * Taste.Source(feedId) / Math.Log(2);
}

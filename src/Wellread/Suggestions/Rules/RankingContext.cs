using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions.Observances;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// For one ranking, by one thread: for whom and when suggestions are ranked, with what the rules ask for often worked out once. All of it holds for the practice's whole day: an order changes
/// with the day, with decisions and with articles, never by the hour.
/// </summary>
internal sealed class RankingContext
{
    /// <summary>A weight below this lowers no further: an eighth is three halvings.</summary>
    private const double LeastWeight = 0.125;

    /// <summary>A topic of this weight is what the practice is all about, as teeth are for a dentist.</summary>
    private const double CoreWeight = 2.5;

    private readonly Dictionary<ArticleSource, SourceFacts> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SourceFacts> _sourcesById = new(StringComparer.Ordinal);
    private ArticleSource? _lastSource;
    private SourceFacts? _lastFacts;
    private readonly double[] _topics = new double[TopicCatalog.All.Length];

    public RankingContext(
        Practice practice, DateTimeOffset now, RankingOptions options, Taste taste, SharedStories shared, ImmutableArray<ObservanceOccurrence> observances)
    {
        (Practice, Now, Options, Taste, Shared) = (practice, now, options, taste, shared);
        Today = practice.Today(now);
        Season = Seasons.Of(observances, Today);
        RepeatsFrom = new DateTimeOffset(Today.AddMonths(-options.RepeatMonths), TimeOnly.MinValue, TimeSpan.Zero);
        OldestPatient = practice.Specialty is { } specialty ? SpecialtyCatalog.Find(specialty)?.OldestPatient : null;
        GradeAim = Math.Max(1, practice.TargetGrade + (options.Learning * taste.GradeShift));
        for (var topic = 0; topic < _topics.Length; topic++)
        {
            var weight = practice.TopicWeight(TopicCatalog.All[topic].Slug);
            _topics[topic] = Math.Log2(Math.Max(weight, LeastWeight)) + (options.Learning * taste.Topic(topic) / Math.Log(2));
            if (weight == 0) NeverByItself |= UInt128.One << topic;
            if (weight >= CoreWeight) CoreTopics |= UInt128.One << topic;
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

    /// <summary>The age of its oldest patients, where its kind of practice has a limit.</summary>
    public int? OldestPatient { get; }

    /// <summary>Topics that the practice does not want to see unless it asks for them.</summary>
    public UInt128 NeverByItself { get; }

    /// <summary>Topics that the practice is all about.</summary>
    public UInt128 CoreTopics { get; }

    /// <summary>How often a topic's weight, times its learned odds, is doubled (or, below zero, halved).</summary>
    public double TopicValue(int topic) => _topics[topic];

    /// <summary>How many sources were asked for; each has a number below that.</summary>
    public int Sources => _sourcesById.Count;

    /// <summary>What holds of a source for this practice. Articles mostly share the objects that name their source, and finding one by those takes a quarter of the time.</summary>
    public SourceFacts FactsOf(ArticleSource source)
    {
        // It is asked for twice in a row for each candidate.
        if (ReferenceEquals(source, _lastSource)) return _lastFacts!;
        if (!_sources.TryGetValue(source, out var facts)) _sources[source] = facts = FactsOf(source.FeedId);
        (_lastSource, _lastFacts) = (source, facts);
        return facts;
    }

    public SourceFacts FactsOf(string feedId)
    {
        if (_sourcesById.TryGetValue(feedId, out var known)) return known;
        var learned = Options.Learning * Taste.Source(feedId) / Math.Log(2);
        var isTrusted = Practice.TrustedSources.Contains(feedId);
        return _sourcesById[feedId] = new SourceFacts(_sourcesById.Count, isTrusted, learned, Taste.OftenTakesSource(feedId))
        {
            IsDistrusted = !isTrusted && Options.Learning > 0 && Taste.Distrusts(feedId),
        };
    }
}

/// <summary>What holds of a source for one practice.</summary>
/// <param name="Number">Tells it from the others of this ranking.</param>
/// <param name="IsTrusted">The practice named it.</param>
/// <param name="Learned">How often its odds of being taken are doubled (or, below zero, halved), by what decisions taught.</param>
/// <param name="IsOften">An editor would say that the practice often shares it.</param>
internal sealed record SourceFacts(int Number, bool IsTrusted, double Learned, bool IsOften)
{
    /// <summary>An editor said that they do not trust it.</summary>
    public bool IsDistrusted { get; init; }
}

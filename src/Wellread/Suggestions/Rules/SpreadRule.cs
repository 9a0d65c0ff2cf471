using System.Runtime.InteropServices;

namespace Wellread.Suggestions.Rules;

/// <summary>
/// Keeps what comes next varied, as far as there are others to choose from that are not half a year older: among five in a row at most two of one source and two
/// mainly of one topic; never one main topic twice in a row, and not among the first three what was shared last; and of one source at most its share of
/// what was shared lately and comes next (Quuu's rule of a third). Sources and topics are numbers here; below 0 is none.
/// </summary>
/// <param name="sharedSources">The sources of what was shared lately, the oldest first.</param>
/// <param name="lastShared">The main topic of what was shared last.</param>
/// <param name="maxShare">The largest share of one source, 0 to 1.</param>
/// <param name="spreadTopics">False where a topic was asked for.</param>
/// <param name="core">A bit for each topic that the practice is all about: few sources write of it, and their share holds them back little.</param>
internal sealed class SpreadRule(IEnumerable<int> sharedSources, int lastShared, double maxShare, bool spreadTopics, UInt128 core = default)
{
    public const int Window = 5;
    public const int MaxPerSource = 2;
    public const int MaxPerTopic = 2;

    /// <summary>What was shared and comes next is looked at in runs of this length.</summary>
    public const int ShareRun = 9;

    /// <summary>A practice looks at about three a day, and any of them may be the next that it shares.</summary>
    public const int FirstLook = 3;

    /// <summary>A candidate comes in spite of a rule when it is better by so many points, which is as much as half a year newer.</summary>
    private const double Penalty = 9;

    /// <summary>What is left of it for a topic that the practice is all about: a dental practice wants teeth from its one dental source before travel from another.</summary>
    private const double CorePart = 0.04;

    private readonly List<int> _shared = [.. sharedSources.TakeLast(ShareRun - 1)];
    private readonly List<int> _sources = [];
    private readonly List<int> _topics = [];
    private readonly int _maxShare = Math.Max(1, (int)((maxShare * ShareRun) + 1e-9));

    /// <summary>After what the practice shared last.</summary>
    public static SpreadRule For(RankingContext context, bool spreadTopics)
    {
        var shared = context.Shared.OutBy(context.Now);
        var lately = shared[Math.Max(0, shared.Length - ShareRun)..].Select(story => story.FeedId is { } feed ? context.FactsOf(feed).Number : -1);
        return new SpreadRule(lately, shared is [.., var last] ? last.Topics.Main : -1, context.Options.MaxSourceShare, spreadTopics, context.CoreTopics);
    }

    public void Add(int source, int topic)
    {
        _shared.Add(source);
        _sources.Add(source);
        _topics.Add(topic);
    }

    /// <summary>Fills in what each source and each main topic loses for the next place.</summary>
    public void Fill(Span<double> ofSource, Span<double> ofTopic)
    {
        ofSource.Clear();
        ofTopic.Clear();
        Charge(ofSource, Last(_shared, ShareRun - 1), _maxShare);
        Charge(ofSource, Last(_sources, Window - 1), MaxPerSource);
        if (!spreadTopics) return;
        Charge(ofTopic, Last(_topics, Window - 1), MaxPerTopic);
        Charge(ofTopic, Last(_topics, 1), 1);
        if (_topics.Count < FirstLook) Charge(ofTopic, [lastShared], 1);
    }

    /// <summary>How much of what its source loses a candidate of this main topic loses.</summary>
    public double PartOfSource(int topic) => topic >= 0 && (core >> topic & UInt128.One) != UInt128.Zero ? CorePart : 1;

    /// <summary>What a candidate of this source and main topic loses for the next place: what <see cref="Fill"/> says of the two.</summary>
    public double Loss(int source, int topic)
    {
        var loss = PartOfSource(topic) * (LossIn(Last(_shared, ShareRun - 1), source, _maxShare) + LossIn(Last(_sources, Window - 1), source, MaxPerSource));
        if (!spreadTopics) return loss;
        loss += LossIn(Last(_topics, Window - 1), topic, MaxPerTopic) + LossIn(Last(_topics, 1), topic, 1);
        return _topics.Count < FirstLook ? loss + LossIn([lastShared], topic, 1) : loss;
    }

    private static double LossIn(ReadOnlySpan<int> run, int value, int most) => value >= 0 && run.Count(value) >= most ? Penalty : 0;

    /// <summary>Each that is in the run as often as it may be.</summary>
    private static void Charge(Span<double> charges, ReadOnlySpan<int> run, int most)
    {
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] >= 0 && run.IndexOf(run[i]) == i && run.Count(run[i]) >= most) charges[run[i]] += Penalty;
        }
    }

    private static ReadOnlySpan<int> Last(List<int> list, int count) => CollectionsMarshal.AsSpan(list)[Math.Max(0, list.Count - count)..];
}

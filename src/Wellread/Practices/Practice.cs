using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Extensions;
using Wellread.Articles;

namespace Wellread.Practices;

/// <summary>Whom suggestions are for, with everything worked out that is asked for often. One practice exists without anyone setting it up. Immutable.</summary>
internal sealed record Practice
{
    public const string DefaultId = "default";

    /// <summary>The weight of a topic that nobody spoke of.</summary>
    public const double NeutralWeight = 1;

    private static readonly ConditionalWeakTable<Practice, StrongBox<long>> Stamps = [];
    private static long _stamped;

    /// <summary>No other object has the same, be it a copy: a practice that is taken away and set up again may have a version that there was before.</summary>
    public long Stamp => Stamps.GetValue(this, static _ => new StrongBox<long>(Interlocked.Increment(ref _stamped))).Value;

    /// <summary>1 to 64 of <c>a-z 0-9 -</c>.</summary>
    public required string Id { get; init; }

    public string Name { get; init; } = "Our practice";

    /// <summary>The slug of a preset in <see cref="SpecialtyCatalog"/>; null = none.</summary>
    public string? Specialty { get; init; }

    /// <summary>Two-letter ISO 639-1 codes of the languages that its patients read.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>Where its clock is.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>The name of <see cref="Zone"/> in the IANA time zone database.</summary>
    public string TimeZone => Zone.Id;

    /// <summary>The countries whose health days it keeps beside the world's, as two-letter ISO 3166-1 codes, each once, in order; empty = all that the service knows.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>The US school grade that its patients read with ease.</summary>
    public double TargetGrade { get; init; } = 8;

    /// <summary>
    /// By topic slug, from 0 (never suggested by itself) to 3: the specialty's with the practice's own on top. A topic that is not in it has
    /// <see cref="NeutralWeight"/>.
    /// </summary>
    public FrozenDictionary<string, double> TopicWeights { get; init; } = FrozenDictionary<string, double>.Empty;

    /// <summary>Feed ids that it trusts above others.</summary>
    public ImmutableHashSet<string> TrustedSources { get; init; } = [];

    /// <summary>Feed ids whose articles are never suggested.</summary>
    public ImmutableHashSet<string> BlockedSources { get; init; } = [];

    /// <summary>Words and phrases, as a feed's block rules have them: an article that says one is never suggested.</summary>
    public ImmutableArray<string> BlockedWords { get; init; } = [];

    /// <summary>The sites that it runs itself, as host names: only links to these tell where a visit came from.</summary>
    public ImmutableArray<string> OwnDomains { get; init; } = [];

    /// <summary>One for every channel, in the order of <see cref="Practices.Channel"/>.</summary>
    public ImmutableArray<ChannelPolicy> Channels { get; init; } = ChannelPolicy.Defaults;

    /// <summary>What was said of it, from which all of this comes.</summary>
    public PracticeSettings Settings { get; init; } = new();

    /// <summary>The stored version; 0 where nobody has said anything and it is as the configuration has it.</summary>
    public long Version { get; init; }

    /// <summary>True where it was removed: it is kept only for what it decided.</summary>
    public bool IsRemoved => Settings.RemovedAt is not null;

    public double TopicWeight(string slug) => TopicWeights.GetValueOrDefault(slug, NeutralWeight);

    /// <summary>Whether the practice itself gave the topic more weight; what its specialty gives nobody there asked for.</summary>
    public bool AsksFor(string slug) => TopicWeight(slug) > NeutralWeight && !IsOfSpecialty(slug);

    /// <summary>Whether its specialty gives the topic more weight, and the practice said nothing of it.</summary>
    public bool IsOfSpecialty(string slug) =>
        Specialty is not null && Settings.TopicWeights?.ContainsKey(slug) != true && SpecialtyCatalog.Find(Specialty)?.TopicWeights.GetValueOrDefault(slug, NeutralWeight) > NeutralWeight;

    public ChannelPolicy Policy(Channel channel) => Channels[(int)channel];

    /// <summary>The channels on which it reaches these readers, as it has them switched on.</summary>
    public IEnumerable<ChannelInfo> ChannelsFor(ArticleAudience audience) =>
        ChannelInfo.All.Where(info => info.Audience == audience && Policy(info.Channel).Enabled);

    /// <summary>The moment on the practice's clock, with its offset.</summary>
    public DateTimeOffset Local(DateTimeOffset now)
    {
        // Clocks that went by the sun, as in Chicago before 1883, were seconds apart; a DateTimeOffset has whole minutes. Nor has it a day before the first.
        var offset = TimeSpan.FromMinutes(Zone.GetUtcOffset(now.ToInstant()).Seconds / 60);
        var ticks = now.UtcTicks + offset.Ticks;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? now.ToOffset(offset) : now.ToUniversalTime();
    }

    public DateTimeOffset? Local(DateTimeOffset? at) => at is { } known ? Local(known) : null;

    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(Local(now).DateTime);
}

using System.Collections.Immutable;

namespace Wellread.Practices;

/// <summary>How much a practice shares on one channel, and when.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Enabled">Whether the practice is there at all.</param>
/// <param name="WeeklyBudget">How often it shares there in a week, Monday to Sunday, at most.</param>
/// <param name="QuietHours">When it does not share.</param>
/// <param name="LeastGap">How long it waits from one to the next.</param>
internal sealed record ChannelPolicy(Channel Channel, bool Enabled, int WeeklyBudget, QuietHours QuietHours, TimeSpan LeastGap)
{
    /// <summary>
    /// Facebook and X for patients and LinkedIn for colleagues; the rest is off, since a practice does well on few channels what it does badly on many.
    /// In the order of <see cref="Channel"/>.
    /// </summary>
    public static ImmutableArray<ChannelPolicy> Defaults { get; } =
    [
        Default(Channel.Facebook, 3, enabled: true),
        Default(Channel.X, 5, enabled: true),
        Default(Channel.Linkedin, 2, enabled: true),
        Default(Channel.Email, 1),
        Default(Channel.Threads, 3),
        Default(Channel.Bluesky, 3),
        Default(Channel.Mastodon, 3),
        Default(Channel.Whatsapp, 1),
    ];

    private static ChannelPolicy Default(Channel channel, int weeklyBudget, bool enabled = false) =>
        new(channel, enabled, weeklyBudget, new QuietHours(new TimeOnly(21, 0), new TimeOnly(7, 0)), TimeSpan.FromHours(4));
}

/// <summary>From one time of day until another, in the practice's zone; over midnight where <paramref name="To"/> is the earlier one; the same time twice is never.</summary>
internal sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>The first moment is quiet, the last no longer is.</summary>
    public bool Holds(TimeOnly time) => time.IsBetween(From, To);
}

using System.Collections.Immutable;

namespace Wellread.Practices;

/// <summary>What a practice's channels were held to before somebody changed it. Stored as JSON within its settings.</summary>
/// <param name="Until">When it was changed.</param>
/// <param name="TimeZone">Where its clock was, by its IANA name.</param>
/// <param name="Channels">The policies that were changed, as they were.</param>
internal sealed record EarlierLimits(DateTimeOffset Until, string TimeZone, IReadOnlyList<ChannelPolicy> Channels)
{
    /// <summary>Years of a change a day are not a practice's own doing; the oldest go first.</summary>
    private const int MaxKept = 500;

    /// <summary>All that held before, the oldest first, with what held until now where the settings change it.</summary>
    public static IReadOnlyList<EarlierLimits>? After(Practice? before, PracticeSettings settings, DateTimeOffset now)
    {
        if (before is null) return settings.Earlier;
        var after = settings.ToPractice(before.Id, 0);
        var known = before.Settings.Earlier;
        var changed = before.Channels.Where(policy => policy != after.Policy(policy.Channel)).ToImmutableArray();
        return changed.IsEmpty && before.TimeZone == after.TimeZone ? known : [.. (known ?? []).TakeLast(MaxKept - 1), new EarlierLimits(now, before.TimeZone, changed)];
    }

    /// <summary>The practice as its channels were held to, and from when on; the first since ever, the last as it is now.</summary>
    public static IReadOnlyList<(DateTimeOffset From, Practice Practice)> Of(Practice practice)
    {
        var earlier = practice.Settings.Earlier ?? [];
        var periods = new (DateTimeOffset From, Practice Practice)[earlier.Count + 1];
        for (var i = earlier.Count; i >= 0; i--)
        {
            if (i < earlier.Count) practice = earlier[i].Undo(practice);
            periods[i] = (i == 0 ? DateTimeOffset.MinValue : earlier[i - 1].Until, practice);
        }

        return periods;
    }

    private Practice Undo(Practice after)
    {
        var policies = after.Channels.ToBuilder();
        foreach (var policy in Channels) policies[(int)policy.Channel] = policy;
        return after with { Zone = IanaTimeZones.Find(TimeZone) ?? after.Zone, Channels = policies.ToImmutable() };
    }
}

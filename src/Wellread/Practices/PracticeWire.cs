using Wellread.Articles;

namespace Wellread.Practices;

/// <summary>Practices, by id.</summary>
/// <param name="Items">The practices of this page.</param>
/// <param name="NextCursor">Send this as `cursor` to get the next page. It is null behind the last page.</param>
internal sealed record PracticeList(IReadOnlyList<PracticeSummary> Items, string? NextCursor);

/// <summary>A practice in short.</summary>
/// <param name="Id">Its id, as other calls take it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Specialty">What it is about; null where nobody said.</param>
/// <param name="Languages">The languages that its patients read.</param>
/// <param name="TimeZone">Where its clock is.</param>
internal sealed record PracticeSummary(string Id, string Name, string? Specialty, IReadOnlyList<string> Languages, string TimeZone)
{
    public static PracticeSummary From(Practice practice) => new(practice.Id, practice.Name, practice.Specialty, practice.Languages, practice.TimeZone);
}

/// <summary>A practice. Its body can be sent back as it is, changed where you like.</summary>
/// <param name="Id">Its id, as other calls take it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Specialty">What it is about: a preset of topic weights; null where nobody said.</param>
/// <param name="Languages">The languages that its patients read.</param>
/// <param name="TimeZone">Where its clock is.</param>
/// <param name="Countries">The countries whose health days it keeps beside the world's; empty for all.</param>
/// <param name="TargetGrade">The school grade that its patients read with ease.</param>
/// <param name="TopicWeights">Topics that count more or less than in the specialty's preset.</param>
/// <param name="EffectiveTopicWeights">What topics count in the end, by topic; a topic that is not here counts 1.</param>
/// <param name="TrustedSources">Feeds that are trusted above others.</param>
/// <param name="BlockedSources">Feeds that are never suggested from.</param>
/// <param name="BlockedWords">Articles that say one of these are never suggested.</param>
/// <param name="OwnDomains">The practice's own sites: only links to them get utm tags.</param>
/// <param name="Channels">How much is shared where, by channel.</param>
internal sealed record PracticeItem(
    string Id,
    string Name,
    string? Specialty,
    IReadOnlyList<string> Languages,
    string TimeZone,
    IReadOnlyList<string> Countries,
    double TargetGrade,
    IReadOnlyDictionary<string, double> TopicWeights,
    IReadOnlyDictionary<string, double> EffectiveTopicWeights,
    IReadOnlyList<string> TrustedSources,
    IReadOnlyList<string> BlockedSources,
    IReadOnlyList<string> BlockedWords,
    IReadOnlyList<string> OwnDomains,
    IReadOnlyDictionary<string, ChannelItem> Channels)
{
    public static PracticeItem From(Practice practice) => new(
        practice.Id,
        practice.Name,
        practice.Specialty,
        practice.Languages,
        practice.TimeZone,
        practice.Countries,
        practice.TargetGrade,
        Sorted(practice.Settings.TopicWeights ?? new Dictionary<string, double>()),
        Sorted(practice.TopicWeights),
        [.. practice.TrustedSources.Order(StringComparer.Ordinal)],
        [.. practice.BlockedSources.Order(StringComparer.Ordinal)],
        practice.BlockedWords,
        practice.OwnDomains,
        ChannelInfo.All.ToDictionary(info => info.Slug, info => ChannelItem.From(info, practice.Policy(info.Channel)), StringComparer.Ordinal));

    private static SortedDictionary<string, double> Sorted(IEnumerable<KeyValuePair<string, double>> weights) =>
        new(weights.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}

/// <summary>How much is shared on one channel, and when.</summary>
/// <param name="Name">Its name in words.</param>
/// <param name="Audience">Whom it reaches.</param>
/// <param name="Enabled">Whether the practice is there at all.</param>
/// <param name="WeeklyBudget">How often it shares there in a week, Monday to Sunday, at most.</param>
/// <param name="QuietHours">When it does not share, on the practice's clock; the same time twice is never.</param>
/// <param name="LeastGapHours">How many hours it waits from one to the next.</param>
internal sealed record ChannelItem(string Name, ArticleAudience Audience, bool Enabled, int WeeklyBudget, QuietHoursItem QuietHours, int LeastGapHours)
{
    public static ChannelItem From(ChannelInfo info, ChannelPolicy policy) => new(
        info.Name, info.Audience, policy.Enabled, policy.WeeklyBudget, QuietHoursItem.Of(policy.QuietHours), (int)policy.LeastGap.TotalHours);
}

/// <summary>From one time of day until another, such as 21:00 to 07:00.</summary>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end, on the next morning if it is the earlier time.</param>
internal sealed record QuietHoursItem(string From, string To)
{
    internal static QuietHoursItem Of(QuietHours hours) => new(PracticeRequestRules.Text(hours.From), PracticeRequestRules.Text(hours.To));
}

/// <summary>The kinds of practice that there are presets for.</summary>
/// <param name="Items">The kinds.</param>
internal sealed record SpecialtyList(IReadOnlyList<SpecialtyItem> Items);

/// <summary>A kind of practice.</summary>
/// <param name="Slug">Its short name, as a practice takes it.</param>
/// <param name="Name">Its name in words.</param>
/// <param name="TopicWeights">What topics count, from 0 to 3; a topic that is not here counts 1.</param>
internal sealed record SpecialtyItem(string Slug, string Name, IReadOnlyDictionary<string, double> TopicWeights)
{
    public static SpecialtyItem From(Specialty specialty) => new(
        specialty.Slug,
        specialty.Name,
        specialty.TopicWeights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary());
}

using System.Collections.Immutable;
using System.Globalization;
using Wellread.Articles;
using Wellread.Feeds;

namespace Wellread.Practices;

/// <summary>
/// Reads a request for a practice: either the settings that it asks for, or every field that is wrong with what would be right. Pure. What was sent is not repeated.
/// </summary>
internal sealed class PracticeRequestRules(FeedCatalog feeds, Practice? before)
{
    private const int MaxName = 100;
    private const int MaxSources = 500;
    private const int MaxDomains = 20;
    private const int MaxCountries = 20;
    private const int MaxBudget = 50;
    private const int MaxGapHours = 7 * 24;
    private const double MaxGrade = 18;
    private const string TimeFormat = "HH:mm";

    public static readonly string WeightForm = $"A weight is a number from 0 to {SpecialtyCatalog.MaxWeight}: 1 is usual, 0 is never.";

    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    /// <summary>The name of a topic's weight on the wire.</summary>
    public static string WeightOf(Topic topic) => $"topicWeights.{topic.Slug}";

    public static string Text(TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public (PracticeSettings Settings, ImmutableArray<FieldError> Errors) Read(PracticeRequest request)
    {
        var settings = new PracticeSettings
        {
            Name = Name(request.Name),
            Specialty = Specialty(request.Specialty),
            Languages = Languages(request.Languages),
            TimeZone = TimeZone(request.TimeZone),
            Countries = Countries(request.Countries),
            TargetGrade = Checked("targetGrade", request.TargetGrade, grade => grade is >= 1 and <= MaxGrade, $"A grade is from 1 to {MaxGrade}."),
            TopicWeights = Weights(request.TopicWeights),
            TrustedSources = Sources("trustedSources", request.TrustedSources, before?.TrustedSources),
            BlockedSources = Sources("blockedSources", request.BlockedSources, before?.BlockedSources),
            BlockedWords = Words(request.BlockedWords),
            OwnDomains = Domains(request.OwnDomains),
            Channels = Policies(request.Channels),
        };
        if (settings.TrustedSources?.Intersect(settings.BlockedSources ?? []).Any() is true) Wrong("trustedSources", "A feed is either trusted or blocked, not both.");
        return (settings, _errors.ToImmutable());
    }

    private string? Name(string? name)
    {
        if (name is null) return null;
        var clean = FeedText.Clean(name);
        return clean is { Length: <= MaxName } ? clean : Wrong<string>("name", $"Give a name of 1 to {MaxName} characters.");
    }

    private string? Specialty(string? slug)
    {
        if (slug is null) return null;
        return SpecialtyCatalog.Find(slug)?.Slug ?? Wrong<string>("specialty", $"Use one of these: {SpecialtyCatalog.Slugs}. Or leave it out.");
    }

    private List<string>? Languages(IReadOnlyList<string>? languages)
    {
        if (languages is null) return null;
        if (languages.Count == 0 || !languages.All(language => language is not null && ArticleLanguage.IsKnown(language)))
            return Wrong<List<string>>("languages", $"Name at least one of these: {string.Join(", ", ArticleLanguage.Known)}.");
        return [.. languages.Select(language => language.ToLowerInvariant()).Distinct()];
    }

    private string? TimeZone(string? name)
    {
        if (name is null) return null;
        if (IanaTimeZones.Find(name) is { } zone) return zone.Id;
        return Wrong<string>("timeZone", IanaTimeZones.MeantBy(name) is { } meant
            ? $"Did you mean {meant}?"
            : "Use a name of the IANA list of time zones, such as America/Chicago or Europe/Madrid.");
    }

    private List<string>? Countries(IReadOnlyList<string>? countries)
    {
        if (countries is null) return null;
        if (countries.Count > MaxCountries || !countries.All(country => country is not null && IsoCountries.Has(country)))
            return Wrong<List<string>>("countries", $"Name at most {MaxCountries} countries by their two letters in ISO 3166, such as US, MX or GB.");
        return [.. countries.Select(country => country.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private Dictionary<string, double>? Weights(IReadOnlyDictionary<string, double>? weights)
    {
        if (weights is null) return null;
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (slug, weight) in weights)
        {
            if (TopicCatalog.Find(slug) is not { } topic) Wrong("topicWeights", "There is no such topic. GET /api/v1/topics lists them.");
            else if (weight is not (>= 0 and <= SpecialtyCatalog.MaxWeight)) Wrong(WeightOf(topic), WeightForm);
            else if (!read.TryAdd(topic.Slug, weight)) Wrong(WeightOf(topic), "This topic is named twice.");
        }

        return read;
    }

    /// <summary>A feed that was named before may have gone from the list since; a new one must be on it.</summary>
    private List<string>? Sources(string field, IReadOnlyList<string>? ids, ImmutableHashSet<string>? named)
    {
        if (ids is null) return null;
        if (ids.Count > MaxSources) return Wrong<List<string>>(field, $"Name at most {MaxSources} feeds.");
        if (!ids.All(id => id is not null && (feeds.Find(id) is not null || named?.Contains(id) is true)))
            return Wrong<List<string>>(field, "One of these is no feed's id. GET /api/v1/feeds lists them.");
        return [.. ids.Distinct(StringComparer.Ordinal)];
    }

    private IReadOnlyList<string>? Words(IReadOnlyList<string>? words)
    {
        var rule = new RuleWordsAttribute();
        return rule.IsValid(words) ? words : Wrong<IReadOnlyList<string>>("blockedWords", rule.FormatErrorMessage("blockedWords"));
    }

    private List<string>? Domains(IReadOnlyList<string>? domains)
    {
        if (domains is null) return null;
        if (domains.Count > MaxDomains) return Wrong<List<string>>("ownDomains", $"Name at most {MaxDomains} sites.");
        var read = domains.Select(OwnDomain.From).OfType<string>().ToList();
        if (read.Count < domains.Count) return Wrong<List<string>>("ownDomains", "Write each site by its name alone, such as greenlane.example.");
        return read.Exists(PublicSuffixes.Contains)
            ? Wrong<List<string>>("ownDomains", "Under one of these anybody can have a site, as under co.uk or wixsite.com. Write the whole name of your own.")
            : [.. read.Distinct(StringComparer.Ordinal)];
    }

    private List<ChannelPolicy>? Policies(IReadOnlyDictionary<string, ChannelRequest>? channels)
    {
        if (channels is null) return null;
        var policies = new List<ChannelPolicy>();
        foreach (var (slug, request) in channels)
        {
            if (ChannelInfo.Find(slug) is not { } info) Wrong("channels", $"Use these names: {ChannelInfo.Slugs}.");
            else if (policies.Exists(policy => policy.Channel == info.Channel)) Wrong("channels", "A channel is named twice.");
            else if (request is not null) policies.Add(Policy(ChannelPolicy.Defaults[(int)info.Channel], $"channels.{info.Slug}", request));
        }

        return policies;
    }

    private ChannelPolicy Policy(ChannelPolicy usual, string field, ChannelRequest request) => usual with
    {
        Enabled = request.Enabled ?? usual.Enabled,
        WeeklyBudget = Checked($"{field}.weeklyBudget", request.WeeklyBudget, budget => budget is >= 1 and <= MaxBudget,
            $"A week's budget is from 1 to {MaxBudget}. To share nothing there, set enabled to false.") ?? usual.WeeklyBudget,
        QuietHours = new QuietHours(
            Time($"{field}.quietHours.from", request.QuietHours?.From) ?? usual.QuietHours.From, Time($"{field}.quietHours.to", request.QuietHours?.To) ?? usual.QuietHours.To),
        LeastGap = Checked($"{field}.leastGapHours", request.LeastGapHours, hours => hours is >= 0 and <= MaxGapHours, $"A gap is from 0 to {MaxGapHours} hours.") is { } hours
            ? TimeSpan.FromHours(hours) : usual.LeastGap,
    };

    private TimeOnly? Time(string field, string? text)
    {
        if (text is null) return null;
        if (TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        Wrong(field, "Write the time of day as 07:00 or 21:30.");
        return null;
    }

    private T? Checked<T>(string field, T? value, Func<T, bool> isRight, string message) where T : struct
    {
        if (value is { } given && !isRight(given)) Wrong(field, message);
        return value;
    }

    private T? Wrong<T>(string field, string message) where T : class
    {
        Wrong(field, message);
        return null;
    }

    private void Wrong(string field, string message)
    {
        if (!_errors.Contains(new FieldError(field, message))) _errors.Add(new FieldError(field, message));
    }
}

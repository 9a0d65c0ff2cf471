using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Wellread.Feeds;

namespace Wellread.Articles;

/// <summary>A health article as suggested: plain text only, never a feed's markup. Stored as JSON.</summary>
internal sealed record Article
{
    private readonly Utf8Text _link;
    private readonly Utf8Text _summary;
    private readonly Utf8Text _imageUrl;

    public Article()
    {
    }

    /// <summary>For who has its longer texts as UTF-8 already, and names all else that is required.</summary>
    [SetsRequiredMembers]
#pragma warning disable CS8618 // The link is what its bytes say.
    public Article(Utf8Text link, Utf8Text summary, Utf8Text imageUrl) =>
        (_link, _summary, _imageUrl, Id, Title, Language, Source) = (link, summary, imageUrl, null!, null!, null!, null!);
#pragma warning restore CS8618

    /// <summary><c>art_</c> and 20 characters derived from <see cref="Link"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The canonical link: absolute, http or https, without tracking parameters.</summary>
    public required string Link { get => _link.Text!; init => _link = new(value); }

    public required string Title { get; init; }

    /// <summary>Plain text, at most <c>PlainText.MaxSummaryLength</c> characters, ending at a sentence or word; empty when the feed gives none.</summary>
    public string Summary { get => _summary.Text ?? ""; init => _summary = new(value); }

    /// <summary>Of <see cref="Summary"/>, for who needs nothing else of it.</summary>
    [JsonIgnore]
    public int SummaryLength => _summary.Length;

    [JsonIgnore]
    public bool HasImage => !_imageUrl.IsNull;

    /// <summary>A two-letter ISO 639-1 code.</summary>
    public required string Language { get; init; }

    /// <summary>Topic slugs of <c>TopicCatalog</c>, strongest first.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>What the feed itself files it under, as it came; kept so that topics can be found anew when their lists change.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Sensitive subjects that a person must look at before sharing (<c>suicide</c>, <c>eating-disorders</c>, …).</summary>
    public ImmutableArray<string> SensitiveTopics { get; init; } = [];

    public required ArticleSource Source { get; init; }

    /// <summary>Other feeds that carry the same page.</summary>
    public ImmutableArray<ArticleSource> AlsoFrom { get; init; } = [];

    /// <summary>The id of the first article that told the same story; null where this is the first or the only one.</summary>
    public string? StoryId { get; init; }

    /// <summary>What two articles that tell the same story have in common.</summary>
    [JsonIgnore]
    public string Story => StoryId ?? Id;

    /// <summary>
    /// Never later than <see cref="FirstSeen"/>: a date in the future is set to when the article was first seen. Of what gives no date, a guess that keeps it from passing for new.
    /// </summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Where <see cref="Published"/> comes from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ArticleDating Dating { get; init; }

    /// <summary>When it came out, as far as it is told.</summary>
    [JsonIgnore]
    public DateTimeOffset? PublishedAt => Dating == ArticleDating.Guess ? null : Published;

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When a feed of its own was last seen to list it, give or take <c>ArticleMerge.SeenGrain</c>; null = when it was first seen.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Author { get; init; }

    /// <summary>An absolute http(s) address, or null.</summary>
    public string? ImageUrl { get => _imageUrl.Text; init => _imageUrl = new(value); }

    /// <summary>True for the invented articles that stand in while no live feed has delivered.</summary>
    public bool IsSample { get; init; }

    public Assessment? Assessment { get; init; }

    /// <summary>What its page was like when somebody last looked; null where nobody has.</summary>
    public PageCheck? Page { get; init; }

    /// <summary>What its publisher said of it in an item of its own, see <see cref="ToldNotices"/>; null where there is none.</summary>
    public PaperNotice? Notice { get; init; }

    /// <summary>What the registry of papers or an item of its own says of it: the graver, but that it stands again where that was said later.</summary>
    [JsonIgnore]
    public PaperNotice? Fate => (Page?.Fate, Notice) switch
    {
        (null, var told) => told,
        (var registered, null) => registered,
        ({ Standing: PaperStanding.Reinstated } registered, var told) => (registered.DatedAt ?? registered.SeenAt) >= (told.DatedAt ?? told.SeenAt) ? registered : told,
        var (registered, told) => told.Standing > registered.Standing || (told.Standing == registered.Standing && told.DatedAt > registered.DatedAt) ? told : registered,
    };
}

/// <summary>The feed that an article came from, as it was then.</summary>
internal sealed record ArticleSource(string FeedId, string Name, PublisherType Publisher, FeedAudience Audience);

/// <summary>How an article's date is known.</summary>
internal enum ArticleDating
{
    /// <summary>Its feed gives it.</summary>
    Feed,

    /// <summary>Its text says it: "Publication date: February 2022".</summary>
    Text,

    /// <summary>Nothing says it.</summary>
    Guess,
}

/// <summary>What scoring says of an article. <paramref name="Probability"/> that a patient understands it, 0 to 1; <paramref name="Grade"/> in US school grades.</summary>
internal sealed record Assessment(
    double Probability, double Grade, ArticleAudience Audience, ImmutableArray<AssessmentReason> Reasons, string ModelVersion)
{
    /// <summary>The rules that were at work beside the model; null in what was stored before they had a version.</summary>
    public string? RulesVersion { get; init; }

    /// <summary>True for what is offered only behind everything else: easy to read and about a health topic, but with little to use.</summary>
    public bool SecondChoice { get; init; }

    /// <summary>What an editor should mind about it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AssessmentCautions Cautions { get; init; }
}

/// <summary>What lowers an article that is otherwise fine, as scoring found it in title and text.</summary>
[Flags]
internal enum AssessmentCautions
{
    None = 0,

    /// <summary>Words that promise more than medicine can keep.</summary>
    Hype = 1,

    /// <summary>It rests on one study.</summary>
    SingleStudy = 2,

    /// <summary>Tested in animals or in a lab.</summary>
    AnimalStudy = 4,

    /// <summary>Taken from a press release.</summary>
    PressRelease = 8,
}

/// <summary>One reason in an editor's words.</summary>
/// <param name="Code">The kind, for programs. It does not change.</param>
/// <param name="Text">The same in plain English.</param>
internal sealed record AssessmentReason(string Code, string Text);

/// <summary>Whom an article suits.</summary>
internal enum ArticleAudience
{
    Patients,
    Colleagues,
    Neither,
}

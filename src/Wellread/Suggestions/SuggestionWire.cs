using Wellread.Articles;
using Wellread.Feeds;
using Wellread.Platform;
using Wellread.Practices;

namespace Wellread.Suggestions;

/// <summary>A page of suggestions, the best first.</summary>
/// <param name="Items">The suggestions.</param>
/// <param name="NextCursor">Send this as `cursor` to get the next page. It is null behind the last page.</param>
/// <param name="Samples">True while invented samples stand in, because no feed has been read yet. Do not share them.</param>
/// <param name="Stale">True while the store does not answer, so that the newest articles may be missing.</param>
/// <param name="Loading">True for some seconds after a start, while stored articles are still being read, so that some are missing.</param>
internal sealed record SuggestionList(IReadOnlyList<Suggestion> Items, string? NextCursor, bool Samples, bool Stale, bool Loading)
{
    /// <summary>Where in a list's JSON the value of its cursor stands, quotes included. It is the last text there.</summary>
    public static (int Start, int End) CursorIn(ReadOnlySpan<byte> json)
    {
        var name = "\"nextCursor\":"u8;
        var start = json.LastIndexOf(name) + name.Length;
        return (start, start + json[start..].IndexOf((byte)','));
    }
}

/// <summary>What has changed since you approved or shared it. What you decided last comes first.</summary>
/// <param name="Items">The articles, each with what has changed.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="NextCursor">Send this as `cursor` to get the next page. It is null behind the last page.</param>
internal sealed record ChangedList(IReadOnlyList<Suggestion> Items, int Total, string? NextCursor);

/// <summary>An article worth sharing, and why. Times are on the practice's clock.</summary>
/// <param name="Id">The suggestion's id, for saying what you decided.</param>
/// <param name="ArticleId">The article's id, for getting the link and text to share.</param>
/// <param name="Title">The article's title.</param>
/// <param name="Url">The article's address.</param>
/// <param name="Summary">What the feed says of it, as plain text. It may be empty.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Sources">Everyone who tells the same story, the source of this article first.</param>
/// <param name="PublishedAt">When it came out; null where neither its feed nor its text says so.</param>
/// <param name="Language">The language it is in: `en` or `es`.</param>
/// <param name="Topics">What it is about, the main topic first.</param>
/// <param name="Audience">Whom it suits: `patients` or `colleagues`.</param>
/// <param name="SecondChoice">True if it has little that a patient can use, so that it comes behind all else.</param>
/// <param name="Channels">Where to share it.</param>
/// <param name="Score">How sure the model is that a patient understands it, from 0 to 1.</param>
/// <param name="Grade">The school grade at which it reads.</param>
/// <param name="ModelVersion">The model that scored it.</param>
/// <param name="Why">Why it is suggested, in two sentences.</param>
/// <param name="Reasons">All that speaks for it and against it, in words.</param>
/// <param name="Figures">The points behind its place; null unless you ask with `figures=true`.</param>
/// <param name="Change">How it has changed since you approved or shared it; null when it has not.</param>
/// <param name="LinkCheck">What its page was like when Wellread last looked; null before the first look.</param>
/// <param name="Sample">True for an invented sample. Do not share it.</param>
/// <param name="Links">Where to go from here.</param>
internal sealed record Suggestion(
    string Id,
    string ArticleId,
    string Title,
    string Url,
    string Summary,
    SuggestionSource Source,
    IReadOnlyList<StorySource> Sources,
    DateTimeOffset? PublishedAt,
    string Language,
    IReadOnlyList<string> Topics,
    ArticleAudience Audience,
    bool SecondChoice,
    IReadOnlyList<string> Channels,
    double Score,
    double Grade,
    string ModelVersion,
    string Why,
    IReadOnlyList<AssessmentReason> Reasons,
    SuggestionFigures? Figures,
    SuggestionChange? Change,
    LinkCheck? LinkCheck,
    bool Sample,
    SuggestionLinks Links)
{
    public static Suggestion From(RankedSuggestion ranked, Practice practice, bool withFigures = false)
    {
        var article = ranked.Candidate.Article;
        var assessment = article.Assessment!;
        var id = SuggestionId.Of(article.Id);
        var (first, further) = practice.Id == Practice.DefaultId ? ("", "") : ($"?practice={practice.Id}", $"&practice={practice.Id}");
        var channels = practice.ChannelsFor(ranked.Candidate.Audience).Select(info => info.Slug).ToList();
        return new Suggestion(
            id,
            article.Id,
            article.Title,
            article.Link,
            article.Summary,
            new SuggestionSource(article.Source.FeedId, article.Source.Name, article.Source.Publisher),
            ranked.Sources,
            practice.Local(article.PublishedAt),
            article.Language,
            article.Topics,
            ranked.Candidate.Audience,
            assessment.SecondChoice,
            channels,
            Math.Round(assessment.Probability, 3),
            Math.Round(assessment.Grade, 1),
            assessment.ModelVersion,
            ranked.Why,
            ranked.Reasons,
            withFigures ? SuggestionFigures.From(ranked) : null,
            ranked.Change?.On(practice),
            article.Page is { } page ? new LinkCheck(page.Shown, practice.Local(page.CheckedAt)) : null,
            article.IsSample,
            new SuggestionLinks(
                $"/api/v1/articles/{article.Id}/explanation",
                channels.ToDictionary(slug => slug, slug => $"/api/v1/articles/{article.Id}/share?channel={slug}{further}"),
                $"/api/v1/suggestions/{id}/decisions{first}"));
    }
}

/// <summary>What the page of an article was like when Wellread last looked.</summary>
/// <param name="State">`ok`, `gone`, `paywalled` (readers have to pay), `login` (readers have to log in), `missing` (it was not there; we look again within the hour) or `unreachable` (its site did not answer, or lets no program look).</param>
/// <param name="CheckedAt">When that was.</param>
internal sealed record LinkCheck(PageState State, DateTimeOffset CheckedAt);

/// <summary>Who published an article.</summary>
/// <param name="Id">The feed it came from.</param>
/// <param name="Name">The feed's name.</param>
/// <param name="Type">What kind of publisher it is.</param>
internal sealed record SuggestionSource(string Id, string Name, PublisherType Type);

/// <summary>The points behind a suggestion's place. One point is worth 21 days of freshness.</summary>
/// <param name="Points">The sum.</param>
/// <param name="Rules">What each rule gave or took.</param>
internal sealed record SuggestionFigures(double Points, IReadOnlyList<RuleFigures> Rules)
{
    public static SuggestionFigures From(RankedSuggestion ranked)
    {
        var rules = ranked.Figures;
        return new(
            Math.Round(rules.Sum(rule => rule.Points), 3),
            [.. rules.Select(rule => new RuleFigures(rule.Rule, Math.Round(rule.Points, 3), rule.Figures.ToDictionary(figure => figure.Name, figure => Math.Round(figure.Value, 3))))]);
    }
}

/// <summary>What one rule gave or took.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Points">Its points; below zero where it took some.</param>
/// <param name="Figures">What the points are made of, by name.</param>
internal sealed record RuleFigures(string Rule, double Points, IReadOnlyDictionary<string, double> Figures);

/// <summary>Where to go from a suggestion.</summary>
/// <param name="Explanation">The address that says why it got its score, place by place.</param>
/// <param name="Share">For each channel, the address that gives the link and text to share.</param>
/// <param name="Decisions">The address to say what you decided.</param>
internal sealed record SuggestionLinks(string Explanation, IReadOnlyDictionary<string, string> Share, string Decisions);

/// <summary>Suggestions have the id of their article under another prefix.</summary>
internal static class SuggestionId
{
    private const string Prefix = "sug_";
    private const string ArticlePrefix = "art_";

    public static string Of(string articleId) => Prefix + articleId[ArticlePrefix.Length..];

    /// <summary>The id of the article, or null where the text is no suggestion's id.</summary>
    public static string? ToArticleId(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? ArticlePrefix + id[Prefix.Length..] : null;
}

/// <summary>The drop-down of channels.</summary>
internal sealed class KnownChannelsAttribute : KnownValuesAttribute
{
    public override IEnumerable<string> Values => ChannelInfo.All.Select(info => info.Slug);
}

/// <summary>The drop-down of topics.</summary>
internal sealed class KnownTopicsAttribute : KnownValuesAttribute
{
    public override IEnumerable<string> Values => TopicCatalog.All.Select(topic => topic.Slug);
}

/// <summary>The drop-down of languages.</summary>
internal sealed class KnownLanguagesAttribute : KnownValuesAttribute
{
    public override IEnumerable<string> Values => ArticleLanguage.Known;
}

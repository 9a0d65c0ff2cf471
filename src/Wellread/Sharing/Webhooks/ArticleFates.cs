using System.Text.Json;
using Wellread.Articles;
using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Webhooks;

/// <summary>What a practice was last told of an article, so that it is told of each change once. Stored as JSON.</summary>
/// <param name="Change">What kind of change; in words, as another instance may know kinds that this one does not.</param>
/// <param name="Mark">What tells one change of this kind from the next; null where a second one would say nothing new.</param>
internal sealed record ToldChange(string Change, string? Mark)
{
    public static ToldChange Of(SuggestionChange change, Article article) => new(change.Kind.ToString(), change.Kind switch
    {
        ArticleChange.Text => WebhookEvent.IdOf(article.Summary),
        ArticleChange.Headline => WebhookEvent.IdOf(article.Title, article.Page?.Headline ?? ""),
        ArticleChange.Republished or ArticleChange.Reinstated or ArticleChange.Corrected => $"{change.ChangedAt?.UtcTicks}",
        _ => null,
    });
}

/// <summary>Makes an event of what has become of something that a practice approved or shared. Pure.</summary>
internal static class ArticleFates
{
    /// <param name="change">What has become of it.</param>
    /// <param name="article">As it is now.</param>
    /// <param name="practice">Who is told.</param>
    /// <param name="position">Where the library's log tells of it; null where none does.</param>
    /// <param name="now">When it was noticed.</param>
    public static WebhookEvent Of(SuggestionChange change, Article article, Practice practice, long? position, DateTimeOffset now)
    {
        var type = change.Kind is ArticleChange.Retracted or ArticleChange.PartlyRetracted ? EventTypes.ArticleRetracted : EventTypes.ArticleChanged;
        var id = WebhookEvent.IdOf(type, practice.Id, article.Id, ToldChange.Of(change, article).ToString(), $"{now.UtcTicks}");
        var data = Data(change, article, practice);
        return new WebhookEvent(
            id, type, practice.Id, now, Position: null, service => EventBody.Of(type, now, data with { Links = Links(data, service) }, EventJson.Default.ArticleFate))
        {
            LibraryPosition = position,
            Subject = new DeliverySubject(article.Title) { Practice = practice.Id, ArticleId = article.Id },
            ChangedAt = change.ChangedAt,
        };
    }

    private static ArticleFate Data(SuggestionChange change, Article article, Practice practice)
    {
        var suggestion = SuggestionId.Of(article.Id);
        return new ArticleFate(
            practice.Id,
            practice.Name,
            suggestion,
            article.Id,
            article.Title,
            article.Link,
            article.Source.Name,
            JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()),
            JsonNamingPolicy.CamelCase.ConvertName(change.Advice.ToString()),
            change.Message,
            [.. change.Channels.Select(channel => ChannelInfo.Of(channel).Slug)],
            [.. change.GivenOutOn.Select(channel => ChannelInfo.Of(channel).Slug)],
            change.TitleThen,
            change.DecidedAt.ToUniversalTime(),
            change.ChangedAt?.ToUniversalTime(),
            new ArticleFateLinks("", ""));
    }

    private static ArticleFateLinks Links(ArticleFate data, string service) => new(
        $"{service}/api/v1/suggestions/changed?practice={data.Practice}", $"{service}/api/v1/suggestions/{data.SuggestionId}/decisions?practice={data.Practice}");
}

using Microsoft.AspNetCore.Http.HttpResults;
using Wellread.Platform;

namespace Wellread.Articles;

/// <summary>What articles are about.</summary>
internal static class ArticlesEndpoints
{
    public static IEndpointRouteBuilder MapArticles(this IEndpointRouteBuilder routes)
    {
        var topics = routes.MapGroup("/api/v1/topics").WithTags(ApiTags.StartHere);
        topics.MapGet("", ListTopics).WithName("ListTopics");
        return routes;
    }

    /// <summary>Show the topics</summary>
    /// <remarks>Every subject that suggestions can be asked for, by slug, with its English and Spanish name.</remarks>
    internal static Ok<TopicListResponse> ListTopics() =>
        TypedResults.Ok(new TopicListResponse([.. TopicCatalog.All.Select(topic => new TopicResponse(topic.Slug, new TopicNames(topic.English, topic.Spanish)))]));
}

/// <summary>The topics, in the order of their English names.</summary>
internal sealed record TopicListResponse(IReadOnlyList<TopicResponse> Items);

/// <summary>A topic: its slug, as other calls take it, and its names for people.</summary>
internal sealed record TopicResponse(string Slug, TopicNames Name);

/// <summary>A topic's name in each language.</summary>
internal sealed record TopicNames(string En, string Es);

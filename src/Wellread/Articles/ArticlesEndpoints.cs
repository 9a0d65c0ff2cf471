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
    /// <remarks>Every subject that you can ask for, with its short name and what it is called in English and Spanish.</remarks>
    internal static Ok<TopicListResponse> ListTopics() =>
        TypedResults.Ok(new TopicListResponse([.. TopicCatalog.All.Select(topic => new TopicResponse(topic.Slug, new TopicNames(topic.English, topic.Spanish)))]));
}

/// <summary>The topics, in the order of their English names.</summary>
/// <param name="Items">The topics.</param>
internal sealed record TopicListResponse(IReadOnlyList<TopicResponse> Items);

/// <summary>A topic.</summary>
/// <param name="Slug">Its short name, as other calls take it.</param>
/// <param name="Name">Its name in words.</param>
internal sealed record TopicResponse(string Slug, TopicNames Name);

/// <summary>A topic's name in each language.</summary>
/// <param name="En">In English.</param>
/// <param name="Es">In Spanish.</param>
internal sealed record TopicNames(string En, string Es);

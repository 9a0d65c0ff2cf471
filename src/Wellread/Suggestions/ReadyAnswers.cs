using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Wellread.Suggestions;

/// <summary>
/// Gives an answer out again before anything looks at the request but its query string: which question the string asks is remembered, and the answer's bytes are
/// there. Whatever is new, wrong or has changed goes the usual way.
/// </summary>
internal sealed class ReadyAnswers(SuggestionAnswers answers)
{
    private const string Path = "/api/v1/suggestions";
    private const int MostQuestions = 20_000;
    private const int LongestQuery = 400;

    private readonly RecentlyUsed<string, Question> _questions = new(MostQuestions, _ => 1);

    /// <summary>Null where the answer has to be made.</summary>
    public ReadyAnswer? Find(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Path.Value == Path
        && _questions.Find(request.QueryString.Value ?? "") is { } question
        && answers.Find(question.Query) is { } answer
            ? new ReadyAnswer(answer, question.NextPage)
            : null;

    /// <summary>Answers, and remembers what was asked.</summary>
    public ReadyAnswer Get(HttpRequest request, SuggestionQuery query)
    {
        var question = new Question(query, NextPage(request));
        if (request.QueryString.Value is not { Length: > LongestQuery }) _questions.Put(request.QueryString.Value ?? "", question);
        return new ReadyAnswer(answers.Get(query), question.NextPage);
    }

    /// <summary>The address of the next page, up to its cursor.</summary>
    private static string NextPage(HttpRequest request)
    {
        var others = QueryString.Create(request.Query.Where(pair => pair.Key != "cursor"));
        return $"<{Path}{others}{(others.HasValue ? '&' : '?')}cursor=";
    }

    private sealed record Question(SuggestionQuery Query, string NextPage);
}

/// <summary>An answer to a request, written as bytes; 304 without them to who has them already.</summary>
internal sealed class ReadyAnswer(SuggestionAnswer answer, string nextPage) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, headers) = (httpContext.Response, httpContext.Response.Headers);
        headers.ETag = answer.ETag;
        headers.CacheControl = "private, no-cache";
        if (answer.NextCursor is not null) headers.Link = $"{nextPage}{answer.NextCursor}>; rel=\"next\"";
        if (IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = answer.Body.Length;
        return response.Body.WriteAsync(answer.Body, 0, answer.Body.Length);
    }

    public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(SuggestionList), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    private bool IsKnown(HttpRequest request) =>
        request.Headers.IfNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(EntityTagHeaderValue.Parse(answer.ETag), useStrongComparison: false));
}

/// <summary>Stands before routing. It is made when the server starts, not when its place is named: what can't start says so there.</summary>
internal sealed class ReadyAnswersStep(RequestDelegate next, ReadyAnswers answers)
{
    public Task InvokeAsync(HttpContext context) => answers.Find(context.Request) is { } answer ? answer.ExecuteAsync(context) : next(context);
}

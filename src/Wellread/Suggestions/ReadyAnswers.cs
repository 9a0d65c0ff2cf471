using System.Buffers;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Wellread.Platform;

namespace Wellread.Suggestions;

/// <summary>
/// Gives an answer out again before anything looks at the request but its query string: which question the string asks is remembered, and the answer's bytes are
/// there. Whatever is new, wrong or has changed goes the usual way.
/// </summary>
internal sealed class ReadyAnswers(SuggestionAnswers answers)
{
    private const string Path = "/api/v1/suggestions";
    private const long MostBytes = 16 * 1024 * 1024;
    private const int LongestQuery = 400;

    private readonly RecentlyUsed<string, Question> _questions = new(MostBytes, question => question.Weight);

    /// <summary>Null where the answer has to be made.</summary>
    public ReadyAnswer? Find(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Path.Value == Path
        && _questions.Find(request.QueryString.Value ?? "") is { } question
            ? question.Find(answers)
            : null;

    /// <summary>Answers, and remembers what was asked.</summary>
    public ReadyAnswer Get(HttpRequest request, SuggestionQuery query)
    {
        var question = new Question(AnswerKey.Of(query), NextPage(request));
        if (request.QueryString.Value is not { Length: > LongestQuery }) _questions.Put(request.QueryString.Value ?? "", question);
        return question.Give(answers.Get(query));
    }

    /// <summary>The address of the next page, up to its cursor.</summary>
    private static string NextPage(HttpRequest request)
    {
        var others = QueryString.Create(request.Query.Where(pair => pair.Key != "cursor"));
        return $"<{Path}{others}{(others.HasValue ? '&' : '?')}cursor=";
    }

    /// <summary>What a query string asks for. It does not keep the answer alive, whose place is among those that are weighed.</summary>
    private sealed class Question(AnswerKey key, string nextPage)
    {
        private readonly WeakReference<ReadyAnswer?> _given = new(null);

        /// <summary>Bytes: the string itself is about as long as the address of the next page.</summary>
        public long Weight => 400 + (4L * nextPage.Length) + key.Weight;

        public ReadyAnswer? Find(SuggestionAnswers answers)
        {
            if (_given.TryGetTarget(out var given) && answers.HoldsUnlooked(given.Answer)) return given;
            return answers.Find(key) is { } answer ? Give(answer) : null;
        }

        public ReadyAnswer Give(SuggestionAnswer answer)
        {
            if (_given.TryGetTarget(out var given) && given.Answer == answer) return given;
            given = new ReadyAnswer(answer, nextPage);
            answer.LastGiven = given;
            _given.SetTarget(given);
            return given;
        }
    }
}

/// <summary>An answer to a request, written as bytes; 304 without them to who has them already. It is given out many times, and no time makes anything anew.</summary>
internal sealed class ReadyAnswer : IResult, IEndpointMetadataProvider
{
    private readonly string? _link;

    /// <param name="answer">The answer.</param>
    /// <param name="nextPage">The address of the next page, up to its cursor.</param>
    public ReadyAnswer(SuggestionAnswer answer, string nextPage)
    {
        Answer = answer;
        _link = answer.NextCursor is { } cursor ? $"{nextPage}{cursor}>; rel=\"next\"" : null;
    }

    public SuggestionAnswer Answer { get; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, headers) = (httpContext.Response, httpContext.Response.Headers);
        headers.ETag = Answer.Text.ETag;
        headers.CacheControl = "private, no-cache";
        if (_link is not null) headers.Link = _link;
        if (IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = "application/json; charset=utf-8";
        headers.ContentLength = Answer.Text.Begin.Length + Answer.End.Length;
        // Begun first, so that the server has what is written next to its headers and not in a buffer of its own.
        var start = response.StartAsync();
        return start.IsCompletedSuccessfully ? Write(response) : WriteAsync(start, response);
    }

    private async Task WriteAsync(Task start, HttpResponse response)
    {
        await start;
        await Write(response);
    }

    private Task Write(HttpResponse response)
    {
        var writer = response.BodyWriter;
        writer.Write(Answer.Text.Begin.Span);
        writer.Write(Answer.End);
        var flush = writer.FlushAsync();
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }

    public static void PopulateMetadata(System.Reflection.MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(SuggestionList), ["application/json"]));
    }

    private bool IsKnown(HttpRequest request) =>
        request.Headers.IfNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(EntityTagHeaderValue.Parse(Answer.Text.ETag), useStrongComparison: false));
}

/// <summary>Stands before all else, so that what is ready costs nothing but its bytes. It is made when the server starts, not when its place is named: what can't start says so there.</summary>
internal sealed class ReadyAnswersMiddleware(RequestDelegate next, ReadyAnswers answers)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (answers.Find(context.Request) is not { } answer) return next(context);
        SecurityHeaders.AddTo(context);
        return answer.ExecuteAsync(context);
    }
}

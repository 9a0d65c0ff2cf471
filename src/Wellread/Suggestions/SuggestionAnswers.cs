using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Wellread.Feeds;
using Wellread.Practices;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Wellread.Suggestions;

/// <summary>A page of suggestions as it goes over the wire.</summary>
/// <param name="Body">JSON.</param>
/// <param name="ETag">Weak: two pages with the same suggestions have the same, though their cursors differ.</param>
/// <param name="NextCursor">Null behind the last page.</param>
/// <param name="Basis">As long as it holds, the answer does.</param>
internal sealed record SuggestionAnswer(byte[] Body, string ETag, string? NextCursor, AnswerBasis Basis);

/// <summary>Makes answers, and keeps them for as long as they would be made the same.</summary>
internal sealed class SuggestionAnswers(
    SuggestionFinder finder, SuggestionState state, CurrentCatalog feeds, CurrentPractices practices, TimeProvider time, IOptions<JsonOptions> json)
{
    private const long MostBytes = 64 * 1024 * 1024;
    private const int BytesBesideTheBody = 500;

    private readonly RecentlyUsed<Key, SuggestionAnswer> _kept = new(MostBytes, answer => answer.Body.Length + BytesBesideTheBody);

    /// <summary>The answer if it is there already and holds.</summary>
    public SuggestionAnswer? Find(SuggestionQuery query) =>
        practices.Find(query.Practice.Id) is { } practice
        && _kept.Find(Key.Of(query)) is { } answer
        && answer.Basis.Holds(state.Current, feeds.Current, practice, time.GetUtcNow())
            ? answer
            : null;

    public SuggestionAnswer Get(SuggestionQuery query)
    {
        if (Find(query) is { } known) return known;
        // The basis is taken first: what changes while the answer is made then counts as a change since.
        var basis = AnswerBasis.Of(query, state.Current, feeds.Current, time.GetUtcNow());
        var answer = Make(finder.Find(query), query, basis);
        _kept.Put(Key.Of(query), answer);
        return answer;
    }

    private SuggestionAnswer Make(SuggestionPage page, SuggestionQuery query, AnswerBasis basis)
    {
        var next = page.Next?.Encode();
        var list = new SuggestionList([.. page.Items.Select(item => Suggestion.From(item, query.Practice, query.WithFigures))], next, page.ShowsSamples, page.Stale, page.Loading);
        var body = JsonSerializer.SerializeToUtf8Bytes(list, json.Value.SerializerOptions);
        return new SuggestionAnswer(body, ETagOf(body), next, basis);
    }

    /// <summary>Everything but the cursor's value, which says when the page was made.</summary>
    private static string ETagOf(byte[] body)
    {
        var start = body.AsSpan().LastIndexOf("\"nextCursor\":"u8);
        var end = start + body.AsSpan(start).IndexOf(","u8);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(body.AsSpan(0, start));
        hash.AppendData(body.AsSpan(end));
        return $"W/\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}\"";
    }

    /// <summary>What tells one question from another; the practice by its id, as its settings belong to the basis.</summary>
    private readonly record struct Key(string Practice, Channel? Channel, string? Topic, string? Language, int Limit, SuggestionCursor? Cursor, bool WithFigures)
    {
        public static Key Of(SuggestionQuery query) => new(query.Practice.Id, query.Channel?.Channel, query.Topic, query.Language, query.Limit, query.Cursor, query.WithFigures);
    }
}

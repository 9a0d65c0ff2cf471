using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Wellread.Tests.Support;

/// <summary>Calls to the API as its users make them: the answer's status and JSON.</summary>
internal static class Api
{
    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync(path);
        return await ReadAsync(response, expected);
    }

    public static async Task<JsonNode> PostJsonAsync(this HttpClient client, string path, object? body, HttpStatusCode expected)
    {
        using var response = await client.PostAsJsonAsync(path, body);
        return await ReadAsync(response, expected);
    }

    /// <summary>Checks that the answer is a whole problem of this kind, and returns it.</summary>
    public static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await ReadAsync(response, status);
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal($"urn:wellread:problem:{code}", (string?)problem["type"]);
        Assert.Equal((int)status, (int?)problem["status"]);
        Assert.NotNull((string?)problem["title"]);
        Assert.NotNull((string?)problem["instance"]);
        Assert.NotNull((string?)problem["traceId"]);
        return problem;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        return JsonNode.Parse(text)!;
    }
}

using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Wellread.Refresh;
using Wellread.Tests.Support;

namespace Wellread.Tests.Rules;

/// <summary>Every request of <c>api.http</c>, in its order: it does what its heading says, and answers as the API's description says.</summary>
public sealed class AnswersTests : IAsyncLifetime
{
    private const string Feed = "https://news.example.org/feed";

    // What is there to show something else than a success.
    private static readonly (string Heading, HttpStatusCode Status)[] Others =
    [
        ("The same, only if it has changed", HttpStatusCode.NotModified),
        ("A slip in a name is told", HttpStatusCode.BadRequest),
        ("Shared, with the text: it is stopped", HttpStatusCode.UnprocessableEntity),
    ];

    private FakeWeb _web = null!;
    private WellreadHost _host = null!;
    private HttpClient _client = null!;
    private JsonNode _description = null!;

    public async Task InitializeAsync()
    {
        _web = await FakeWeb.StartAsync();
        _web.Respond(Feed, Rss("https://news.example.org"));
        _web.Respond("https://news.example.org/flu", "<html><head><title>Flu</title></head><body>Flu</body></html>", contentType: "text/html");
        _web.Respond("https://newsinhealth.nih.gov/rss.xml", Rss("https://newsinhealth.nih.gov"));
        _web.Respond("https://newsinhealth.nih.gov/", "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss.xml\"></head></html>", contentType: "text/html");
        _web.Respond("https://example.com/wellread", contentType: "text/plain");
        _host = new WellreadHost().WithFeeds(_web, $"text=\"News\" xmlUrl=\"{Feed}\" publisher=\"government\" audience=\"consumer\" language=\"en\"");
        _client = _host.CreateClient();
        await _host.RefreshAsync();
        _description = await _client.GetJsonAsync("/openapi/v1.json");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task Each_request_of_api_http_answers_as_described()
    {
        var first = (await _client.GetJsonAsync("/api/v1/suggestions"))["items"]![0]!;
        var feed = (string)(await _client.GetJsonAsync("/api/v1/feeds"))["items"]![0]!["id"]!;
        var variables = new Dictionary<string, string>
        {
            ["{{host}}"] = "",
            ["{{suggestion}}"] = (string)first["id"]!,
            ["{{article}}"] = (string)first["articleId"]!,
            ["feed_from_the_list"] = feed,
        };
        var file = new HttpFile(variables);
        foreach (var request in HttpFile.Read(await File.ReadAllTextAsync(Repository.Path("api.http"))))
        {
            // What was visited a moment ago is not visited again at once, and what was decided is another decision.
            _host.Time.Advance(TimeSpan.FromMinutes(6));
            foreach (var variant in VariantsOf(request))
            {
                using var message = file.Fill(variant);
                using var answer = await _client.SendAsync(message);
                var body = await answer.Content.ReadAsStringAsync();
                var expected = Others.FirstOrDefault(pair => request.Heading.StartsWith(pair.Heading, StringComparison.Ordinal)).Status;
                Assert.True(expected == default ? answer.IsSuccessStatusCode : answer.StatusCode == expected, $"{request.Heading}: {(int)answer.StatusCode} {body}");
                await IsAsDescribedAsync(variant.Heading, answer);
                if (request.Name is { } name) file.Keep(name, body);
                if (answer.Headers.ETag is { } tag) variables["\"etag_of_the_answer_before\""] = tag.ToString();
                if (request.Target.EndsWith("/decisions", StringComparison.Ordinal) && answer.Headers.ETag is { } count) variables["\"2\""] = count.ToString();
                if (answer.StatusCode == HttpStatusCode.Accepted) await _host.Get<RefreshRunner>().WaitAsync(CancellationToken.None);
                if (request.Target.EndsWith("/refreshes", StringComparison.Ordinal)) variables["ref_from_the_answer"] = (string)JsonNode.Parse(body)!["id"]!;
            }
        }
    }

    private static IEnumerable<HttpFileRequest> VariantsOf(HttpFileRequest request) =>
        request.Target.Contains(".rss", StringComparison.Ordinal)
            ? new[] { ".rss", ".atom", ".json" }.Select(format => request with { Target = request.Target.Replace(".rss", format, StringComparison.Ordinal) })
            : [request];

    /// <summary>Its status, type and headers are those of the description, and a tag that is promised to tell of changes does.</summary>
    private async Task IsAsDescribedAsync(string heading, HttpResponseMessage answer)
    {
        var operation = OperationOf(answer.RequestMessage!);
        var described = operation["responses"]![((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(described is not null, $"{heading}: {answer.StatusCode} is not described");
        var types = described!["content"]?.AsObject().Select(pair => pair.Key).ToList() ?? [];
        if (answer.Content.Headers.ContentType?.MediaType is { } type) Assert.True(types.Contains(type), $"{heading}: {type} is not described");
        else Assert.True(types.Count == 0 || answer.StatusCode == HttpStatusCode.NotModified, $"{heading}: nothing of {string.Join(", ", types)}");
        foreach (var header in new[] { "ETag", "Location" })
        {
            var isPromised = described["headers"]?[header] is not null;
            Assert.True(isPromised == answer.Headers.Contains(header), $"{heading}: {header} is {(isPromised ? "" : "not ")}described");
        }

        if (answer is not { StatusCode: HttpStatusCode.OK, Headers.ETag: { } tag } || answer.RequestMessage!.Method != HttpMethod.Get) return;
        using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage.RequestUri);
        again.Headers.IfNoneMatch.Add(tag);
        using var same = await _client.SendAsync(again);
        Assert.True(operation["responses"]!["304"] is not null == (same.StatusCode == HttpStatusCode.NotModified), $"{heading}: {(int)same.StatusCode} when nothing has changed");
    }

    private JsonNode OperationOf(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        var template = _description["paths"]!.AsObject().Select(pair => pair.Key)
            .Where(key => Regex.IsMatch(path, "^" + Regex.Replace(Regex.Escape(key), @"\\\{\w+}", "[^/]+") + "$"))
            .MinBy(key => key.Count(letter => letter == '{'));
        Assert.True(template is not null, $"{path} is not described");
        return _description["paths"]![template!]![request.Method.Method.ToLowerInvariant()]!;
    }

    private static string Rss(string site) => $"""
        <rss version="2.0"><channel><title>News</title><link>{site}</link>
        <item><title>It is not too late to get your flu shot this year</title><link>{site}/flu</link><guid>{site}/flu</guid>
        <description>Flu can spread until the spring. Ask your doctor for the vaccine at your next visit. Wash your hands and stay home when you are sick.</description>
        <pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>
        """;
}

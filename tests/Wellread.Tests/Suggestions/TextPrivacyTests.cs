using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wellread.Articles;
using Wellread.Storage;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

/// <summary>What an editor sends to be checked is in no log, no trace, no store and no error, whatever is wrong with it and however much is logged.</summary>
public sealed class TextPrivacyTests : IAsyncLifetime
{
    private const string Marker = "Zanzibarquux";
    private readonly RecordedTelemetry _telemetry = new();
    private readonly TemporaryFolder _folder = new();
    private readonly WellreadHost _host = new();

    private static readonly (string Body, string ContentType, int Status)[] Requests =
    [
        ($$$"""{"title":"{{{Marker}}} walks","text":"Ms {{{Marker}}} takes metformin for her diabetes. The {{{Marker}}} trial was a breakthrough."}""", "application/json", 200),
        ($$$"""{"text":"{{{Marker}}} {{{Marker}}}","language":"xx{{{Marker}}}"}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}}","articleId":"art_{{{Marker}}}"}""", "application/json", 400),
        ($$$"""{"articleId":"art_{{{Marker}}}"}""", "application/json", 404),
        ($$$"""{"title":"{{{Marker}}} {{{new string('a', 500)}}}"}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}} {{{new string('a', 20_000)}}}"}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}} {{{new string('a', 300_000)}}}"}""", "application/json", 413),
        ($$$"""{"text":"{{{Marker}}} and no end""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}}" {{{Marker}}}}""", "application/json", 400),
        ($$$"""{"text":{"{{{Marker}}}":"{{{Marker}}}"}}""", "application/json", 400),
        ($$$"""{"{{{Marker}}}":{"{{{Marker}}}":tru}}""", "application/json", 400),
        ($$$"""{"text":["{{{Marker}}}"]}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}} \ud83d"}""", "application/json", 400),
        ($$$"""["{{{Marker}}}"]""", "application/json", 400),
        (Marker, "application/json", 400),
        (Marker, "text/plain", 415),
        ($"text={Marker}", "application/x-www-form-urlencoded", 415),
        ($$$"""{"text":"{{{Marker}}}"}""", "application/json; charset=utf-7", 415),
    ];

    private static readonly (string Body, string ContentType, int Status)[] Posts =
    [
        ($$$"""{"text":"Thanks {{{Marker}}}, see you at your follow-up. MRN {{{Marker}}}44812","mode":"reply","channel":"x"}""", "application/json", 200),
        ($$$"""{"text":"{{{Marker}}}","mode":"{{{Marker}}}"}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}}","channel":"{{{Marker}}}"}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}}","language":"{{{Marker}}}"}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}} {{{new string('a', 65_536)}}}"}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}} {{{new string('a', 420_000)}}}"}""", "application/json", 413),
        ($$$"""{"text":"{{{Marker}}} and no end""", "application/json", 400),
        ($$$"""{"{{{Marker}}}":"{{{Marker}}}"}""", "application/json", 400),
        ($$$"""{"text":["{{{Marker}}}"]}""", "application/json", 400),
        ($$$"""{"text":"{{{Marker}}} \ud83d"}""", "application/json", 400),
        (Marker, "text/plain", 415),
    ];

    private static readonly (string Body, string ContentType, int Status)[] Decisions =
    [
        ($$$"""{"action":"approve","text":"{{{Marker}}} says: eat well."}""", "application/json", 201),
        ($$$"""{"action":"shared","channel":"x","text":"Thanks {{{Marker}}}, see you at your follow-up. MRN {{{Marker}}}44812"}""", "application/json", 422),
        ($$$"""{"action":"undo","text":"{{{Marker}}}"}""", "application/json", 400),
        ($$$"""{"action":"{{{Marker}}}","text":"{{{Marker}}}"}""", "application/json", 400),
        ($$$"""{"action":"approve","text":"{{{Marker}}} {{{new string('a', 65_536)}}}"}""", "application/json", 400),
        ($$$"""{"action":"approve","text":["{{{Marker}}}"]}""", "application/json", 400),
        ($$$"""{"action":"approve","text":"{{{Marker}}} and no end""", "application/json", 400),
    ];

    public Task InitializeAsync()
    {
        foreach (var category in new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.Hosting.Lifetime", "System" }) _host.With($"Logging:LogLevel:{category}", "Trace");
        _host.With("Storage:Connection", $"sqlite:{_folder.Path("wellread.db")}").With(services => services.AddLogging(logging => logging.AddProvider(_telemetry)));
        // The real server, for it has things to log too.
        _host.UseKestrel(0);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _telemetry.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_text_that_is_sent_leaves_no_trace(string environment)
    {
        var client = _host.With("environment", environment).CreateClient();
        var article = Make.Article("lunch");
        var batch = new StorageBatch(Partitions.Library);
        ArticleStore.Put(batch, article);
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.Get<StoreFollower>().CatchUpAsync(CancellationToken.None);
        var decisions = $"/api/v1/suggestions/{SuggestionId.Of(article.Id)}/decisions";
        var requests = Requests.Select(request => ("/api/v1/scores", request))
            .Concat(Posts.Select(request => ("/api/v1/posts/check", request)))
            .Concat(Decisions.Select(request => (decisions, request)));
        foreach (var (path, (body, contentType, status)) in requests)
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            using var response = await client.PostAsync(path, content);

            var answer = await response.Content.ReadAsStringAsync();
            Assert.True(status == (int)response.StatusCode, $"{body[..Math.Min(80, body.Length)]} as {contentType}: {(int)response.StatusCode} {answer}");
            Assert.True(response.Headers.CacheControl is { NoStore: true, Public: false });
            // What was sent to be checked is explained word by word; a decision is not.
            if (status == 200) continue;
            Assert.DoesNotContain(Marker, answer + response.Headers, StringComparison.OrdinalIgnoreCase);
            if (status == 201) continue;
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }

        // Whatever is written late is written before the host has ended.
        await _host.DisposeAsync();
        Assert.Contains(_telemetry.Lines, line => line.Contains("/api/v1/scores", StringComparison.Ordinal));
        Assert.Contains(_telemetry.Lines, line => line.Contains("/api/v1/posts/check", StringComparison.Ordinal));
        Assert.Contains(_telemetry.Lines, line => line.Contains(decisions, StringComparison.Ordinal));
        Assert.Contains(_telemetry.Lines, line => line.StartsWith("activity", StringComparison.Ordinal));
        Assert.DoesNotContain(_telemetry.Lines, line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        foreach (var file in Directory.GetFiles(_folder.Root))
            Assert.False((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Marker)) >= 0, $"{Path.GetFileName(file)} holds the text");
    }

    [Fact]
    public async Task What_is_looked_through_is_where_a_text_would_be_found()
    {
        _host.CreateClient().Dispose();
        _host.Get<ILogger<TextPrivacyTests>>().Log(LogLevel.Debug, default, Marker, null, (text, _) => $"A text: {text}");
        var batch = new StorageBatch(Partitions.Library).Put("article", "a", Encoding.UTF8.GetBytes(Marker));
        await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None);
        await _host.DisposeAsync();

        Assert.Contains(_telemetry.Lines, line => line.Contains(Marker, StringComparison.Ordinal));
        Assert.Contains(Directory.GetFiles(_folder.Root), file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Marker)) >= 0);
    }
}

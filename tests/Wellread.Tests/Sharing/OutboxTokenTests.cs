using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wellread.Sharing.Outbox;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>What opens an outbox.</summary>
public sealed class OutboxTokenTests : IAsyncLifetime
{
    private readonly RecordedTelemetry _telemetry = new();
    private readonly TemporaryFolder _folder = new();
    private readonly WellreadHost _host;
    private HttpClient _client = null!;

    public OutboxTokenTests()
    {
        _host = new WellreadHost().With("Storage:Connection", $"sqlite:{_folder.Path("wellread.db")}")
            .With(services => services.AddLogging(logging => logging.AddProvider(_telemetry)));
        foreach (var category in new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "System" }) _host.With($"Logging:LogLevel:{category}", "Trace");
        // A log that has settings of its own, as the console mostly has.
        _host.With($"Logging:{typeof(RecordedTelemetry).FullName}:LogLevel:Default", "Trace");
    }

    public Task InitializeAsync()
    {
        _client = _host.CreateClient();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _telemetry.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Only_the_token_of_now_opens_an_outbox_and_it_is_kept_nowhere()
    {
        await _client.PutAsJsonAsync("/api/v1/practices/other", new { name = "Other" });
        await ClosedAsync("default.rss", null);
        await ClosedAsync("default.rss", "wr_x");
        var first = await OpenAsync();
        await _client.GetStringAsync($"/api/v1/outbox/default.rss?token={first}");
        await ClosedAsync("other.rss", first);
        await ClosedAsync("nobody.rss", first);
        await ClosedAsync("default/calendar.ics", first[..^1]);
        Assert.True((bool)(await _client.GetJsonAsync("/api/v1/practices/default/outbox-token"))["isOpen"]!);

        var second = await OpenAsync();
        Assert.NotEqual(first, second);
        await ClosedAsync("default.rss", first);
        using var byHeader = new HttpRequestMessage(HttpMethod.Get, "/api/v1/outbox/default.atom");
        byHeader.Headers.Authorization = new AuthenticationHeaderValue("Bearer", second);
        using var opened = await _client.SendAsync(byHeader);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);

        using var revoked = await _client.DeleteAsync("/api/v1/practices/default/outbox-token");
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        await ClosedAsync("default.atom", second);
        Assert.False((bool)(await _client.GetJsonAsync("/api/v1/practices/default/outbox-token"))["isOpen"]!);

        await _host.DisposeAsync();
        Assert.Contains(_telemetry.Lines, line => line.Contains("/api/v1/outbox/default.rss", StringComparison.Ordinal));
        foreach (var token in new[] { first, second })
        {
            Assert.DoesNotContain(_telemetry.Lines, line => line.Contains(token, StringComparison.Ordinal));
            foreach (var file in Directory.GetFiles(_folder.Root))
                Assert.False((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(token)) >= 0, $"{Path.GetFileName(file)} holds the token");
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"hash":null,"madeAt":"2026-11-23T08:00:00Z"}""")]
    [InlineData("""{"hash":"abc","madeAt":"2026-11-23T08:00:00Z"}""")]
    [InlineData("""{"hash":"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz","madeAt":"2026-11-23T08:00:00Z"}""")]
    public async Task A_token_that_can_not_be_read_opens_nothing_and_a_new_one_takes_its_place(string stored)
    {
        var token = await OpenAsync();
        var batch = new StorageBatch(Partitions.Practices).Put(OutboxTokenStore.Kind, "default", Encoding.UTF8.GetBytes(stored));
        Assert.IsType<CommitResult.Committed>(await _host.Get<IStorage>().CommitAsync(batch, CancellationToken.None));
        Assert.False((bool)(await _client.GetJsonAsync("/api/v1/practices/default/outbox-token"))["isOpen"]!);
        using (var closed = await _client.GetAsync($"/api/v1/outbox/default.rss?token={token}"))
            await Api.ProblemAsync(closed, HttpStatusCode.NotFound, "unknown-outbox");

        using var opened = await _client.GetAsync($"/api/v1/outbox/default.rss?token={await OpenAsync()}");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    private async Task ClosedAsync(string path, string? token)
    {
        using var response = await _client.GetAsync($"/api/v1/outbox/{path}{(token is null ? "" : $"?token={token}")}");
        var problem = await Api.ProblemAsync(response, HttpStatusCode.NotFound, "unknown-outbox");
        if (token is not null) Assert.DoesNotContain(token, problem.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<string> OpenAsync() =>
        (string)(await _client.PostJsonAsync("/api/v1/practices/default/outbox-token", null, HttpStatusCode.OK))["token"]!;
}

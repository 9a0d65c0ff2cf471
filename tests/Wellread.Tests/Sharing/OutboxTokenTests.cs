using System.Net;
using System.Text;
using Wellread.Sharing.Outbox;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Sharing;

/// <summary>A stored token that can't be read, as where a newer version wrote it.</summary>
public sealed class OutboxTokenTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new();
    private HttpClient _client = null!;

    public Task InitializeAsync()
    {
        _client = _host.CreateClient();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

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

    private async Task<string> OpenAsync() => (string)(await _client.PostJsonAsync("/api/v1/practices/default/outbox-token", null, HttpStatusCode.OK))["token"]!;
}

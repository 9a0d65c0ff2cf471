using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wellread.Feeds;
using Wellread.Refresh;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Refresh;

/// <summary>What a newer version wrote down of a refresh or of scoring anew, and this one can't read, stops neither.</summary>
public sealed class UnreadableRefreshTests : IAsyncLifetime
{
    private readonly WellreadHost _host = new WellreadHost().With(services => services.AddSingleton(Make.Catalog(("feed_a", FeedRules.None))));
    private HttpClient _client = null!;

    public Task InitializeAsync()
    {
        _client = _host.CreateClient();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "id": "ref_1", "status": "paused" }""")]
    [InlineData("no json")]
    public async Task A_refresh_that_can_not_be_read_is_not_there_and_the_next_one_starts(string stored)
    {
        var id = RefreshJob.IdOf(Make.Morning.AddDays(-1));
        await PutAsync(RefreshJobStore.Kind, id, stored);
        var jobs = _host.Get<RefreshJobStore>();
        Assert.Null(await jobs.GetAsync(id, CancellationToken.None));
        Assert.Null(await jobs.FindRunningAsync(CancellationToken.None));
        using var response = await _client.GetAsync($"/api/v1/refreshes/{id}");
        await Api.ProblemAsync(response, HttpStatusCode.NotFound, "unknown-refresh");

        var lease = (await _host.Get<IStorage>().TryAcquireLeaseAsync(Partitions.Library, "test", "test", TimeSpan.FromMinutes(1), CancellationToken.None))!;
        var job = new RefreshJob { Id = RefreshJob.IdOf(Make.Morning), StartedAt = Make.Morning };
        await jobs.StartAsync(job, lease, CancellationToken.None);
        Assert.Equal(job.Id, (await jobs.FindRunningAsync(CancellationToken.None))!.Id);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("no json")]
    public async Task Scoring_anew_begins_anew(string stored)
    {
        await PutAsync(RescoringStore.Kind, RescoringStore.Id, stored);
        Assert.Null(await _host.Get<RescoringStore>().GetAsync(CancellationToken.None));
        Assert.NotEqual(RescoringStep.Rescored, await _host.Get<Rescorer>().StepAsync(CancellationToken.None));
    }

    private Task<CommitResult> PutAsync(string kind, string id, string body) =>
        _host.Get<IStorage>().CommitAsync(new StorageBatch(Partitions.Library).Put(kind, id, System.Text.Encoding.UTF8.GetBytes(body)), CancellationToken.None);
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Wellread.Benchmarks;

/// <summary>What goes on while answers change: each second five new articles, and ten decisions of practices about what they are shown.</summary>
internal sealed class ServingChanges : IAsyncDisposable
{
    public const int ArticlesASecond = 5;
    public const int DecisionsASecond = 10;

    private readonly CancellationTokenSource _ended = new();
    private readonly Task _work;

    public ServingChanges(ServingStore store, MeasuredServer service, int practices, bool articles = true, bool decisions = true) => _work = Task.WhenAll(
        articles ? RepeatAsync(TimeSpan.FromSeconds(1), _ => store.ArriveAsync(ArticlesASecond)) : Task.CompletedTask,
        decisions ? RepeatAsync(TimeSpan.FromSeconds(1.0 / DecisionsASecond), i => DecideAsync(service.Client, (int)(i * 7919L % practices), i)) : Task.CompletedTask);

    public static async Task DecideAsync(HttpClient client, int practice, int dice)
    {
        var shown = JsonNode.Parse(await client.GetStringAsync($"/api/v1/suggestions?limit=5&practice=p{practice}"))!["items"]!.AsArray();
        if (shown.Count == 0) return;
        var id = (string)shown[dice % shown.Count]!["id"]!;
        using var response = await client.PostAsJsonAsync($"/api/v1/suggestions/{id}/decisions?practice=p{practice}", new { action = "approve" });
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _work;
        _ended.Dispose();
    }

    private async Task RepeatAsync(TimeSpan period, Func<int, Task> work)
    {
        using var timer = new PeriodicTimer(period);
        try
        {
            for (var i = 0; await timer.WaitForNextTickAsync(_ended.Token); i++) await work(i);
        }
        catch (OperationCanceledException)
        {
            // The round is over.
        }
    }
}

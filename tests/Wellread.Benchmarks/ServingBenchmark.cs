using System.Diagnostics;
using System.Globalization;

namespace Wellread.Benchmarks;

/// <summary>
/// <c>serving WELLREAD.DLL [ARTICLES] [PRACTICES]</c>: a published service with made-up articles and practices against a bare Kestrel endpoint that returns the
/// same bytes ready-made, by turns within one run, with wrk as the load of both. <c>serving-growth WELLREAD.DLL [ARTICLES…]</c>: the cost of a request by the
/// number of articles. Linux only; wrk has to be there.
/// </summary>
internal static class ServingBenchmark
{
    private const int Rounds = 5;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(string dll, int articles, int practices)
    {
        await using var store = await ServingStore.CreateAsync(dll, articles);
        await store.AddPracticesAsync(practices);
        using var service = await StartAsync(dll, store, articles);
        await DecideAsync(service, practices);
        using var bare = await StartBareAsync(service, store);
        var table = new ServingTable();
        for (var round = 0; round <= Rounds; round++)
        {
            await MeasureAsync(table, "bare", bare, practices, store.Folder, isWarmUp: round == 0);
            await MeasureAsync(table, "unchanged", service, practices, store.Folder, isWarmUp: round == 0);
            await using (var changes = new ServingChanges(store, service, practices)) await MeasureAsync(table, "changing", service, practices, store.Folder, isWarmUp: round == 0);
            await MeasureAsync(table, "anew", service, practices, store.Folder, isWarmUp: round == 0, anew: true);
        }

        table.Print(Rounds);
        await new ServingWaits(bare, service, store, practices, table.Median("unchanged") / 2).MeasureAsync(rounds: 1);
        await MeasureArrivalAsync(service, store);
        return 0;
    }

    /// <summary>Waits alone, again and again, by what goes on meanwhile.</summary>
    public static async Task<int> RunWaitsAsync(string dll, int articles, int practices, int rate, int rounds)
    {
        await using var store = await ServingStore.CreateAsync(dll, articles);
        await store.AddPracticesAsync(practices);
        using var service = await StartAsync(dll, store, articles);
        await DecideAsync(service, practices);
        using var bare = await StartBareAsync(service, store);
        await new ServingWaits(bare, service, store, practices, rate).MeasureAsync(rounds);
        return 0;
    }

    public static async Task<int> RunGrowthAsync(string dll, IReadOnlyList<int> sizes)
    {
        const int practices = 100;
        foreach (var size in sizes)
        {
            await using var store = await ServingStore.CreateAsync(dll, size);
            await store.AddPracticesAsync(practices);
            using var service = await StartAsync(dll, store, size);
            await DecideAsync(service, practices);
            var table = new ServingTable();
            for (var round = 0; round <= Rounds; round++)
            {
                await MeasureAsync(table, "unchanged", service, practices, store.Folder, isWarmUp: round == 0);
                await using (var changes = new ServingChanges(store, service, practices)) await MeasureAsync(table, "changing", service, practices, store.Folder, isWarmUp: round == 0);
                await MeasureAsync(table, "anew", service, practices, store.Folder, isWarmUp: round == 0, anew: true);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size:N0} articles:"));
            table.Print(Rounds);
            await MeasureArrivalAsync(service, store);
        }

        return 0;
    }

    private static async Task<MeasuredServer> StartAsync(string dll, ServingStore store, int articles)
    {
        var service = MeasuredServer.Start(port => [dll, "--urls", $"http://127.0.0.1:{port}"], store.Environment);
        var live = await service.WaitAsync("/health/live", (response, _) => response.IsSuccessStatusCode);
        var first = await service.WaitAsync("/api/v1/suggestions?limit=5", (response, body) => response.IsSuccessStatusCode && body.Contains("sug_", StringComparison.Ordinal));
        var whole = await service.WaitAsync("/api/v1/suggestions?limit=5", (response, body) => response.IsSuccessStatusCode && !body.Contains("\"loading\":true", StringComparison.Ordinal));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles. After the start of the process: alive {live.TotalSeconds:F2} s, first suggestions {first.TotalSeconds:F2} s, all of them {whole.TotalSeconds:F2} s, {service.CpuSeconds():F1} s of CPU, {service.ResidentBytes() / 1_000_000} MB resident"));
        return service;
    }

    private static async Task<MeasuredServer> StartBareAsync(MeasuredServer service, ServingStore store)
    {
        var answer = Path.Combine(store.Folder, "answer.json");
        await BareServer.CaptureAsync(service.Client, "/api/v1/suggestions?limit=5&practice=p7", answer);
        var bare = MeasuredServer.Start(port => [typeof(BareServer).Assembly.Location, "bare", $"{port}", answer], new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "1" });
        await bare.WaitAsync("/health/live", (response, _) => response.IsSuccessStatusCode);
        return bare;
    }

    /// <summary>Every second practice has decided something.</summary>
    private static async Task DecideAsync(MeasuredServer service, int practices)
    {
        for (var i = 0; i < practices; i += 2) await ServingChanges.DecideAsync(service.Client, i, i);
    }

    private static async Task MeasureAsync(ServingTable table, string name, MeasuredServer server, int practices, string folder, bool isWarmUp, bool anew = false)
    {
        var cpu = server.CpuSeconds();
        var rate = await ServingLoad.RunAsync(server.Port, practices, Span, anew, folder);
        if (!isWarmUp) table.Add(name, rate, (server.CpuSeconds() - cpu) / (rate * Span.TotalSeconds) * 1e6);
    }

    private static async Task MeasureArrivalAsync(MeasuredServer service, ServingStore store)
    {
        var times = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            var id = await store.ArriveAsync(1);
            var watch = Stopwatch.StartNew();
            while (true)
            {
                using var response = await service.Client.GetAsync($"/api/v1/articles/{id}/explanation");
                if (response.IsSuccessStatusCode) break;
                await Task.Delay(5);
            }

            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(137));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"An article that another instance stored is there after {times.Order().ElementAt(5):F0} ms (median of {times.Count}), {times.Max():F0} ms at most"));
    }
}

using System.Globalization;

namespace Wellread.Benchmarks;

/// <summary>
/// How long requests wait at a fixed rate, by what goes on meanwhile. The bare server first, as the generator and the machine have their share in every wait; and the
/// bare server again while the service beside it takes in what changes: what that costs the machine, no service can make up for.
/// </summary>
internal sealed class ServingWaits(MeasuredServer bare, MeasuredServer service, ServingStore store, int practices, double rate)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(10);

    public async Task MeasureAsync(int rounds)
    {
        await PacedLoad.RunAsync(bare.Port, practices, rate, WarmUp);
        await using (Changes()) await PacedLoad.RunAsync(service.Port, practices, rate, 2 * WarmUp);
        for (var round = 0; round < rounds; round++)
        {
            await MeasureAsync("bare", bare);
            await MeasureAsync("unchanged", service);
            await using (Changes()) await MeasureAsync("bare, changes beside it", bare);
            // Nobody asked the service meanwhile, so all its answers are old: that is another thing to measure.
            await PacedLoad.RunAsync(service.Port, practices, rate, WarmUp);
            await using (Changes(decisions: false)) await MeasureAsync("articles come in", service);
            await using (Changes(articles: false)) await MeasureAsync("decisions come in", service);
            await using (Changes()) await MeasureAsync("changing", service);
        }
    }

    private ServingChanges Changes(bool articles = true, bool decisions = true) => new(store, service, practices, articles, decisions);

    private async Task MeasureAsync(string name, MeasuredServer server)
    {
        var times = await PacedLoad.RunAsync(server.Port, practices, rate, Span);
        string At(double share) => times[(int)(share * (times.Length - 1))].ToString("F2", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} at {rate:N0} requests/s: p50 {At(0.5)} ms, p90 {At(0.9)}, p99 {At(0.99)}, p99.9 {At(0.999)}, most {At(1)}"));
    }
}

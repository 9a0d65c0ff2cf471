using Wellread.Benchmarks;
using Wellread.Benchmarks.Replay;

return args switch
{
    ["storage"] => await StorageBenchmark.RunAsync(),
    ["parser", .. var rest] => await ParserBenchmark.RunAsync(rest),
    ["scoring", .. var rest] => ScoringBenchmark.Run(rest),
    ["serving", var dll, .. var rest] => await ServingBenchmark.RunAsync(dll, Number(rest, 0, 100_000), Number(rest, 1, 1_000)),
    ["serving-waits", var dll, .. var rest] => await ServingBenchmark.RunWaitsAsync(dll, Number(rest, 0, 100_000), Number(rest, 1, 1_000), Number(rest, 2, 20_000), Number(rest, 3, 3)),
    ["serving-growth", var dll, .. var sizes] => await ServingBenchmark.RunGrowthAsync(dll, sizes is [] ? [1_000, 100_000, 1_000_000] : [.. sizes.Select((_, i) => Number(sizes, i, 0))]),
    ["bare", var port, var answer] => await BareServer.RunAsync(port, answer),
    ["guard", var file] => GuardBenchmark.Run(file),
    ["train-sensitive", var folder, var shared, var output, .. var rest] => SensitiveTraining.Run(folder, shared, output, rest.FirstOrDefault()),
    ["train-gate", var folder, var items, var shared, var output] => GateTraining.Run(folder, items, shared, output),
    ["share", .. var rest] => ShareBenchmark.Run(rest),
    ["train-guard", var folder, var shared, var output] => GuardTraining.Run(folder, shared, output),
    ["memory", .. var rest] => MemoryBenchmark.Run(rest.FirstOrDefault()),
    ["ranking"] => RankingBenchmark.Run(),
    ["replay", .. var rest] => ReplayBenchmark.Run(rest),
    ["durability", var path] => await DurabilityChild.RunAsync(path),
    _ => Usage(),
};

static int Number(string[] values, int at, int usual) => at < values.Length ? int.Parse(values[at], System.Globalization.CultureInfo.InvariantCulture) : usual;

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Wellread.Benchmarks -- storage | parser FOLDER | scoring FILE | guard FILE | train-guard FOLDER SHARED OUTPUT | train-sensitive FOLDER SHARED OUTPUT [HELD] | train-gate FOLDER ITEMS SHARED OUTPUT | share INPUT [TEXTS] | memory [FOLDER] | serving WELLREAD.DLL [ARTICLES] [PRACTICES] | serving-waits WELLREAD.DLL [ARTICLES] [PRACTICES] [RATE] [ROUNDS] | serving-growth WELLREAD.DLL [ARTICLES…] | ranking | replay [YEARS [SETTING=VALUE,…]…]");
    return 2;
}

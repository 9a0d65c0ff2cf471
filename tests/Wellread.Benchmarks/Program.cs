using Wellread.Benchmarks;

return args switch
{
    ["storage"] => await StorageBenchmark.RunAsync(),
    ["parser", .. var rest] => await ParserBenchmark.RunAsync(rest),
    ["scoring", .. var rest] => ScoringBenchmark.Run(rest),
    ["memory", var folder] => MemoryBenchmark.Run(folder),
    ["durability", var path] => await DurabilityChild.RunAsync(path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Wellread.Benchmarks -- storage | parser FOLDER | scoring FILE | memory FOLDER");
    return 2;
}

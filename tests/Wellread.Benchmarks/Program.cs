using Wellread.Benchmarks;

return args switch
{
    ["storage"] => await StorageBenchmark.RunAsync(),
    ["parser", .. var rest] => await ParserBenchmark.RunAsync(rest),
    ["durability", var path] => await DurabilityChild.RunAsync(path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Wellread.Benchmarks -- storage | parser [PATH]");
    return 2;
}

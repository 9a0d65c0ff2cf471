using Wellread.Benchmarks;

return args switch
{
    ["storage"] => await StorageBenchmark.RunAsync(),
    ["durability", var path] => await DurabilityChild.RunAsync(path),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Wellread.Benchmarks -- storage");
    return 1;
}

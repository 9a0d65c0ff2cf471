using Wellread.Benchmarks;

return args switch
{
<<<<<<< HEAD
    ["storage"] => await StorageBenchmark.RunAsync(),
    ["durability", var path] => await DurabilityChild.RunAsync(path),
=======
    ["parser", .. var rest] => await ParserBenchmark.RunAsync(rest),
>>>>>>> 1ae739c17ba49a1aa05db12c85e1c3b44ffd4885
    _ => Usage(),
};

static int Usage()
{
<<<<<<< HEAD
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Wellread.Benchmarks -- storage");
    return 1;
=======
    Console.WriteLine("Name a benchmark: parser.");
    return 2;
>>>>>>> 1ae739c17ba49a1aa05db12c85e1c3b44ffd4885
}

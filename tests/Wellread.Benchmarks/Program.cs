using Wellread.Benchmarks;

return args switch
{
    ["parser", .. var rest] => await ParserBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("Name a benchmark: parser.");
    return 2;
}

using System.Globalization;
using Wellread.Suggestions;

namespace Wellread.Benchmarks.Replay;

/// <summary>
/// Replays a year of several practices with several tastes, in several made-up years, with learning and without, and says what learning brings, with the spread over
/// practices and years (a 95 % interval by the bootstrap: Efron 1979).
/// </summary>
internal static class ReplayBenchmark
{
    private const int Days = 365;
    private const int Practices = 8;

    public static int Run(string[] args)
    {
        var years = args is [var count, ..] && int.TryParse(count, CultureInfo.InvariantCulture, out var asked) ? asked : 4;
        var settings = args.Skip(1).Select(Setting).ToList();
        if (settings.Count == 0) settings = [("without learning", new RankingOptions { Learning = 0 }), ("with learning", new RankingOptions())];
        var worlds = Enumerable.Range(1, years).Select(seed => (Seed: seed, World: new ReplayWorld(seed, Days))).ToList();
        Console.WriteLine($"{years} years of {Practices} practices, {worlds.Average(one => one.World.Days.Average(day => day.Length)):F0} articles a day");
        Console.WriteLine("| setting | precision at 3 | second half | nDCG at 10 | diversity | topics shown | sources shown | repeats | last topic again |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        List<double>? first = null;
        foreach (var (name, options) in settings)
        {
            var results = worlds.SelectMany(one => Enumerable.Range(0, Practices), (one, practice) => (one.World, Seed: (one.Seed * 100) + practice))
                .AsParallel().AsOrdered().Select(one => ReplayRun.Of(one.World, new ReplayEditor(one.World, one.Seed, tellsTopics: one.Seed % 2 == 0), options)).ToList();
            Console.WriteLine(Row(name, results));
            var precisions = results.ConvertAll(result => result.Precision);
            if (first is not null) Console.WriteLine($"    {Gained(first, precisions)}");
            first ??= precisions;
        }
        return 0;
    }

    private static string Row(string name, List<ReplayResult> results) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {results.Average(r => r.Precision):F3} | {results.Average(r => r.PrecisionLate):F3} | {results.Average(r => r.Gain):F3} | {results.Average(r => r.Diversity):F3} | {results.Average(r => r.TopicCoverage):P0} | {results.Average(r => r.SourceCoverage):P0} | {results.Sum(r => r.Repeats)} | {results.Sum(r => r.SameTopicInARow)} |");

    /// <summary>The mean gain over the first setting, each practice against itself, with its interval.</summary>
    private static string Gained(List<double> before, List<double> after)
    {
        var gains = before.Zip(after, (a, b) => b - a).ToArray();
        var dice = new Random(1);
        var means = Enumerable.Range(0, 2000).Select(_ => Enumerable.Range(0, gains.Length).Average(_ => gains[dice.Next(gains.Length)])).Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"precision at 3: {gains.Average():+0.000;-0.000} over the first (95 %: {means[50]:+0.000;-0.000} to {means[1949]:+0.000;-0.000}; better for {gains.Count(gain => gain > 0)} of {gains.Length})");
    }

    /// <summary>"TopicFit=0.7,Diversity=0.4"</summary>
    private static (string, RankingOptions) Setting(string text)
    {
        var options = new RankingOptions();
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=');
            var property = typeof(RankingOptions).GetProperty(parts[0]) ?? throw new ArgumentException($"There is no setting Ranking:{parts[0]}.");
            property.SetValue(options, Convert.ChangeType(parts[1], property.PropertyType, CultureInfo.InvariantCulture));
        }
        return (text, options);
    }
}

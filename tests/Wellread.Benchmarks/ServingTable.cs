using System.Globalization;

namespace Wellread.Benchmarks;

/// <summary>Requests a second and processor time of each kind, round by round; ratios are taken within a round.</summary>
internal sealed class ServingTable
{
    private readonly Dictionary<string, List<(double Rate, double Cpu)>> _rows = [];

    public void Add(string name, double rate, double cpu)
    {
        if (!_rows.TryGetValue(name, out var row)) _rows[name] = row = [];
        row.Add((rate, cpu));
    }

    public double Median(string name) => Median(_rows[name].Select(round => round.Rate));

    public void Print(int rounds)
    {
        Console.WriteLine($"{"",-10} requests/s (median of {rounds})   of bare: median, least     µs of CPU a request (median, least)");
        foreach (var (name, row) in _rows)
        {
            var ratios = _rows.TryGetValue("bare", out var bare) ? row.Zip(bare, (ours, theirs) => ours.Rate / theirs.Rate).ToList() : [];
            var ofBare = ratios.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Median(ratios),16:P0} {ratios.Min(),9:P0}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {Median(row.Select(round => round.Rate)),12:N0} {ofBare,37} {Median(row.Select(round => round.Cpu)),24:F1} {row.Min(round => round.Cpu),8:F1}"));
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}

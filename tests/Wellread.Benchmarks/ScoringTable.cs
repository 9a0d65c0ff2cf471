using System.Globalization;

namespace Wellread.Benchmarks;

/// <summary>What each program took in each round, and what that comes to beside the others.</summary>
internal sealed class ScoringTable
{
    public const string FastText = "fastText, words and pairs";

    public const string FastTextCharacters = "fastText, and 3-5 characters";

    public const string Scikit = "scikit-learn, one batch";

    private readonly List<Line> _lines = [];

    public void Add(string name, int texts, double seconds, long? bytes = null)
    {
        var line = _lines.Find(line => line.Name == name);
        if (line is null) _lines.Add(line = new Line(name, [], bytes / (double?)texts));
        line.Speeds.Add(texts / seconds);
    }

    public void Print()
    {
        Console.WriteLine($"{"",-58}{"texts/s",10}{"x fastText",12}{"x the second",14}{"x scikit",10}{"bytes/text",12}");
        foreach (var line in _lines)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Name,-58}{line.Speed,10:N0}{Times(line, FastText),12:F1}{Times(line, FastTextCharacters),14:F1}{Times(line, Scikit),10:F1}{line.BytesPerText,12:N0}"));
        }
    }

    private double? Times(Line line, string peer) => line.Speed / _lines.Find(other => other.Name == peer)?.Speed;

    private sealed record Line(string Name, List<double> Speeds, double? BytesPerText)
    {
        public double Speed => Speeds.Order().ElementAt(Speeds.Count / 2);
    }
}

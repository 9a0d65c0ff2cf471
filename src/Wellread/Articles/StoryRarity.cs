namespace Wellread.Articles;

/// <summary>
/// How rare a word is among the items of the last days: 1 for a word in less than one item of 200, less for what everyone writes about just now.
/// </summary>
internal sealed class StoryRarity
{
    private const double RareAmong = 200;
    private static readonly double RareLog = Math.Log(RareAmong);
    private readonly Dictionary<uint, int> _items = [];
    private double[] _logs = new double[64];
    private double _allLog = RareLog;
    private int _all;

    public double Of(uint word)
    {
        var among = Count(word);
        return among <= 1 ? 1 : Math.Clamp((_allLog - LogOf(among)) / RareLog, 0, 1);
    }

    /// <summary>Items with the word.</summary>
    public int Count(uint word) => _items.TryGetValue(word, out var among) ? among : 0;

    public void Add(StorySketch sketch) => Count(sketch, 1);

    public void Remove(StorySketch sketch) => Count(sketch, -1);

    /// <summary>Logarithms are asked for far more often than there are different ones.</summary>
    private double LogOf(int among)
    {
        if (among >= _logs.Length) Array.Resize(ref _logs, Math.Max(among + 1, 2 * _logs.Length));
        return _logs[among] != 0 ? _logs[among] : _logs[among] = Math.Log(among);
    }

    private void Count(StorySketch sketch, int by)
    {
        _all += by;
        _allLog = Math.Log(Math.Max(_all, RareAmong));
        foreach (var word in sketch.Words)
        {
            var now = Count(word.Hash) + by;
            if (now > 0) _items[word.Hash] = now;
            else _items.Remove(word.Hash);
        }
    }
}

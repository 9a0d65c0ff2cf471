namespace Wellread.Articles;

/// <summary>
/// How rare a word is among the items of the last days: 1 for a word in less than one item of 200, less for what everyone writes about just now.
/// </summary>
internal sealed class StoryRarity
{
    private const double RareAmong = 200;
    private static readonly double RareLog = Math.Log(RareAmong);
    private readonly Dictionary<uint, int> _items = [];
    private int _all;

    public double Of(uint word)
    {
        var among = _items.GetValueOrDefault(word);
        return among <= 1 ? 1 : Math.Clamp(Math.Log(Math.Max(_all, RareAmong) / among) / RareLog, 0, 1);
    }

    public void Add(StorySketch sketch) => Count(sketch, 1);

    public void Remove(StorySketch sketch) => Count(sketch, -1);

    private void Count(StorySketch sketch, int by)
    {
        _all += by;
        foreach (var word in sketch.Words)
        {
            var now = _items.GetValueOrDefault(word.Hash) + by;
            if (now > 0) _items[word.Hash] = now;
            else _items.Remove(word.Hash);
        }
    }
}

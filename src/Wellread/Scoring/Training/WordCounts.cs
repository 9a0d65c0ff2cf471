namespace Wellread.Scoring.Training;

/// <summary>Counts words in the two rows of a sketch, and brings the counts to levels.</summary>
internal sealed class WordCounts
{
    private readonly long[] _counters = new long[WordFamiliarity.Length];
    private long _words;

    public void Add(uint word, long uses)
    {
        _counters[WordFamiliarity.FirstRow(word)] += uses;
        _counters[WordFamiliarity.SecondRow(word)] += uses;
        _words += uses;
    }

    public void Add(WordCounts other)
    {
        for (var i = 0; i < _counters.Length; i++) _counters[i] += other._counters[i];
        _words += other._words;
    }

    /// <summary>Eighths of log2(1 + uses), uses brought to ten million words, so that counts of different sizes can be compared.</summary>
    public byte[] Levels()
    {
        var scale = _words == 0 ? 0 : 1e7 / _words;
        return [.. _counters.Select(uses => (byte)Math.Min(255, Math.Round(8 * Math.Log2(1 + (uses * scale)))))];
    }
}

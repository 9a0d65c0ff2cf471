namespace Wellread.Scoring.Training;

/// <summary>Counts words of texts for laypeople, per fold, so that an example can be looked at with the words of its own group left out.</summary>
internal sealed class FamiliarityCounter
{
    private readonly int[][] _byFold;
    private readonly long[] _words;
    private readonly WordFamiliarity?[] _without;

    public FamiliarityCounter(int folds)
    {
        _byFold = [.. Enumerable.Range(0, folds).Select(_ => new int[WordFamiliarity.Rows << WordFamiliarity.Bits])];
        _words = new long[folds];
        _without = new WordFamiliarity?[folds];
    }

    public void Add(TrainingRow row, int fold)
    {
        Add(TextTrimming.Title(row.Title), fold);
        Add(TextTrimming.Text(row.Text, out _), fold);
    }

    /// <summary>Every fold's words.</summary>
    public WordFamiliarity All => Build(-1);

    /// <summary>The words of every fold but one.</summary>
    public WordFamiliarity Without(int fold) => _without[fold] ??= Build(fold);

    private void Add(ReadOnlySpan<char> text, int fold)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var tokens = new TokenReader(text, buffer);
        while (tokens.Next())
        {
            if (tokens.Kind != TokenKind.Word) continue;
            var word = FeatureHash.Of(tokens.Lowered);
            _byFold[fold][WordFamiliarity.FirstRow(word)]++;
            _byFold[fold][WordFamiliarity.SecondRow(word)]++;
            _words[fold]++;
        }
    }

    // Counts are brought to ten million words, so that leaving a fold out does not make every word rarer.
    private WordFamiliarity Build(int leftOut)
    {
        var words = _words.Where((_, fold) => fold != leftOut).Sum();
        var scale = words == 0 ? 0 : 1e7 / words;
        var levels = new byte[WordFamiliarity.Rows << WordFamiliarity.Bits];
        for (var i = 0; i < levels.Length; i++)
        {
            long uses = 0;
            for (var fold = 0; fold < _byFold.Length; fold++) uses += fold == leftOut ? 0 : _byFold[fold][i];
            levels[i] = (byte)Math.Min(255, Math.Round(8 * Math.Log2(1 + (uses * scale))));
        }
        return new WordFamiliarity(levels);
    }
}

namespace Wellread.Scoring.Training;

/// <summary>Counts words of texts for laypeople, per fold, so that an example can be looked at with the words of its own group left out.</summary>
internal sealed class FamiliarityCounter(int folds, byte[] general)
{
    private readonly WordCounts[] _byFold = [.. Enumerable.Range(0, folds).Select(_ => new WordCounts())];
    private readonly WordFamiliarity?[] _without = new WordFamiliarity?[folds];

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
            if (tokens.Kind == TokenKind.Word) _byFold[fold].Add(FeatureHash.Of(tokens.Lowered), 1);
        }
    }

    private WordFamiliarity Build(int leftOut)
    {
        var counts = new WordCounts();
        for (var fold = 0; fold < _byFold.Length; fold++)
        {
            if (fold != leftOut) counts.Add(_byFold[fold]);
        }
        return new WordFamiliarity(counts.Levels(), general);
    }
}

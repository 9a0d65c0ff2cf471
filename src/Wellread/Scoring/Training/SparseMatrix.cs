namespace Wellread.Scoring.Training;

/// <summary>A square matrix of which most is 0.</summary>
internal sealed class SparseMatrix
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    public SparseMatrix(int size, IReadOnlyList<(int Row, int Column, float Value)> entries)
    {
        Size = size;
        _starts = new int[size + 1];
        _columns = new int[entries.Count];
        _values = new float[entries.Count];
        foreach (var entry in entries) _starts[entry.Row + 1]++;
        for (var row = 0; row < size; row++) _starts[row + 1] += _starts[row];
        var next = _starts.AsSpan(0, size).ToArray();
        foreach (var (row, column, value) in entries)
        {
            var at = next[row]++;
            (_columns[at], _values[at]) = (column, value);
        }
    }

    public int Size { get; }

    /// <summary>The matrix times a tall one.</summary>
    public float[][] Times(float[][] tall)
    {
        var product = new float[Size][];
        for (var row = 0; row < Size; row++)
        {
            var sum = product[row] = new float[tall[0].Length];
            for (var at = _starts[row]; at < _starts[row + 1]; at++) AddTo(sum, tall[_columns[at]], _values[at]);
        }
        return product;
    }

    /// <summary>The matrix turned over, times a tall one.</summary>
    public float[][] TurnedTimes(float[][] tall)
    {
        var product = new float[Size][];
        for (var row = 0; row < Size; row++) product[row] = new float[tall[0].Length];
        for (var row = 0; row < Size; row++)
        {
            for (var at = _starts[row]; at < _starts[row + 1]; at++) AddTo(product[_columns[at]], tall[row], _values[at]);
        }
        return product;
    }

    private static void AddTo(float[] sum, float[] row, float factor)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += row[i] * factor;
    }
}

namespace Wellread.Scoring.Training;

/// <summary>
/// The left singular vectors of the largest singular values, by subspace iteration from a random start (Halko, Martinsson and Tropp, SIAM Review 2011), each
/// times the root of its value. Deterministic by seed.
/// </summary>
internal static class SingularVectors
{
    private const int Spare = 12;

    private const int Rounds = 6;

    /// <summary>Each row brought to length one.</summary>
    public static float[][] Of(SparseMatrix matrix, int count, int seed)
    {
        var random = new Random(seed);
        var width = Math.Min(count + Spare, matrix.Size);
        var basis = Enumerable.Range(0, matrix.Size).Select(_ => Enumerable.Range(0, width).Select(_ => random.NextSingle() - 0.5f).ToArray()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            Orthogonalize(basis);
            basis = matrix.Times(matrix.TurnedTimes(basis));
        }
        Orthogonalize(basis);
        // Within the subspace the squared values are the eigenvalues of a small matrix.
        var (values, rotation) = SymmetricEigen.Of(Gram(matrix.TurnedTimes(basis), width));
        return Array.ConvertAll(basis, row => Turn(row, values, rotation, count));
    }

    private static float[] Turn(float[] row, double[] values, double[][] rotation, int count)
    {
        var turned = new double[count];
        for (var k = 0; k < count; k++)
        {
            for (var i = 0; i < row.Length; i++) turned[k] += row[i] * rotation[i][k];
            // The fourth root of the squared value.
            turned[k] *= Math.Pow(Math.Max(values[k], 0), 0.25);
        }
        var length = Math.Sqrt(turned.Sum(value => value * value));
        return Array.ConvertAll(turned, value => length == 0 ? 0 : (float)(value / length));
    }

    // Gram and Schmidt, twice, as once leaves too much where columns are nearly alike.
    private static void Orthogonalize(float[][] columns)
    {
        for (var k = 0; k < columns[0].Length; k++)
        {
            for (var pass = 0; pass < 2; pass++)
            {
                for (var other = 0; other < k; other++)
                {
                    var along = 0.0;
                    foreach (var row in columns) along += (double)row[k] * row[other];
                    foreach (var row in columns) row[k] -= (float)(along * row[other]);
                }
                var length = Math.Sqrt(columns.Sum(row => (double)row[k] * row[k]));
                foreach (var row in columns) row[k] = length < 1e-12 ? 0 : (float)(row[k] / length);
            }
        }
    }

    private static double[][] Gram(float[][] rows, int width)
    {
        var gram = Enumerable.Range(0, width).Select(_ => new double[width]).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < width; i++)
            {
                for (var j = 0; j < width; j++) gram[i][j] += (double)row[i] * row[j];
            }
        }
        return gram;
    }
}

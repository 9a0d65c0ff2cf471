namespace Wellread.Scoring.Training;

/// <summary>Eigenvalues, largest first, and eigenvectors of a small symmetric matrix, by Jacobi's rotations.</summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <returns>The values, and a matrix whose columns are the vectors.</returns>
    public static (double[] Values, double[][] Vectors) Of(double[][] matrix)
    {
        var n = matrix.Length;
        var a = Array.ConvertAll(matrix, row => (double[])row.Clone());
        var v = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0).ToArray()).ToArray();
        for (var sweep = 0; sweep < MostSweeps && Off(a) > 1e-18 * On(a); sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++) Rotate(a, v, p, q);
            }
        }
        var order = Enumerable.Range(0, n).OrderByDescending(i => a[i][i]).ToArray();
        return ([.. order.Select(i => a[i][i])], Array.ConvertAll(v, row => order.Select(i => row[i]).ToArray()));
    }

    private static double Off(double[][] a) => a.Select((row, i) => row.Where((_, j) => j != i).Sum(value => value * value)).Sum();

    private static double On(double[][] a) => a.Select((row, i) => row[i] * row[i]).Sum();

    // Turns the plane of two axes so that what couples them is 0.
    private static void Rotate(double[][] a, double[][] v, int p, int q)
    {
        if (a[p][q] == 0) return;
        var theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        double c = 1 / Math.Sqrt((t * t) + 1), s = t * c;
        for (var k = 0; k < a.Length; k++) (a[k][p], a[k][q]) = ((c * a[k][p]) - (s * a[k][q]), (s * a[k][p]) + (c * a[k][q]));
        for (var k = 0; k < a.Length; k++) (a[p][k], a[q][k]) = ((c * a[p][k]) - (s * a[q][k]), (s * a[p][k]) + (c * a[q][k]));
        foreach (var row in v) (row[p], row[q]) = ((c * row[p]) - (s * row[q]), (s * row[p]) + (c * row[q]));
    }
}

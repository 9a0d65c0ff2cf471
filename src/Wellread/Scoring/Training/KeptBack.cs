namespace Wellread.Scoring.Training;

/// <summary>Which rows are kept from training, to calibrate and to measure with.</summary>
internal static class KeptBack
{
    private const string Dev = "dev";

    private const uint Share = 10;

    /// <summary>Every row as it came where some are kept back for development; else a tenth of the groups is, drawn by their names.</summary>
    public static IReadOnlyList<TrainingRow> Choose(IReadOnlyList<TrainingRow> rows) =>
        rows.Any(row => row.Split == Dev && row.Label is not null)
            ? rows
            : [.. rows.Select(row => row.Trains && FeatureHash.Bucket(FeatureHash.Of(row.Group), 16) % Share == 0 ? row with { Split = Dev } : row)];

    /// <summary>The rows that calibrate: the target's where it is there, else those of every corpus.</summary>
    public static List<TrainingRow> ForCalibration(IReadOnlyList<TrainingRow> rows, TrainingOptions options)
    {
        var dev = rows.Where(row => row.Split == Dev && row.Label is not null).ToList();
        var target = dev.Where(row => row.Corpus == options.Target).ToList();
        return target.Count > 0 ? target : dev;
    }
}

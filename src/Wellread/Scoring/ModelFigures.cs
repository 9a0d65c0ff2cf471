using System.Text.Json;
using Wellread.Scoring.Training;

namespace Wellread.Scoring;

/// <summary>The figures that <c>train</c> wrote beside the model.</summary>
internal static class ModelFigures
{
    public const string FileName = "metrics.json";
    private const long MaxLength = 5_000_000;

    /// <summary>Null where there are none, or they are of another model.</summary>
    public static TrainingReport? Read(string folder, string modelVersion)
    {
        try
        {
            var file = new FileInfo(Path.Combine(folder, FileName));
            if (!file.Exists || file.Length is 0 or > MaxLength) return null;
            var report = JsonSerializer.Deserialize<TrainingReport>(File.ReadAllBytes(file.FullName), TrainingRun.Json);
            return report?.Model == modelVersion && report.Corpora is not null ? report : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

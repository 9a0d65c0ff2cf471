using System.ComponentModel.DataAnnotations;

namespace Wellread.Scoring;

/// <summary>Settings under <c>Scoring</c>.</summary>
internal sealed class ScoringOptions
{
    public const string Section = "Scoring";

    /// <summary>The folder of the model file; relative to the program, not to the working folder.</summary>
    [Required]
    public string ModelPath { get; set; } = "models";

    /// <summary>How often the folder is looked at for a new model file.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ModelCheckInterval { get; set; } = TimeSpan.FromMinutes(1);

    public string ModelFolder => Path.GetFullPath(ModelPath, AppContext.BaseDirectory);
}

using System.ComponentModel.DataAnnotations;

namespace Wellread.Scoring;

/// <summary>Settings under <c>Scoring</c>.</summary>
internal sealed class ScoringOptions
{
    public const string Section = "Scoring";

    /// <summary>The folder of the model file; relative to the home folder. Default: <c>models</c>.</summary>
    [Required(ErrorMessage = "Scoring:ModelPath names a folder.")]
    public string ModelPath { get; set; } = "models";

    /// <summary>How often the folder is looked at for a new model file. Default: 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Scoring:ModelCheckInterval is a time from 00:00:01 to 1.00:00:00.")]
    public TimeSpan ModelCheckInterval { get; set; } = TimeSpan.FromMinutes(1);
}

using System.ComponentModel.DataAnnotations;

namespace Wellread.Scoring;

/// <summary>Settings of scoring, section <c>Scoring</c>.</summary>
internal sealed class ScoringOptions
{
    public const string Section = "Scoring";

    /// <summary>The folder that holds the trained model. Default: <c>models</c>.</summary>
    [Required(ErrorMessage = "Scoring:Models names a folder.")]
    public string Models { get; set; } = "models";
}

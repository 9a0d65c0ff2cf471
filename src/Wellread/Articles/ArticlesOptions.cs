using System.ComponentModel.DataAnnotations;

namespace Wellread.Articles;

/// <summary>Settings of the articles, section <c>Articles</c>.</summary>
internal sealed class ArticlesOptions
{
    public const string Section = "Articles";

    /// <summary>For how many days an article is kept after its feed no longer lists it, 7 to 3,650. Default: 180. What was decided on is kept.</summary>
    [Range(7, 3_650, ErrorMessage = "Articles:KeepDays is a number from 7 to 3650.")]
    public int KeepDays { get; set; } = 180;

    /// <summary>How many articles are kept, 100 to 1,000,000; above it the oldest go. Default: 50,000. What was decided on is kept.</summary>
    [Range(100, 1_000_000, ErrorMessage = "Articles:MaxCount is a number from 100 to 1000000.")]
    public int MaxCount { get; set; } = 50_000;
}

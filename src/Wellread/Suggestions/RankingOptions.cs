using System.ComponentModel.DataAnnotations;

namespace Wellread.Suggestions;

/// <summary>
/// How much each rule counts, section <c>Ranking</c>. One point is worth 21 days of freshness (<see cref="Articles.ArticleRank.Tau"/>). What the defaults rest on:
/// <c>docs/decisions.md</c> and the replay benchmark.
/// </summary>
internal sealed class RankingOptions
{
    public const string Section = "Ranking";

    /// <summary>Points of a text that every patient understands.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Friendliness is a number from 0 to 10.")]
    public double Friendliness { get; set; } = 1;

    /// <summary>Points lost for each school grade above the practice's target.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Grade is a number from 0 to 10.")]
    public double Grade { get; set; } = 0.08;

    /// <summary>Points for each time that a topic's weight or its odds of being taken double.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:TopicFit is a number from 0 to 10.")]
    public double TopicFit { get; set; } = 0.5;

    /// <summary>Points of a source of the highest tier, and of one that the practice trusts.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:SourceTrust is a number from 0 to 10.")]
    public double SourceTrust { get; set; } = 0.15;

    /// <summary>Points for each time that a source's odds of being taken double.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:SourceFit is a number from 0 to 10.")]
    public double SourceFit { get; set; } = 0.3;

    /// <summary>Points lost by a source of which somebody said that they do not trust it: at 4, nothing of it is first while something else of the last 12 weeks is there.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Distrust is a number from 0 to 10.")]
    public double Distrust { get; set; } = 4;

    /// <summary>How much of what decisions teach is used: 0 learns nothing, 1 is usual.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Learning is a number from 0 to 10.")]
    public double Learning { get; set; } = 1;

    /// <summary>Points for each 21 days that an article is newer.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Freshness is a number from 0 to 10.")]
    public double Freshness { get; set; } = 1;

    /// <summary>Points of what fits a health observance that is near.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Season is a number from 0 to 10.")]
    public double Season { get; set; } = 0.5;

    /// <summary>Points lost by a headline that names a day that is over, and by a recall of more than three weeks ago.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Timeliness is a number from 0 to 10.")]
    public double Timeliness { get; set; } = 2.5;

    /// <summary>Points lost by what is for people older than any patient of the practice.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Readers is a number from 0 to 10.")]
    public double Readers { get; set; } = 2.5;

    /// <summary>Points of an article that has a text and a picture to show.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Presentation is a number from 0 to 10.")]
    public double Presentation { get; set; } = 0.15;

    /// <summary>Points lost by a report of one study, an animal study or big promises.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Safety is a number from 0 to 10.")]
    public double Safety { get; set; } = 0.5;

    /// <summary>Points lost by what is just like one that is already on the page.</summary>
    [Range(0, 10, ErrorMessage = "Ranking:Diversity is a number from 0 to 10.")]
    public double Diversity { get; set; } = 0.6;

    /// <summary>The largest share of one source in what was shared lately and comes next.</summary>
    [Range(0.05, 1, ErrorMessage = "Ranking:MaxSourceShare is a number from 0.05 to 1.")]
    public double MaxSourceShare { get; set; } = 1.0 / 3;

    /// <summary>For how many months a title comes last once it was shared.</summary>
    [Range(0, 120, ErrorMessage = "Ranking:RepeatMonths is a number from 0 to 120.")]
    public int RepeatMonths { get; set; } = 13;

    /// <summary>How many decisions it takes to believe a topic or source as much as what is usual for the practice.</summary>
    [Range(0.5, 1000, ErrorMessage = "Ranking:PriorStrength is a number from 0.5 to 1000.")]
    public double PriorStrength { get; set; } = 6;

    /// <summary>After how many further decisions one counts half.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Ranking:TasteHalfLife is a number from 1 to 1000000.")]
    public double TasteHalfLife { get; set; } = 500;

    /// <summary>How much what was seldom decided on is raised over what is well known.</summary>
    [Range(0, 5, ErrorMessage = "Ranking:Curiosity is a number from 0 to 5.")]
    public double Curiosity { get; set; } = 0.2;
}

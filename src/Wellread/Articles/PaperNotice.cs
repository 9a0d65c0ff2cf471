namespace Wellread.Articles;

/// <summary>What has become of a paper, by the registry of papers; the later ones weigh more.</summary>
internal enum PaperStanding
{
    Stands,

    /// <summary>A correction or erratum was added to it.</summary>
    Corrected,

    /// <summary>It was taken back or warned of, and stands again.</summary>
    Reinstated,

    /// <summary>Its publisher warns that it may not be right, and has not decided yet.</summary>
    Concern,

    /// <summary>A part of it was taken back.</summary>
    PartlyRetracted,

    /// <summary>It was taken back, withdrawn or removed.</summary>
    Retracted,
}

/// <summary>What the registry of papers says of one.</summary>
/// <param name="Standing">What has become of it.</param>
/// <param name="DatedAt">When its publisher said so, as the registry has it; null where it gives no time.</param>
internal sealed record PaperNotice(PaperStanding Standing, DateTimeOffset? DatedAt)
{
    /// <summary>When it was first seen here; null where that is not known.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>What a publisher would write in front of the title.</summary>
    public ArticleNotice AsTitle => Standing switch
    {
        PaperStanding.Retracted => ArticleNotice.Retraction,
        PaperStanding.PartlyRetracted => ArticleNotice.PartialRetraction,
        PaperStanding.Concern => ArticleNotice.Concern,
        PaperStanding.Corrected => ArticleNotice.Corrected,
        _ => ArticleNotice.None,
    };
}

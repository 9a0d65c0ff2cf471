namespace Wellread.Privacy;

/// <summary>
/// What each thing in a post is worth, on three counts that a breach needs together: that some one person is meant, that it is about that person's care, and that
/// others can tell who it is. Every kind counts once, over a sentence and its neighbours; on the first two counts only the strongest counts.
/// </summary>
internal static class GuardScores
{
    /// <summary>One person is meant.</summary>
    public const double SomePerson = 1;

    /// <summary>It is about care.</summary>
    public const double SomeCare = 1.5;

    /// <summary>Something was done to, or happened to, the one who is meant.</summary>
    public const double AnEvent = 2;

    /// <summary>Others can tell who it is.</summary>
    public const double Identified = 3;

    /// <summary>Those who know the town can tell: enough where the writer says that it is the practice's own patient.</summary>
    public const double NearlyIdentified = 1;

    /// <summary>The writer says that it is the practice's own patient.</summary>
    public const double OwnPatient = 2;

    public static double Person(CueKind kind) => kind switch
    {
        CueKind.Patient or CueKind.Testimonial => OwnPatient,
        CueKind.Person or CueKind.Pronoun or CueKind.Described => SomePerson,
        CueKind.Relation or CueKind.Rarity => SomePerson,
        _ => 0,
    };

    public static double Care(CueKind kind) => kind switch
    {
        CueKind.Status => 3,
        CueKind.Event or CueKind.Testimonial => AnEvent,
        CueKind.Care or CueKind.Seen or CueKind.Patient => SomeCare,
        _ => 0,
    };

    /// <summary>What a hospital or clinic tells of who was there.</summary>
    public const double Facility = 0.5;

    public static double Identity(CueKind kind) => kind switch
    {
        CueKind.Rarity or CueKind.Relation => 3,
        CueKind.Place => 2,
        CueKind.Job => 1,
        CueKind.Day => 1,
        _ => 0,
    };

    public static double Identity(MentionKind kind) => kind switch
    {
        MentionKind.Email or MentionKind.Phone or MentionKind.Address or MentionKind.Handle or MentionKind.OldAge or MentionKind.Plate or MentionKind.Room => 3,
        MentionKind.Zip or MentionKind.Date => 2.5,
        MentionKind.Age => 1,
        _ => 0,
    };
}

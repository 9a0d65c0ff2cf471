namespace Wellread.Privacy;

/// <summary>The sections of the cue lists. Each file in <c>Lists</c> says in a line what a section is for.</summary>
internal enum CueKind
{
    Status,
    Reply,
    Addressed,
    Event,
    Seen,
    Care,
    Patient,
    Person,
    Described,
    Testimonial,
    Rarity,
    Relation,
    Photo,
    Caption,
    Permission,
    Conditional,
    Advice,
    General,
    Recall,
    Staff,
    Public,
    Address,
    Called,
    Office,
    Place,
    Job,
    Day,
    Replying,
}

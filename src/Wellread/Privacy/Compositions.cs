namespace Wellread.Privacy;

/// <summary>Facts that reveal a person where a sentence, or a few beside each other, hold them together.</summary>
/// <param name="Needs">All of these.</param>
/// <param name="OneOf">At least one of these.</param>
/// <param name="Without">None of these.</param>
/// <param name="Across">Whether the sentence before and the one behind may add what is needed.</param>
/// <param name="In">The modes it holds in; null for all.</param>
internal sealed record Composition(string Meaning, Fact Needs, Fact OneOf, Fact Without, MentionKind Kind, FindingSeverity Severity, bool Across = false, PostMode? In = null)
{
    public bool Holds(Fact facts) => (facts & Needs) == Needs && (OneOf == Fact.None || (facts & OneOf) != 0) && (facts & Without) == 0;
}

/// <summary>The compositions, each a sentence that a privacy officer can check.</summary>
internal static class Compositions
{
    private const Fact Treated = Fact.Care | Fact.Money | Fact.Served;

    private const Fact Nobody = Fact.General | Fact.NoPatient | Fact.News;

    public static IReadOnlyList<Composition> All { get; } =
    [
        new("What the reader did, and care or a bill", Fact.ReaderDid, Treated, Nobody | Fact.Question, MentionKind.PatientStatus, FindingSeverity.Block),
        new("A reply about care or a bill that is past", Fact.Past, Fact.Care | Fact.Money, Nobody, MentionKind.PatientStatus, FindingSeverity.Block, In: PostMode.Reply),
        new("A reply about what was done, and the reader", Fact.Past | Fact.Served | Fact.Reader, Fact.None, Nobody, MentionKind.PatientStatus, FindingSeverity.Block, In: PostMode.Reply),
        new("A reply about somebody's care", Fact.Pronoun, Treated, Fact.Conditional | Fact.NoPatient | Fact.News | Fact.Colleague, MentionKind.PatientStatus, FindingSeverity.Block, In: PostMode.Reply),
        new("A reply about somebody's care", Fact.One, Treated, Nobody, MentionKind.PatientStatus, FindingSeverity.Block, In: PostMode.Reply),
        new("A reply that is glad of how the care went", Fact.Wish | Fact.Care, Fact.None, Nobody, MentionKind.PatientStatus, FindingSeverity.Block, In: PostMode.Reply),
        new("A reply that hopes the reader can again", Fact.Wish | Fact.Reader | Fact.Now, Fact.Care, Fact.Conditional | Fact.NoPatient | Fact.News, MentionKind.PatientStatus, FindingSeverity.Block, In: PostMode.Reply),
        new("Somebody whom the writer cared for, with something that tells who", Fact.One | Fact.Care | Fact.Firsthand, Fact.Telling | Fact.Detail, Nobody | Fact.Question, MentionKind.CaseDetail, FindingSeverity.Block, Across: true),
        new("Somebody known by a job or a relative, and that person's care", Fact.Pronoun | Fact.Care | Fact.Telling, Fact.One, Nobody | Fact.Colleague, MentionKind.CaseDetail, FindingSeverity.Block),
        new("Somebody whom the writer cared for", Fact.One | Fact.Care | Fact.Firsthand, Fact.Past | Fact.Now | Fact.CarePlace, Nobody | Fact.Question, MentionKind.CaseDetail, FindingSeverity.Warn, Across: true),
        new("Somebody in the writer's care", Fact.One | Fact.CarePlace | Fact.Firsthand, Fact.Past | Fact.Now, Nobody | Fact.Colleague, MentionKind.CaseDetail, FindingSeverity.Warn, Across: true),
        new("A named person and care", Fact.Name, Treated, Nobody, MentionKind.CaseDetail, FindingSeverity.Warn, Across: true),
        new("A picture of one person and care", Fact.Care, Fact.One | Fact.Name | Fact.OurPatient, Nobody, MentionKind.Photo, FindingSeverity.Block, Across: true, In: PostMode.Caption),
        new("A picture of one person and care", Fact.Care | Fact.Pronoun, Fact.None, Nobody | Fact.Colleague, MentionKind.Photo, FindingSeverity.Block, Across: true, In: PostMode.Caption),
        new("A picture of care that is past", Fact.Care, Fact.Past | Fact.Now, Nobody | Fact.Colleague, MentionKind.Photo, FindingSeverity.Block, In: PostMode.Caption),
    ];
}

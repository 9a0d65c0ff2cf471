using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>A place that a rule found, in <see cref="GuardText.Plain"/>.</summary>
/// <param name="IsSure">Whether it stays whatever the post model says.</param>
internal readonly record struct Found(int Start, int End, MentionKind Kind, FindingSeverity Severity, bool IsSure)
{
    /// <summary>Told in words, not a name, a number or a day.</summary>
    public bool IsPhrase => Kind is >= MentionKind.PatientStatus and <= MentionKind.Photo;

    public GuardFinding AsSent(Evidence evidence)
    {
        var (start, end) = evidence.Text.Sent(Start, End);
        return new GuardFinding(Kind, Severity, start, end) { IsSure = IsSure, InPlain = (Start, End) };
    }

    public bool Overlaps(Found other) => Start < other.End && other.Start < End;
}

/// <summary>Collects what the rules find.</summary>
internal sealed class Findings(Evidence evidence)
{
    private readonly HashSet<Found> _found = [];

    public Evidence Evidence => evidence;

    public bool IsEmpty => _found.Count == 0;

    public void Add(MentionKind kind, FindingSeverity severity, int start, int end) => _found.Add(new Found(start, end, kind, severity, IsSure: false));

    public void Add(MentionKind kind, FindingSeverity severity, CueHit hit) => Add(kind, severity, evidence.Words[hit.First].Start, evidence.Words[hit.Last - 1].End);

    public void Add(FindingSeverity severity, Mention mention) => Add(mention.Kind, severity, mention.Start, mention.End);

    /// <summary>Adds an identifier that is one person's whatever the post model says.</summary>
    public void AddSure(Mention mention) => _found.Add(new Found(mention.Start, mention.End, mention.Kind, FindingSeverity.Block, IsSure: true));

    public void AddSure(MentionKind kind, CueHit hit) => AddSure(new Mention(kind, evidence.Words[hit.First].Start, evidence.Words[hit.Last - 1].End));

    public void Add(FindingSeverity severity, NameRun name) => Add(severity, PlaceOf(name));

    public void AddSure(NameRun name) => AddSure(PlaceOf(name));

    private Mention PlaceOf(NameRun name)
    {
        var last = evidence.Words[name.Last - 1];
        return new Mention(MentionKind.Name, evidence.Words[NameFinder.WithTitle(evidence.Words, name)].Start, last.Is(WordShapes.Possessive) ? last.End - 2 : last.End);
    }

    public GuardResult ToResult()
    {
        if (_found.Count == 0) return GuardResult.Clear;
        var findings = FindingPlaces.Apart([.. _found], evidence).Select(found => found.AsSent(evidence)).ToImmutableArray();
        return new GuardResult(findings.Any(finding => finding.Severity == FindingSeverity.Block) ? PostVerdict.Block : PostVerdict.Warn, findings, 0, []);
    }
}

using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>Collects findings; of two at one place the one stays that says more.</summary>
internal sealed class Findings(Evidence evidence)
{
    private readonly List<(int Start, int End, MentionKind Kind, FindingSeverity Severity)> _found = [];

    public Evidence Evidence => evidence;

    public bool IsEmpty => _found.Count == 0;

    public void Add(MentionKind kind, FindingSeverity severity, int start, int end) => _found.Add((start, end, kind, severity));

    public void Add(MentionKind kind, FindingSeverity severity, CueHit hit) => Add(kind, severity, evidence.Words[hit.First].Start, evidence.Words[hit.Last - 1].End);

    public void Add(FindingSeverity severity, Mention mention) => Add(mention.Kind, severity, mention.Start, mention.End);

    public void Add(FindingSeverity severity, NameRun name)
    {
        var last = evidence.Words[name.Last - 1];
        Add(MentionKind.Name, severity, evidence.Words[NameFinder.WithTitle(evidence.Words, name)].Start, last.Is(WordShapes.Possessive) ? last.End - 2 : last.End);
    }

    public GuardResult ToResult()
    {
        if (_found.Count == 0) return GuardResult.Clear;
        var findings = Apart()
            .Select(found => (Place: evidence.Text.Sent(found.Start, found.End), found.Kind, found.Severity))
            .Select(found => new GuardFinding(found.Kind, found.Severity, found.Place.Start, found.Place.End))
            .ToImmutableArray();
        return new GuardResult(findings.Any(finding => finding.Severity == FindingSeverity.Block) ? PostVerdict.Block : PostVerdict.Warn, findings, 0, []);
    }

    /// <summary>In the order of the text. Places of one kind that touch become one; within another kind's place, a name or number stays and words about care go.</summary>
    private List<(int Start, int End, MentionKind Kind, FindingSeverity Severity)> Apart()
    {
        var apart = new List<(int Start, int End, MentionKind Kind, FindingSeverity Severity)>();
        foreach (var next in _found.OrderBy(found => IsInWords(found.Kind)).ThenBy(found => found.Kind).ThenBy(found => found.Start).ThenByDescending(found => found.End))
        {
            var same = apart.FindIndex(earlier => earlier.Kind == next.Kind && next.Start <= earlier.End && earlier.Start <= next.End);
            if (same >= 0)
            {
                var earlier = apart[same];
                apart[same] = (Math.Min(earlier.Start, next.Start), Math.Max(earlier.End, next.End), next.Kind, (FindingSeverity)Math.Max((int)earlier.Severity, (int)next.Severity));
            }
            else if (!IsInWords(next.Kind) || !apart.Exists(earlier => IsInWords(earlier.Kind) && next.Start < earlier.End && earlier.Start < next.End))
            {
                apart.Add(next);
            }
        }
        return [.. apart.OrderBy(found => found.Start).ThenBy(found => found.End)];
    }

    private static bool IsInWords(MentionKind kind) => kind is >= MentionKind.PatientStatus and <= MentionKind.Photo;
}

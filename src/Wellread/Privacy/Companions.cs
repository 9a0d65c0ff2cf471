using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>
/// What else in a sentence that reveals somebody tells who it is: the name, the age, the street, the ZIP code. An editor who mends only what is marked would leave it in. Marked once it
/// is settled that the text reveals somebody, so it decides nothing.
/// </summary>
internal static class Companions
{
    public static GuardResult Beside(Evidence evidence, GuardResult result)
    {
        if (result.Findings.All(finding => finding.IsSure)) return result;
        var severities = new Dictionary<int, FindingSeverity>();
        foreach (var finding in result.Findings)
        {
            for (var word = evidence.WordAt(finding.InPlain.End - 1); word >= 0 && evidence.Words[word].End > finding.InPlain.Start; word--)
            {
                var sentence = evidence.Words[word].Sentence;
                severities[sentence] = (FindingSeverity)Math.Max((int)finding.Severity, (int)severities.GetValueOrDefault(sentence));
            }
        }
        var beside = Of(evidence).Where(place => severities.ContainsKey(place.Sentence)).Select(place => new Found(place.Start, place.End, place.Kind, severities[place.Sentence], IsSure: false)).ToList();
        if (beside.Count == 0) return result;
        var all = result.Findings.Select(finding => new Found(finding.InPlain.Start, finding.InPlain.End, finding.Kind, finding.Severity, finding.IsSure));
        var stories = result.Findings.Where(finding => finding.IsStory).ToList();
        return result with { Findings = [.. FindingPlaces.Arranged([.. all, .. beside], evidence).Select(place => place.AsSent(evidence) with { IsStory = stories.Exists(story => IsPartOf(place, story)) })] };
    }

    private static bool IsPartOf(Found place, GuardFinding story) => place.Kind == story.Kind && place.Start < story.InPlain.End && story.InPlain.Start < place.End;

    private static IEnumerable<(int Sentence, MentionKind Kind, int Start, int End)> Of(Evidence evidence)
    {
        foreach (var name in evidence.Names)
        {
            var (first, last) = (evidence.Words[NameFinder.WithTitle(evidence.Words, name)].Start, evidence.Words[name.Last - 1]);
            if (name.Strength >= NameFinder.Sure) yield return (last.Sentence, MentionKind.Name, first, last.Is(WordShapes.Possessive) ? last.End - 2 : last.End);
            else if (NameFinder.IsStreet(evidence.Words, name)) yield return (last.Sentence, MentionKind.Place, first, last.End);
        }
        foreach (var shape in evidence.Shapes.Where(shape => shape.Kind is MentionKind.Age or MentionKind.OldAge or MentionKind.Zip or MentionKind.Address or MentionKind.Date or MentionKind.Room))
        {
            if (evidence.Words.Count > 0 && SentenceScores.IsPersonal(evidence, shape)) yield return (evidence.SentenceOf(shape), shape.Kind, shape.Start, shape.End);
        }
        foreach (var hit in evidence.Hits(CueKind.Place).Where(hit => SentenceScores.PlaceWorth(evidence, hit) > GuardScores.Facility))
            yield return (evidence.SentenceOf(hit), MentionKind.Place, evidence.Words[hit.NameFirst].Start, evidence.Words[hit.NameLast - 1].End);
    }
}

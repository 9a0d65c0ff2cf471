namespace Wellread.Privacy;

/// <summary>Settles from what stands around a name whose it is.</summary>
internal static class NameRoles
{
    /// <summary>So many surnames beside hours or sums are a list of patients.</summary>
    private const int FewestOfAList = 2;

    public static void Settle(Evidence evidence)
    {
        SettleLists(evidence);
        for (var i = 0; i < evidence.Names.Count; i++)
        {
            var name = evidence.Names[i];
            if (name.Role is NameRole.Nobody or NameRole.Famous or NameRole.Staff) continue;
            var speaks = evidence.Hits(CueKind.Testimonial).Count > 0;
            if (Names(CueKind.Staff)) evidence.Names[i] = name with { Role = NameRole.Staff, Strength = 0 };
            else if (!speaks && Names(CueKind.Public)) evidence.Names[i] = name with { Role = NameRole.Famous, Strength = 0 };
            else if (name.Strength > 0 && (Names(CueKind.Address) || Names(CueKind.Called) && name.Strength > 1)) evidence.Names[i] = name with { Strength = 3 };

            bool Names(CueKind kind) => evidence.Hits(kind).Any(hit => hit.NameFirst >= 0 && hit.NameFirst < name.Last && name.First < hit.NameLast);
        }
    }

    // "9 am Walsh, 10:30 Duran": a surname alone is a name there, unless it is the staff's.
    private static void SettleLists(Evidence evidence)
    {
        var staff = new[] { CueKind.Staff, CueKind.Colleague }.SelectMany(evidence.Hits).Select(evidence.SentenceOf).ToHashSet();
        foreach (var list in evidence.Names.Where(name => IsListed(evidence.Words, name)).GroupBy(evidence.SentenceOf).Where(list => list.Count() >= FewestOfAList && !staff.Contains(list.Key)).ToList())
        {
            foreach (var name in list) evidence.Names[evidence.Names.IndexOf(name)] = name with { Strength = NameFinder.Sure };
        }
    }

    private static bool IsListed(List<GuardWord> words, NameRun name)
    {
        if (name.Role != NameRole.Unknown || name.Strength >= NameFinder.Sure || name.Last - name.First > 1 || (NameLists.Of(words[name.First].Folded) & NameTraits.Surname) == 0) return false;
        return IsHour(name.First - 1) || IsHour(name.Last) || (name.Last < words.Count && words[name.Last].Folded is "at" or "a" or "las" && IsHour(name.Last + 1));

        bool IsHour(int at) => at >= 0 && at < words.Count && words[at].Sentence == words[name.First].Sentence && (words[at].Is(WordShapes.Number) || words[at].Folded is "am" or "pm" or "las");
    }
}

namespace Wellread.Privacy;

/// <summary>Settles from what stands around a name whose it is.</summary>
internal static class NameRoles
{
    public static void Settle(Evidence evidence)
    {
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
}

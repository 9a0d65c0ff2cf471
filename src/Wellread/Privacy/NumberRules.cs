namespace Wellread.Privacy;

/// <summary>Numbers, links and birth dates that lead to one person by themselves.</summary>
internal static class NumberRules
{
    public static void Apply(Findings findings)
    {
        var evidence = findings.Evidence;
        foreach (var shape in evidence.Shapes)
        {
            switch (shape.Kind)
            {
                case >= MentionKind.IpAddress and <= MentionKind.MedicareNumber:
                case >= MentionKind.RecordNumber and <= MentionKind.DeviceSerial:
                case MentionKind.BirthDate or MentionKind.Biometric:
                case MentionKind.Url when PatientLink.IsOne(evidence.Text.Plain.AsSpan(shape.Start, shape.End - shape.Start)):
                    findings.Add(FindingSeverity.Block, shape);
                    break;
            }
        }
        if (findings.IsEmpty) return;
        foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure)) findings.Add(FindingSeverity.Block, name);
    }
}

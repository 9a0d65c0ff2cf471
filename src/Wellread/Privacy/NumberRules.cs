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
                case MentionKind.LicenceNumber or MentionKind.Plate when IsToPractice(evidence, shape): break;
                case >= MentionKind.IpAddress and <= MentionKind.MedicareNumber:
                case >= MentionKind.RecordNumber and <= MentionKind.DeviceSerial:
                case MentionKind.Biometric:
                case MentionKind.BirthDate when IsSomebodys(evidence, shape):
                case MentionKind.Url when PatientLink.IsOne(evidence.Text.Plain.AsSpan(shape.Start, shape.End - shape.Start)):
                    findings.AddSure(shape);
                    break;
            }
        }
        if (findings.IsEmpty) return;
        foreach (var name in evidence.Names.Where(name => name.Strength >= NameFinder.Sure)) findings.Add(FindingSeverity.Block, name);
    }

    private const int LicenceReach = 32;

    // "License #A98765, Dr. Ruiz": staff must show theirs. A driver's and a car's are somebody's all the same.
    private static bool IsToPractice(Evidence evidence, Mention number)
    {
        var before = evidence.Text.Plain.AsSpan(Math.Max(0, number.Start - LicenceReach), number.Start - Math.Max(0, number.Start - LicenceReach));
        return evidence.IsAboutStaff(evidence.SentenceOf(number)) && before.Contains("licens", StringComparison.OrdinalIgnoreCase)
            && !before.Contains("driv", StringComparison.OrdinalIgnoreCase) && !before.Contains("plate", StringComparison.OrdinalIgnoreCase);
    }

    // Everybody may know when somebody famous was born; "if you were born on" is nobody.
    private static bool IsSomebodys(Evidence evidence, Mention date)
    {
        var sentence = evidence.SentenceOf(date);
        return !BirthDates.IsTold(evidence.Text.Plain, date) || !(evidence.IsConditional(sentence) || evidence.IsAboutStaff(sentence) || evidence.IsOfAnAnimal(sentence));
    }
}

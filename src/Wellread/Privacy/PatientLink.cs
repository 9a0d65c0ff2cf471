using Wellread.Articles;

namespace Wellread.Privacy;

/// <summary>Links whose path or query names a patient: <c>/patients/carlos-d</c>.</summary>
internal static class PatientLink
{
    private static readonly string[] Folders = ["patient", "patients", "paciente", "pacientes", "chart", "charts", "record", "records", "results", "story", "stories", "testimonial", "testimonials", "cases", "case", "gallery", "expediente"];

    private static readonly string[] Queries = ["patient=", "patientid=", "patient_id=", "mrn=", "dob=", "ssn=", "name=", "chart=", "paciente="];

    public static bool IsOne(ReadOnlySpan<char> link)
    {
        var folded = string.Concat(link.ToArray().Select(FoldedWords.Fold));
        if (Queries.Any(query => folded.Contains(query, StringComparison.Ordinal))) return true;
        var parts = folded.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < parts.Length - 1; i++)
        {
            if (Folders.Contains(parts[i]) && IsPerson(parts[i + 1])) return true;
        }
        return false;
    }

    // A name of the lists, or a number as a chart has.
    private static bool IsPerson(string part)
    {
        if (part.Count(char.IsAsciiDigit) >= 4) return true;
        var words = part.Split('-', '_', '.');
        return words.Length <= 4 && words.Any(word => (NameLists.Of(word) & NameTraits.Given) != 0);
    }
}

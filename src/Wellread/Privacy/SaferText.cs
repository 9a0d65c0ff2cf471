using System.Collections.Immutable;
using System.Text;

namespace Wellread.Privacy;

/// <summary>Texts to use in place of one that reveals a patient. The guard finds nothing in any of them.</summary>
internal static class SaferText
{
    private const int FewestWords = 4;

    /// <param name="text">As it was sent.</param>
    /// <param name="evidence">What was recognised in it.</param>
    /// <param name="language">A two-letter code; anything but Spanish is answered in English.</param>
    public static ImmutableArray<string> For(string text, Evidence evidence, string language, ImmutableArray<GuardFinding> findings)
    {
        if (findings.IsEmpty) return [];
        var mode = evidence.Mode;
        var spoken = language == "es" ? "es" : "en";
        if (mode == PostMode.Reply || findings.Any(finding => finding.Kind == MentionKind.PatientStatus)) return [.. SafeReplies.Of(ReviewKind.Of(evidence), spoken).Select(reply => reply.Text)];
        var rest = WithoutFindings(text, mode, findings);
        return rest is null ? [General(spoken, mode)] : [rest, General(spoken, mode)];
    }

    // The sentences in which nothing was found.
    private static string? WithoutFindings(string text, PostMode mode, ImmutableArray<GuardFinding> findings)
    {
        var kept = new StringBuilder();
        foreach (var (start, end) in Sentences(text))
        {
            if (!findings.Any(finding => finding.Start < end && start < finding.End)) kept.Append(text.AsSpan(start, end - start));
        }
        var rest = kept.ToString().Trim();
        return rest.Split(' ').Length >= FewestWords && PostGuard.Check(rest, mode).Verdict == PostVerdict.Clear ? rest : null;
    }

    private static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '\n') || (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))) continue;
            yield return (start, i + 1);
            start = i + 1;
        }
        if (start < text.Length) yield return (start, text.Length);
    }

    private static string General(string language, PostMode mode) => (language, mode) switch
    {
        ("es", PostMode.Caption) => "Un momento de nuestro día en la oficina.",
        ("es", _) => "Cada paso hacia una mejor salud cuenta. ¿Preguntas? Llame a nuestra oficina.",
        (_, PostMode.Caption) => "A moment from our day at the office.",
        _ => "Every step toward better health counts. Questions? Call our office.",
    };
}

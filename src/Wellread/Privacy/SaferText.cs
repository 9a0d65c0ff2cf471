using System.Collections.Immutable;

namespace Wellread.Privacy;

/// <summary>Texts to use in place of one that reveals a patient. The guard finds nothing in any of them.</summary>
internal static class SaferText
{
    /// <param name="text">As it was sent.</param>
    /// <param name="evidence">What was recognised in it.</param>
    /// <param name="language">A two-letter code; anything but Spanish is answered in English.</param>
    public static ImmutableArray<string> For(string text, Evidence evidence, string language, ImmutableArray<GuardFinding> findings)
    {
        if (findings.IsEmpty) return [];
        var mode = evidence.Mode;
        var spoken = language == "es" ? "es" : "en";
        if (mode == PostMode.Reply) return [.. SafeReplies.Of(ReviewKind.Of(evidence), spoken).Select(reply => reply.Text)];
        return SafeSentences.Of(text, mode, findings) is { } rest ? [rest] : [ReadyMade(text, spoken, mode)];
    }

    // A line on the subject of the text, which is nobody's; where it has none, one that fits anything.
    private static string ReadyMade(string text, string language, PostMode mode)
    {
        if (SubjectOf(text, language) is { } subject)
        {
            var line = language == "es" ? $"¿Preguntas sobre el tema «{subject}»? Llame a nuestra oficina." : $"Questions about {subject}? Call our office.";
            if (PostGuard.Check(line, mode).Verdict == PostVerdict.Clear) return line;
        }
        return language == "es" ? "Cada paso hacia una mejor salud cuenta. ¿Preguntas? Llame a nuestra oficina." : "Every step toward better health counts. Questions? Call our office.";
    }

    private static string? SubjectOf(string text, string language)
    {
        if (HealthTerms.SubjectOf(text, language) is not { } topic) return null;
        var name = topic.NameIn(language);
        return name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }
}

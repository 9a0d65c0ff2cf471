using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Wellread.Articles;
using Wellread.Sharing;

namespace Wellread.Privacy;

/// <summary>
/// What is left of a text without the sentences that reveal a patient: those that stand by themselves. One that goes on about the same person, or points to the picture of one
/// ("Look who's back!", "Swipe to see"), goes too.
/// </summary>
internal static partial class SafeSentences
{
    private const int FewestWords = 4;

    /// <summary>From here on the post model doubts that a sentence by itself is harmless: a little less than what a post is warned of for.</summary>
    private const double Doubtful = 0.35;

    private static readonly CueKind[] OfSomebody =
        [CueKind.Pronoun, CueKind.One, CueKind.Patient, CueKind.Described, CueKind.Relation, CueKind.Rarity, CueKind.Testimonial, CueKind.Photo, CueKind.Status];

    private static readonly CueKind[] ForEverybody = [CueKind.Office, CueKind.Advice, CueKind.Conditional, CueKind.General];

    /// <summary>Null where nothing is left that says something and is safe.</summary>
    public static string? Of(string text, PostMode mode, ImmutableArray<GuardFinding> findings)
    {
        var kept = new List<string>();
        var afterAGap = false;
        foreach (var (start, end) in Split(text))
        {
            var sentence = text[start..end];
            var stays = !findings.Any(finding => finding.Start < end && start < finding.End) && Stands(sentence, mode, afterAGap);
            afterAGap = !stays;
            if (stays) kept.Add(sentence);
        }
        var rest = string.Concat(kept).Trim();
        return kept.Exists(SaysSomething) && PostGuard.Check(rest, mode).Verdict == PostVerdict.Clear ? rest : null;
    }

    /// <summary>Whole sentences and lines, each with the space before it.</summary>
    private static IEnumerable<(int Start, int End)> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]) && !char.IsWhiteSpace(text[i]) && SentenceEnd.IsAt(text, i));
            if (!ends) continue;
            yield return (start, i + 1);
            start = i + 1;
        }
        if (start < text.Length) yield return (start, text.Length);
    }

    private static bool Stands(string sentence, PostMode mode, bool afterAGap)
    {
        var plain = sentence.Trim();
        if (plain.Length == 0) return true;
        if (plain.Length > Passages.Longest) return false;
        if (Pointing().IsMatch(plain) || (afterAGap && (Sentences.LeansOnThePrevious(plain) || !SaysSomething(plain)))) return false;
        var evidence = Evidence.Of(plain, mode);
        if (OfSomebody.Any(kind => evidence.Hits(kind).Count > 0) || evidence.Names.Exists(name => name.Strength >= NameFinder.Sure)) return false;
        // "Room 7 won't stop vomiting" beside what was found goes on about it.
        if (evidence.Shapes.Exists(shape => shape.Kind is MentionKind.Room or MentionKind.OldAge) || PostModel.Current.Likely(evidence) >= Doubtful) return false;
        // Below the picture of a patient only what speaks to everybody shows nobody.
        return mode != PostMode.Caption || (ForEverybody.Any(kind => evidence.Hits(kind).Count > 0) && !OfThePicture().IsMatch(plain));
    }

    private static bool SaysSomething(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^\W*(look|see (the|what|how|who)|watch|swipe|guess|meet|recogni[sz]e|say (hi|hello)|way to go|can you (believe|tell|guess|spot)|we('re| are) (so |all )?(proud|happy|glad|thrilled|honored)|so (proud|happy|glad|brave)|what an?|day \d|then|now|miren?|adivinen?|vean?|conozcan?|estamos (muy )?(orgullos|felic|content)|qu[eé] (alegr|bonit|valiente|orgullo|gusto))\b|\b(at|of|like|for|with) (this|that|these|those|them)\b[.!?]|\b(the same|such a|her|his|hers|him|he|she|pictured|this (story|picture|photo|smile|one|patient|family)|before and after|that's (how|what|why)|misma|mismo|ella|esta (foto|historia|sonrisa)|este (caso|paciente))\b", Options)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"\b(pictures?|photos?|swipe|smile|result|results|transformation|reveal|look|fotos?|sonrisa|resultados?|cambio)\b", Options)]
    private static partial Regex OfThePicture();
}
